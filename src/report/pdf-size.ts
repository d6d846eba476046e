import type { ReportModel } from './model'

/** Fonts and furniture, and what a character of the model takes once it is drawn, linked and deflated. Bytes. */
const BASE = 22_000
const PER_CHARACTER = 1.4

/** About how many bytes the PDF of a report has, to be said before it is made: within a quarter of it. */
export function reportSize(model: ReportModel): number {
  return Math.round(BASE + JSON.stringify(model).length * PER_CHARACTER)
}
