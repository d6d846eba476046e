import { ANSWER_FIELDS, type AnswerRow, type Column } from './answer-rows'
import { plain, type Table } from './find-table'
import { textOf, type ReadCell } from './grid'

/** A row of the sheet (from 0) and what it was found to be about. */
export interface MatchedRow {
  readonly at: number
  readonly row: AnswerRow
  /** A name stands there that is not the indicator's. */
  readonly nameDiffers: boolean
}

export interface Matching {
  readonly matched: readonly MatchedRow[]
  readonly unknown: readonly number[]
  /** The number is one indicator's and the name another's. */
  readonly contradictory: readonly number[]
}

/** Finds out which indicator each row with an answer is about: by its number, without one by its name. */
export function matchRows(table: Table, rows: readonly AnswerRow[]): Matching {
  const byNumber = new Map(
    rows.flatMap((row) => [[row.number, row] as const, [row.key.toLowerCase(), row] as const]),
  )
  const byName = new Map(
    rows.flatMap((row) => [[plain(row.name), row] as const, [plain(row.indicator.shortName), row] as const]),
  )
  const matched: MatchedRow[] = []
  const unknown: number[] = []
  const contradictory: number[] = []
  table.sheet.rows.forEach((cells, at) => {
    if (at <= table.headRow || !hasAnswer(table, cells)) return
    const number = numberIn(cellIn(table, cells, 'number'))
    const name = plain(textOf(cellIn(table, cells, 'name')))
    const numbered = byNumber.get(number)
    const named = byName.get(name)
    // Parts share the short name of their indicator, so that only another indicator contradicts.
    if (numbered && named && numbered.indicator !== named.indicator) contradictory.push(at)
    else if (numbered) matched.push({ at, row: numbered, nameDiffers: name !== '' && !named })
    else if (named && number === '') matched.push({ at, row: named, nameDiffers: false })
    else unknown.push(at)
  })
  return { matched, unknown, contradictory }
}

/** The cell of a row in one of the table's columns. */
export function cellIn(table: Table, cells: readonly (ReadCell | null)[], column: Column): ReadCell | null {
  const place = table.columns.get(column)
  return place === undefined ? null : (cells[place] ?? null)
}

function hasAnswer(table: Table, cells: readonly (ReadCell | null)[]): boolean {
  return ANSWER_FIELDS.some((field) => {
    const cell = cellIn(table, cells, field)
    return cell !== null && (cell.kind !== 'text' || cell.text.trim() !== '')
  })
}

/** "7", " 07. " and 7 are the same number; "35,2" is "35.2". */
function numberIn(cell: ReadCell | null): string {
  return textOf(cell)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(',', '.')
    .replace(/^0+(?=\d)/, '')
}
