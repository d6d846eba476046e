import { inScope, type Scope } from '../answers/assessment'
import {
  lowestValueOf,
  maturityModelOf,
  placedIndicators,
  valueKeys,
  type PlacedIndicator,
} from '../instrument/lookup'
import type { Instrument } from '../instrument/schema'

/** Name of the sheet that is filled in. */
export const ANSWERS_SHEET = 'Isian'

/** What a person may fill in, in the order of the columns. */
export const ANSWER_FIELDS = ['value', 'sourceIndex', 'subject', 'facts', 'analysis'] as const
export type AnswerField = (typeof ANSWER_FIELDS)[number]

/** Columns of the sheet: their heads as written, and in what other words they may be read. */
export const COLUMNS = {
  number: { title: 'Nomor', also: ['no', 'nomor indikator', 'no indikator'] },
  name: { title: 'Indikator', also: ['nama indikator', 'nama'] },
  value: { title: 'Tingkat', also: ['tingkat kematangan', 'nilai', 'level'] },
  sourceIndex: { title: 'Indeks instansi pembina', also: ['indeks asal'] },
  subject: {
    title: 'Layanan/aplikasi yang dinilai',
    also: [
      'nama layanan/aplikasi yang dinilai',
      'layanan',
      'aplikasi',
      'subjek',
      'nama layanan',
      'nama aplikasi',
    ],
  },
  facts: { title: 'Fakta', also: [] },
  analysis: { title: 'Analisis', also: ['analisa'] },
} as const satisfies Record<'number' | 'name' | AnswerField, { title: string; also: readonly string[] }>
export type Column = keyof typeof COLUMNS

/** One row of the sheet: an indicator, or one part of an indicator that is rated in parts. */
export interface AnswerRow extends PlacedIndicator {
  /** Under which the value is given: the indicator's id, or a part's. */
  readonly key: string
  /** "35", or "35.2" for the second part. */
  readonly number: string
  readonly name: string
  readonly weightUnits: number
  /** The target (by id) that each field belongs to; a field that the row does not have is absent. */
  readonly targets: Partial<Record<AnswerField, string>>
  /** The values one may choose; null where any decimal of the scale will do. */
  readonly levels: readonly number[] | null
}

/** The fields that have a column: the index of another agency only where a row is computed from one. */
export function answerFields(rows: readonly AnswerRow[]): AnswerField[] {
  const converts = rows.some(({ targets }) => targets.sourceIndex !== undefined)
  return ANSWER_FIELDS.filter((field) => field !== 'sourceIndex' || converts)
}

/** The rows of an instrument's sheet, as far as the scope reaches, in the instrument's order. */
export function answerRows(instrument: Instrument, scope: Scope): AnswerRow[] {
  return placedIndicators(instrument)
    .filter(({ indicator }) => inScope(scope, indicator.id))
    .flatMap((placed) => rowsOf(instrument, placed))
}

function rowsOf(instrument: Instrument, placed: PlacedIndicator): AnswerRow[] {
  const { indicator } = placed
  const model = maturityModelOf(instrument, indicator)
  const keys = valueKeys(indicator)
  return keys.map((key, at) => ({
    ...placed,
    key,
    number: keys.length > 1 ? `${indicator.number}.${at + 1}` : String(indicator.number),
    name: keys.length > 1 ? `${indicator.name} (${at + 1} dari ${keys.length})` : indicator.name,
    weightUnits: indicator.weightUnits / keys.length,
    targets: {
      value: key,
      ...(indicator.conversion ? { sourceIndex: key } : {}),
      ...(model.subjectLabel ? { subject: key } : {}),
      // One note for the whole indicator, written beside its first part.
      ...(at === 0 ? { facts: indicator.id, analysis: indicator.id } : {}),
    },
    levels: instrument.valueMode === 'decimal' ? null : model.levels.map(lowestValueOf),
  }))
}
