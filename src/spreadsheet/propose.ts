import { inScope } from '../answers/assessment'
import { answerFields, ANSWERS_SHEET, answerRows, COLUMNS } from './answer-rows'
import { findTable, plain, type Table } from './find-table'
import { textOf, type Merge, type ReadBook } from './grid'
import { cellIn, matchRows, type MatchedRow, type Matching } from './match-rows'
import type { BookNote, Proposal, ProposalReading, RefusedCell, RefusedWhy } from './proposal'
import { answerMerges, readRow, SHOWN_TEXT, type Here } from './read-row'
import { readStamp, type StampReading } from './stamp'
import { columnLetter } from './workbook'

/**
 * Reads the answers of a workbook and says what they would change here. Pure: nothing is changed by it. A blank cell
 * changes nothing; what cannot be read for certain is said and not proposed, or proposed without being chosen.
 */
export function propose(book: ReadBook, here: Here): ProposalReading {
  const stamp = readStamp(book.sheets)
  if (stamp.kind === 'newer') return { status: 'refused', fault: { kind: 'newer-layout' } }
  if (stamp.kind === 'stamped' && !isSameInstrument(stamp.stamp.instrument, here.stamp.instrument)) {
    return { status: 'refused', fault: { kind: 'other-instrument' } }
  }
  const table = findTable(book.sheets)
  if (!table) return { status: 'refused', fault: { kind: 'no-table' } }
  if (table.twice) {
    return { status: 'refused', fault: { kind: 'head-twice', title: COLUMNS[table.twice].title } }
  }
  const matching = matchRows(table, answerRows(here.instrument, 'all'))
  if (stamp.kind === 'none' && isForeign(matching)) {
    return { status: 'refused', fault: { kind: 'other-instrument' } }
  }
  const merges = answerMerges(table)
  const wholeRows = (rows: readonly number[], why: RefusedWhy) => rows.map((at) => refusedRow(table, at, why))
  const twice = duplicates(matching.matched)
  const single = matching.matched.filter((row) => !twice.includes(row))
  const outside = single.filter(({ row }) => !inScope(here.scope, row.indicator.id))
  const readings = single
    .filter((row) => !outside.includes(row))
    .map((row) => readRow(table, row, merges, here))
  const proposal: Proposal = {
    sheet: table.sheet.name,
    rowsRead: readings.length,
    unchanged: readings.reduce((sum, reading) => sum + reading.unchanged, 0),
    changes: readings.flatMap((reading) => reading.changes),
    refused: [
      ...wholeRows(matching.unknown, 'unknown-indicator'),
      ...wholeRows(matching.contradictory, 'number-and-name-differ'),
      ...wholeRows(
        twice.map(({ at }) => at),
        'duplicate',
      ),
      ...wholeRows(
        outside.map(({ at }) => at),
        'outside-scope',
      ),
      ...readings.flatMap((reading) => reading.refused),
      ...mergedCells(table, merges),
    ],
    notes: notesOf(book, table, stamp, here, single),
  }
  return { status: 'read', proposal }
}

/** A sheet without a stamp is another instrument's when most of its rows do not fit this one. */
function isForeign({ matched, unknown, contradictory }: Matching): boolean {
  const fitting = matched.filter((row) => !row.nameDiffers).length
  return fitting < (matched.length + unknown.length + contradictory.length) / 2
}

function isSameInstrument(one: Here['stamp']['instrument'], other: Here['stamp']['instrument']): boolean {
  return one.id === other.id && one.version === other.version && one.sha256 === other.sha256
}

/** Rows about one and the same indicator: which of them is meant cannot be known. */
function duplicates(rows: readonly MatchedRow[]): MatchedRow[] {
  return rows.filter(({ row }) => rows.filter((other) => other.row === row).length > 1)
}

function refusedRow(table: Table, at: number, why: RefusedWhy): RefusedCell {
  const cells = table.sheet.rows[at] ?? []
  const said = (['number', 'name'] as const).map((column) => textOf(cellIn(table, cells, column)).trim())
  return {
    why,
    cell: `${columnLetter(table.columns.get('number') ?? table.columns.get('name') ?? 0)}${at + 1}`,
    number: null,
    text: said.filter(Boolean).join(' ').slice(0, SHOWN_TEXT),
  }
}

function mergedCells(table: Table, merges: readonly Merge[]): RefusedCell[] {
  return merges.map(({ startRow, startColumn, endRow, endColumn }) => ({
    why: 'merged',
    cell: `${columnLetter(startColumn)}${startRow + 1}:${columnLetter(endColumn)}${endRow + 1}`,
    number: null,
    text: textOf(table.sheet.rows[startRow]?.[startColumn]).slice(0, SHOWN_TEXT),
  }))
}

function notesOf(
  book: ReadBook,
  table: Table,
  stamp: StampReading,
  here: Here,
  read: readonly MatchedRow[],
): BookNote[] {
  const { sheet, columns } = table
  const fields = answerFields(answerRows(here.instrument, here.scope))
  const missing = fields.filter((field) => !columns.has(field))
  const hidden = read.filter(({ at }) => sheet.hiddenRows.has(at)).length
  const isOther = stamp.kind === 'stamped' && stamp.stamp.assessment !== here.stamp.assessment
  return [
    ...(book.macros ? [{ kind: 'macros' } as const] : []),
    ...(book.externalLinks ? [{ kind: 'external-links' } as const] : []),
    ...(stamp.kind === 'none' ? [{ kind: 'no-stamp' } as const] : []),
    ...(isOther ? [{ kind: 'other-assessment' } as const] : []),
    ...(plain(sheet.name) === plain(ANSWERS_SHEET)
      ? []
      : [{ kind: 'renamed-sheet', sheet: sheet.name } as const]),
    ...(sheet.hidden ? [{ kind: 'hidden-sheet' } as const] : []),
    ...(hidden > 0 ? [{ kind: 'hidden-rows', count: hidden } as const] : []),
    ...(missing.length > 0
      ? [{ kind: 'missing-columns', titles: missing.map((field) => COLUMNS[field].title) } as const]
      : []),
  ]
}
