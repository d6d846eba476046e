import { valuesOf, type Present } from './present'
import type { Answer } from './fields'

/** A mean is kept to as many decimals as a value may have. */
const MEAN_UNITS = 10_000

/** The answer of one indicator as it counts. */
export interface WholeAnswer extends Answer {
  /** One for each part of an indicator that is rated in parts; absent where no part has anything in it. */
  readonly parts?: readonly Answer[]
}

/**
 * The answer of an indicator. Where it is rated in parts (`keys` are theirs, `undefined` where it has none), its value is
 * the mean of the parts to four decimals, blank as long as a part is blank, and its subject names those of the parts.
 */
export function wholeAnswer(present: Present, id: string, keys: readonly string[] | undefined): WholeAnswer {
  const own = valuesOf(present, { kind: 'indicator', id })
  if (!keys) return own
  const parts = keys.map((key) => valuesOf(present, { kind: 'indicator', id: key }))
  if (!parts.some(hasSomething)) return own
  const subject = parts.flatMap((part) => part.subject || []).join('; ')
  return { ...own, value: meanOf(parts), subject, parts }
}

function hasSomething({ value, subject }: Answer): boolean {
  return typeof value === 'number' || Boolean(subject)
}

function meanOf(parts: readonly Answer[]): number | null {
  const values = parts.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  if (values.length < parts.length) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.round(mean * MEAN_UNITS) / MEAN_UNITS
}
