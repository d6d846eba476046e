import type { PlacedIndicator } from '../../instrument/lookup'
import { answerIn, citationsIn, statusIn } from '../session/session-context'
import type { Session, SessionState } from '../session/session'

export const FILTERS = [
  { id: 'all', label: 'Semua' },
  { id: 'unanswered', label: 'Belum dijawab' },
  { id: 'no-analysis', label: 'Tanpa analisis' },
  { id: 'no-evidence', label: 'Tanpa bukti' },
  { id: 'incomplete', label: 'Belum lengkap' },
  { id: 'difference', label: 'Ada perbedaan' },
] as const
export type FilterId = (typeof FILTERS)[number]['id']

/** Whether an indicator belongs to a filter, as the assessment is now. */
export function matchesFilter(
  filter: FilterId,
  session: Session,
  state: SessionState,
  indicatorId: string,
): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'unanswered':
      return typeof answerIn(state, indicatorId).value !== 'number'
    case 'no-analysis':
      return !answerIn(state, indicatorId).analysis?.trim()
    case 'no-evidence':
      return citationsIn(state, indicatorId).length === 0
    case 'incomplete':
      return statusIn(session, state, indicatorId) !== 'lengkap'
    case 'difference':
      return hasDifference(state, indicatorId)
  }
}

/** Whether some field of the indicator, or of what it cites, waits for a decision. */
export function hasDifference(state: SessionState, indicatorId: string): boolean {
  const { differences } = state.present
  if (differences.size === 0) return false
  const cited = citationsIn(state, indicatorId).flatMap(({ id, document }) => [
    `citation:${id}/`,
    `document:${document.id}/`,
  ])
  const targets = [indicatorId, ...(state.partKeys.get(indicatorId) ?? [])]
  const prefixes = [...targets.map((id) => `indicator:${id}/`), ...cited]
  return [...differences].some((key) => prefixes.some((prefix) => key.startsWith(prefix)))
}

/** Search by number or by a part of the name, whatever the case. */
export function matchesSearch({ indicator, aspect }: PlacedIndicator, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  if (!wanted) return true
  if (/^\d+$/.test(wanted)) return String(indicator.number).startsWith(wanted)
  return `${indicator.name} ${indicator.shortName} ${aspect.name}`.toLowerCase().includes(wanted)
}
