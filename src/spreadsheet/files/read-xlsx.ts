import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx'
import type { FileReading, ReadCell, ReadSheet } from '../grid'
import { columnLetter } from '../workbook'
import { inspect } from './guard'

/** Most rows and columns of a sheet that are read of other people's files. */
export const ROW_LIMIT = 5_000
export const COLUMN_LIMIT = 60
/** Most sheets that are read, the first ones. */
export const SHEET_LIMIT = 40

const DAY = 86_400_000

/**
 * Reads a workbook (.xlsx, .xlsm) whose sheets have at most `rowLimit` rows. Never throws: what cannot be read is refused
 * with a reason.
 */
export async function readWorkbook(bytes: Uint8Array, rowLimit = ROW_LIMIT): Promise<FileReading> {
  const contents = inspect(bytes)
  if (contents.status === 'refused') return contents
  let sheets: Sheet[]
  try {
    // One row more than is allowed, to see that there is one.
    const range = `A1:${columnLetter(COLUMN_LIMIT - 1)}${rowLimit + 1}`
    const book = await readXlsx(bytes, { range, sheets: (_, index) => index < SHEET_LIMIT })
    sheets = book.sheets
  } catch {
    return { status: 'refused', fault: { kind: 'damaged' } }
  }
  const long = sheets.find((sheet) => sheet.rows.length > rowLimit)
  if (long) return { status: 'refused', fault: { kind: 'too-many-rows', sheet: long.name } }
  const { macros, externalLinks } = contents
  return { status: 'read', book: { sheets: sheets.map(sheetOf), macros, externalLinks } }
}

function sheetOf(sheet: Sheet): ReadSheet {
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.map((row, at) =>
      row.map((value, column) => cellOf(value, sheet.cells?.get(`${at},${column}`))),
    ),
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([at]) => at)),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      startRow,
      startColumn: startCol,
      endRow,
      endColumn: endCol,
    })),
  }
}

function cellOf(value: CellValue, details: Cell | undefined): ReadCell | null {
  const formula = details?.formula !== undefined
  if (details?.type === 'error') return { kind: 'error', code: String(value), formula }
  if (value === null || value === '')
    return formula && value === null ? { kind: 'uncomputed', formula } : null
  if (typeof value === 'string') return { kind: 'text', text: value, formula }
  if (typeof value === 'number') return { kind: 'number', value, formula }
  if (typeof value === 'boolean') return { kind: 'truth', value, formula }
  const day = Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return { kind: 'date', serial: serialOf(value), day, formula }
}

/** The number under a date, in days from the end of 1899, as it is before it is shown as a date. */
function serialOf(date: Date): number {
  const days = (date.getTime() - Date.UTC(1899, 11, 31)) / DAY
  // Excel counts a 29 February 1900 that never was.
  return Math.round((days >= 60 ? days + 1 : days) * 1e6) / 1e6
}
