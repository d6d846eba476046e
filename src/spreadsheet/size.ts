import type { SheetsInput, SheetsKind } from './input'

/** What a character takes: of the instrument in a workbook, of what was written there, and in a table, which is not packed. */
const OF_INSTRUMENT = 0.215
const OF_ANSWERS = 0.25
const IN_TABLE = 0.9
/** A row of the table before anything is written, in bytes; a reference, in characters. */
const TABLE_ROW = 85
const REFERENCE = 120

/** About how many bytes a file of sheets has, to be said before it is made: within a third of it. */
export function sheetsSize(kind: SheetsKind, { instrument, answers, evidence }: SheetsInput): number {
  const cited = [...evidence.citations.values()].reduce((count, citations) => count + citations.length, 0)
  const written = JSON.stringify([...answers.values()]).length + cited * REFERENCE
  if (kind === 'csv') return Math.round(answers.size * TABLE_ROW + written * IN_TABLE)
  const blank = JSON.stringify(instrument).length * OF_INSTRUMENT
  return Math.round(kind === 'template' ? blank : blank + written * OF_ANSWERS)
}
