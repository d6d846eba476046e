import { inScope } from '../../answers/assessment'
import { statusOf, type Status } from '../../answers/status'
import { wholeAnswer } from '../../answers/whole'
import { levelOf, placedIndicators, type PlacedIndicator } from '../../instrument/lookup'
import type { Instrument, Level } from '../../instrument/schema'
import type { Breakdown } from '../../scoring/breakdown'
import type { SessionState } from '../session/session'

/** One indicator in the table of Hasil. */
export interface ResultRow extends PlacedIndicator {
  readonly value: number | null
  readonly level: Level | undefined
  /** Its weighted value as it is counted, the lowest level where it is blank. */
  readonly counted: Breakdown
  readonly status: Status
  readonly cited: number
}

export const SORTS = ['number', 'name', 'weight', 'value', 'weighted', 'status', 'cited'] as const
export type Sort = (typeof SORTS)[number]

export interface Order {
  readonly by: Sort
  readonly down: boolean
}

export interface Filter {
  readonly search: string
  /** Id of an aspect, or empty for all. */
  readonly aspect: string
  /** A level as text, `blank`, or empty for all. */
  readonly level: string
  readonly status: Status | ''
}

export const NO_FILTER: Filter = { search: '', aspect: '', level: '', status: '' }

/** The rows of all indicators of the scope, in the order of the instrument. */
export function resultRows(
  instrument: Instrument,
  {
    assessment,
    present,
    partKeys,
    evidence,
    values,
  }: Pick<SessionState, 'assessment' | 'present' | 'partKeys' | 'evidence' | 'values'>,
  whole: Breakdown,
): ResultRow[] {
  const counted = new Map(indicatorsOf(whole).map((node) => [node.id, node]))
  return placedIndicators(instrument).flatMap((place) => {
    const { indicator } = place
    const node = counted.get(indicator.id)
    if (!node || !inScope(assessment.scope, indicator.id)) return []
    const value = values.get(indicator.id) ?? (node.terms.length > 0 && node.blanks === 0 ? node.value : null)
    const cited = evidence.citations.get(indicator.id)?.length ?? 0
    const answer = wholeAnswer(present, indicator.id, partKeys.get(indicator.id))
    const level = value === null ? undefined : levelOf(instrument, indicator, value)
    const status = statusOf(answer, cited, instrument.scale.min)
    return [{ ...place, value, level, counted: node, status, cited }]
  })
}

function indicatorsOf(node: Breakdown): Breakdown[] {
  return node.kind === 'indicator' ? [node] : node.terms.flatMap(indicatorsOf)
}

export function matches({ indicator, aspect, level, status }: ResultRow, filter: Filter): boolean {
  const wanted = filter.search.trim().toLowerCase()
  if (filter.aspect && aspect.id !== filter.aspect) return false
  if (filter.status && status !== filter.status) return false
  if (filter.level && filter.level !== (level ? String(level.level) : 'blank')) return false
  if (/^\d+$/.test(wanted)) return String(indicator.number).startsWith(wanted)
  return `${indicator.name} ${indicator.shortName}`.toLowerCase().includes(wanted)
}

const STATUS_ORDER: Readonly<Record<Status, number>> = { belum: 0, sebagian: 1, lengkap: 2 }

const KEYS: Readonly<Record<Exclude<Sort, 'name'>, (row: ResultRow) => number>> = {
  number: (row) => row.indicator.number,
  weight: (row) => row.counted.weightUnits,
  // Blanks stand below the lowest level.
  value: (row) => row.value ?? Number.NEGATIVE_INFINITY,
  weighted: (row) => row.counted.sum,
  status: (row) => STATUS_ORDER[row.status],
  cited: (row) => row.cited,
}

/** The rows in another order; equals stay in the order of their numbers. */
export function sorted(rows: readonly ResultRow[], { by, down }: Order): ResultRow[] {
  const compare = (one: ResultRow, other: ResultRow): number => {
    if (by === 'name') return one.indicator.shortName.localeCompare(other.indicator.shortName, 'id')
    const [left, right] = [KEYS[by](one), KEYS[by](other)]
    return left < right ? -1 : left > right ? 1 : 0
  }
  return [...rows].sort(
    (one, other) => (down ? -1 : 1) * compare(one, other) || one.indicator.number - other.indicator.number,
  )
}
