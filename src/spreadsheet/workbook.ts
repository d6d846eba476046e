/**
 * A workbook to be written, as a value: what stands in which cell and what it looks like. No file format is known
 * here; `xlsx/write.ts` turns it into bytes. Numbers stay numbers, and text is never anything but text.
 */

/** What a cell is for. Only `input` and `level` cells may be changed in the protected sheet. */
export type Look =
  | 'title'
  | 'note'
  | 'label'
  | 'head'
  | 'text'
  /** The number of an indicator. */
  | 'number'
  | 'whole'
  | 'percent'
  /** A figure with two decimals. */
  | 'figure'
  /** A figure as exact as it is. */
  | 'exact'
  | 'day'
  | 'strong'
  /** A figure, and a count, that stand by themselves beside their label. */
  | 'result'
  | 'count'
  | 'level'
  | 'input'

/** A formula in the file's own grammar (English names, commas), with the value it has now. */
export interface Formula {
  readonly formula: string
  readonly result: number | string
}

/** A calendar day, `YYYY-MM-DD`, kept as a real date. */
export interface Day {
  readonly day: string
}

export interface WrittenCell {
  readonly value: string | number | Formula | Day | null
  readonly look: Look
}

/** Cells of which a level is chosen: one of `values`, or where there are none any number from `min` to `max`. */
export interface Choice {
  /** One or several ranges, apart by spaces: "C4:C9 C12". */
  readonly range: string
  readonly values: readonly number[] | null
  readonly min: number
  readonly max: number
}

export interface WrittenSheet {
  readonly name: string
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly WrittenCell[])[]
  /** The row (from 0) with the heads of the columns, frozen with all above it and repeated in print; null for none. */
  readonly headRow: number | null
  /** How many columns stay in view. */
  readonly frozenColumns: number
  readonly landscape: boolean
  readonly choices: readonly Choice[]
}

export interface WrittenBook {
  readonly title: string
  readonly author: string
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
  readonly sheets: readonly WrittenSheet[]
  /** Names for cells others may refer to: where the index stands. */
  readonly names: readonly { readonly name: string; readonly cell: string }[]
}

export function cell(value: WrittenCell['value'], look: Look): WrittenCell {
  return { value, look }
}

/** A row of heads. */
export function heads(...titles: readonly string[]): WrittenCell[] {
  return titles.map((title) => cell(title, 'head'))
}

/** The letter of a column from 0: A … Z, AA … */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter
}

/** How many lines a row of texts takes in columns of these widths (in characters), wrapped at words. */
export function linesOf(row: readonly WrittenCell[], widths: readonly number[]): number {
  const lines = row.map(({ value, look }, column) => {
    const width = widths[column] ?? 10
    // These run over what is beside them.
    if (typeof value !== 'string' || ['title', 'note', 'label'].includes(look)) return 1
    const parts = value.split('\n').map((part) => Math.max(1, Math.ceil((part.length * WRAP_LOSS) / width)))
    return parts.reduce((sum, count) => sum + count, 0)
  })
  return Math.max(1, ...lines)
}

/** Breaking at words leaves about a tenth of each line empty. */
const WRAP_LOSS = 1.1

/** A date where the ISO date names a day; its text where it names only a year or a month; null where it is empty. */
export function dayOrText(isoDate: string, text: string): WrittenCell {
  if (/^\d{4}-\d{2}-\d{2}$/.test(isoDate) && text) return cell({ day: isoDate }, 'day')
  return cell(text || null, 'text')
}
