import type { Change } from '../../src/answers/change'
import { presentOf, valuesOf } from '../../src/answers/present'
import type { Scope } from '../../src/answers/assessment'
import { inScope } from '../../src/answers/assessment'
import { evidenceOf } from '../../src/evidence/evidence'
import { wholeAnswer } from '../../src/answers/whole'
import { partKeysOf, placedIndicators, valueKeys } from '../../src/instrument/lookup'
import type { Instrument } from '../../src/instrument/schema'
import { score, scorePart } from '../../src/scoring/score'
import { buildWorkbook } from '../../src/spreadsheet/build'
import { readWorkbook } from '../../src/spreadsheet/files/read-xlsx'
import { writeWorkbook } from '../../src/spreadsheet/files/write-xlsx'
import type { ReadBook } from '../../src/spreadsheet/grid'
import type { SheetsInput } from '../../src/spreadsheet/input'
import type { Proposal } from '../../src/spreadsheet/proposal'
import { propose } from '../../src/spreadsheet/propose'
import { fullAssessment, PERBUP_FILE } from '../examples/full-assessment'
import { spbe2020 } from '../examples/spbe-2020'

interface Options {
  readonly instrument?: Instrument
  readonly scope?: Scope
}

/** The input of the sheets made of some changes, joined as the app joins it. */
export function sheetsInputOf(
  changes: readonly Change[] = fullAssessment,
  { instrument = spbe2020, scope = 'all' }: Options = {},
): SheetsInput {
  const present = presentOf(changes)
  const facts = valuesOf(present, { kind: 'assessment' })
  const inside = placedIndicators(instrument).filter(({ indicator }) => inScope(scope, indicator.id))
  const partKeys = partKeysOf(instrument)
  const keys = inside.flatMap(({ indicator }) => [indicator.id, ...valueKeys(indicator)])
  const answers = new Map(keys.map((id) => [id, wholeAnswer(present, id, partKeys.get(id))]))
  const values = new Map(
    inside
      .flatMap(({ indicator }) => valueKeys(indicator))
      .flatMap((key) => {
        const value = answers.get(key)?.value
        return typeof value === 'number' ? [[key, value] as const] : []
      }),
  )
  return {
    instrument,
    family: 'SPBE',
    stamp: {
      instrument: { id: instrument.id, version: instrument.version, sha256: 'ab'.repeat(32) },
      assessment: 'penilaian-contoh',
    },
    institution: facts.institutionName ?? '',
    year: facts.year ?? 2025,
    scope,
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    answers,
    differences: present.differences,
    evidence: evidenceOf(present),
    filePages: new Map([[PERBUP_FILE, 46]]),
    values,
    score: score(instrument, values),
    part:
      scope === 'all'
        ? null
        : scorePart(instrument, values, new Set(inside.map(({ indicator }) => indicator.id))),
    appVersion: '0.1.0',
    madeAt: '2025-06-02T08:05',
  }
}

/** The same with other answers, by field. */
export function withAnswers(
  input: SheetsInput,
  answers: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>,
): SheetsInput {
  const changed = new Map(input.answers)
  for (const [id, fields] of Object.entries(answers)) changed.set(id, { ...changed.get(id), ...fields })
  const values = new Map(
    [...changed].flatMap(([id, { value }]) => (typeof value === 'number' ? [[id, value] as const] : [])),
  )
  return { ...input, answers: changed, values, score: score(input.instrument, values) }
}

export async function written(input: SheetsInput): Promise<Uint8Array> {
  return writeWorkbook(buildWorkbook(input))
}

/** The workbook that lies in some bytes; fails the test where it is refused. */
export async function opened(bytes: Uint8Array): Promise<ReadBook> {
  const reading = await readWorkbook(bytes)
  if (reading.status === 'refused') throw new Error(`refused: ${reading.fault.kind}`)
  return reading.book
}

/** What a workbook would change; fails the test where it is refused. */
export function proposed(book: ReadBook, input: SheetsInput): Proposal {
  const reading = propose(book, input)
  if (reading.status === 'refused') throw new Error(`refused: ${reading.fault.kind}`)
  return reading.proposal
}
