import { fieldKey } from '../answers/change'
import { ANSWER_FIELDS, type AnswerField, type AnswerRow } from './answer-rows'
import type { Table } from './find-table'
import { textOf, type Merge, type ReadCell } from './grid'
import type { SheetsInput } from './input'
import { cellIn, type MatchedRow } from './match-rows'
import type { ProposedChange, RefusedCell, RefusedWhy, Remark } from './proposal'
import { isDoubtful, joinIndexAndValue } from './index-and-value'
import { readIndex, readLevel, readText, type CellReading } from './read-cells'
import { columnLetter } from './workbook'

/** What a sheet is compared with: the assessment as it is now. */
export type Here = Pick<SheetsInput, 'instrument' | 'stamp' | 'scope' | 'answers' | 'differences'>

/** How much of a refused text is shown. */
export const SHOWN_TEXT = 60
/** What the fields of one row came to. */
export interface RowReading {
  readonly changes: readonly ProposedChange[]
  readonly refused: readonly RefusedCell[]
  readonly unchanged: number
}

/** Reads the answers of one row. `merges` are those of `answerMerges`. */
export function readRow(table: Table, matched: MatchedRow, merges: readonly Merge[], here: Here): RowReading {
  const readings = ANSWER_FIELDS.map((field) => readField(table, matched, field, merges, here))
  const changes = readings.flatMap((reading) => reading.change ?? [])
  return {
    changes: joinIndexAndValue(
      changes,
      matched.row.indicator.conversion,
      here.answers.get(matched.row.key)?.sourceIndex,
    ),
    refused: readings.flatMap((reading) => reading.refused ?? []),
    unchanged: readings.filter((reading) => reading.unchanged).length,
  }
}

interface FieldReading {
  readonly change?: ProposedChange
  readonly refused?: RefusedCell
  readonly unchanged?: boolean
}

function readField(
  table: Table,
  { at, row, nameDiffers }: MatchedRow,
  field: AnswerField,
  merges: readonly Merge[],
  here: Here,
): FieldReading {
  const cells = table.sheet.rows[at] ?? []
  const cell = cellIn(table, cells, field)
  const place = placeOf(table, at, field)
  const refuse = (why: RefusedWhy): FieldReading => ({
    refused: { why, cell: place, number: row.number, text: textOf(cell).slice(0, SHOWN_TEXT) },
  })
  const target = row.targets[field]
  const before = (target === undefined ? null : here.answers.get(target)?.[field]) ?? null
  // What is here already is no news, even where one could not choose it.
  if (cell?.kind === 'number' && cell.value === before) return { unchanged: true }
  const reading = readAnswer(cell, field, row, here)
  if (reading.kind === 'blank') return {}
  if (target === undefined) return refuse('no-such-field')
  if (reading.kind === 'refused') return refuse(reading.why)
  if (waits(here, target, field)) return refuse('waiting')
  if (isSame(before, reading.value)) return { unchanged: true }
  const remarks: Remark[] = [
    ...reading.remarks,
    ...(isMerged(merges, at, table.columns.get(field)) ? (['merged'] as const) : []),
    ...(table.sheet.hiddenRows.has(at) ? (['hidden-row'] as const) : []),
    ...(nameDiffers ? (['name-differs'] as const) : []),
  ]
  const change: ProposedChange = {
    id: place,
    cell: place,
    number: row.number,
    name: row.indicator.shortName,
    field,
    target,
    before: before === '' ? null : before,
    after: reading.value,
    along: null,
    remarks,
    doubtful: isDoubtful(remarks),
  }
  return { change }
}

function readAnswer(cell: ReadCell | null, field: AnswerField, row: AnswerRow, here: Here): CellReading {
  const { conversion } = row.indicator
  if (field === 'value') return readLevel(cell, row.levels, here.instrument.scale)
  // Without a conversion there is no such field; that something stands there is said as of any other.
  if (field === 'sourceIndex' && conversion) return readIndex(cell, conversion)
  return readText(cell, field)
}

/** An index brings its value: it waits with either of the two. */
function waits({ differences }: Here, id: string, field: AnswerField): boolean {
  const fields = field === 'sourceIndex' ? [field, 'value'] : [field]
  return fields.some((one) => differences.has(fieldKey({ kind: 'indicator', id }, one)))
}

/** Space at either end is lost on the way through other programs, and says nothing. */
function isSame(before: string | number | null, after: string | number): boolean {
  return typeof before === 'string' ? before.trim() === after : before === after
}

function placeOf(table: Table, at: number, column: AnswerField): string {
  return `${columnLetter(table.columns.get(column) ?? 0)}${at + 1}`
}

/** Joined cells among the answers: all but their first cell are blank to a reader. */
export function answerMerges(table: Table): Merge[] {
  const columns = ANSWER_FIELDS.flatMap((field) => table.columns.get(field) ?? [])
  return table.sheet.merges.filter(
    ({ startRow, startColumn, endRow, endColumn }) =>
      endRow > table.headRow &&
      startRow < table.sheet.rows.length &&
      columns.some((column) => column >= startColumn && column <= endColumn) &&
      table.sheet.rows
        .slice(startRow, endRow + 1)
        .some((cells) => cells.slice(startColumn, endColumn + 1).some((cell) => cell !== null)),
  )
}

function isMerged(merges: readonly Merge[], at: number, column: number | undefined): boolean {
  return merges.some((merge) => merge.startRow === at && merge.startColumn === column)
}
