import type { Answer } from './fields'

/** belum = nothing entered; lengkap = level, analysis and evidence; sebagian = anything between. */
export type Status = 'belum' | 'sebagian' | 'lengkap'

/** What an answer still lacks to be complete. */
export type Missing = 'value' | 'analysis' | 'evidence'

/**
 * What is missing. At the lowest level no evidence is asked for: nothing is claimed that would need proof.
 * `citedCount` is the number of citations of the indicator, `lowest` the lowest level of the scale.
 */
export function missingOf(answer: Answer, citedCount: number, lowest: number): Missing[] {
  const missing: Missing[] = []
  const hasValue = typeof answer.value === 'number'
  if (!hasValue) missing.push('value')
  if (!answer.analysis?.trim()) missing.push('analysis')
  if (citedCount === 0 && answer.value !== lowest) missing.push('evidence')
  return missing
}

/** Status of an answer, always computed and never typed by hand. */
export function statusOf(answer: Answer, citedCount: number, lowest: number): Status {
  if (missingOf(answer, citedCount, lowest).length === 0) return 'lengkap'
  return citedCount > 0 || hasAnything(answer) ? 'sebagian' : 'belum'
}

function hasAnything(answer: Answer): boolean {
  return Object.values(answer).some(
    (value) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
}
