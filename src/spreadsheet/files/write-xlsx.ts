import { writeXlsx, type Cell, type DataValidation, type WriteOptions } from 'hucre/xlsx'
import {
  columnLetter,
  linesOf,
  type Choice,
  type WrittenBook,
  type WrittenCell,
  type WrittenSheet,
} from '../workbook'
import { FONT, STYLES } from './looks'

type SheetToWrite = WriteOptions['sheets'][number]

/** The bytes of a workbook (.xlsx). Throws what the library throws; nothing of ours is refused by it. */
export async function writeWorkbook(book: WrittenBook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: book.sheets.map(sheetToWrite),
    namedRanges: [
      ...book.names.map(({ name, cell }) => ({ name, range: cell })),
      ...book.sheets.flatMap(repeatedHeads),
    ],
    defaultFont: FONT,
    properties: {
      title: book.title,
      creator: book.author,
      created: new Date(`${book.madeAt}:00Z`),
      modified: new Date(`${book.madeAt}:00Z`),
    },
  })
}

function sheetToWrite(sheet: WrittenSheet): SheetToWrite {
  const { headRow } = sheet
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    cells: cellsOf(sheet),
    rowDefs: heightsOf(sheet),
    dataValidations: sheet.choices.map(validationOf),
    ...(headRow === null
      ? {}
      : {
          freezePane: { rows: headRow + 1, columns: sheet.frozenColumns },
          autoFilter: { range: tableRange(sheet, headRow) },
        }),
    // Without a password: it keeps from writing over a formula by mistake, and anyone may lift it.
    protection: {
      sheet: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatCells: true,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: '&LSementara, bukan nilai resmi&C&A&R&P / &N' },
  }
}

/**
 * The heads again on every printed page. Named here and not by the library's option, which leaves the quotes off a
 * sheet's name that has spaces: Excel would have to repair such a file.
 */
function repeatedHeads({ name, headRow }: WrittenSheet) {
  if (headRow === null) return []
  const range = `'${name.replace(/'/g, "''")}'!$${headRow + 1}:$${headRow + 1}`
  return [{ name: '_xlnm.Print_Titles', range, scope: name }]
}

/** Points for one line of text, and the most that a row can take. */
const LINE_HEIGHT = 15
const HIGHEST_ROW = 400

/**
 * Heights of rows with several lines: not every program finds them by itself. A row that is still to be filled in is
 * left alone, so that it grows as one writes.
 */
function heightsOf({ rows, widths }: WrittenSheet): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>()
  rows.forEach((row, at) => {
    const inputs = row.filter(({ look }) => look === 'input' || look === 'level')
    const toFillIn = inputs.length > 0 && inputs.every(({ value }) => value === null)
    const lines = linesOf(row, widths)
    if (lines > 1 && !toFillIn) heights.set(at, { height: Math.min(lines * LINE_HEIGHT, HIGHEST_ROW) })
  })
  return heights
}

function tableRange(sheet: WrittenSheet, headRow: number): string {
  const heads = sheet.rows[headRow] ?? []
  // The table ends at the first blank row: what follows has heads of its own.
  const blank = sheet.rows.findIndex((row, at) => at > headRow && row.length === 0)
  const last = blank < 0 ? sheet.rows.length : blank
  return `A${headRow + 1}:${columnLetter(heads.length - 1)}${last}`
}

function cellsOf(sheet: WrittenSheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>()
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((written, column) => cells.set(`${rowIndex},${column}`, cellToWrite(written)))
  })
  return cells
}

function cellToWrite({ value, look }: WrittenCell): Partial<Cell> {
  const style = STYLES[look]
  if (typeof value === 'string') return { ...textCell(value), style }
  if (value === null || typeof value === 'number') return { value, style }
  if ('day' in value) return { value: new Date(`${value.day}T00:00:00Z`), style }
  const { formula, result } = value
  return { formula, formulaResult: result, style }
}

/** As runs of rich text: a plain text that reads "#N/A" would be written as an error. */
function textCell(text: string): Partial<Cell> {
  return /^#[A-Z0-9/]+[!?]?$/.test(text) ? { richText: [{ text: literal(text) }] } : { value: literal(text) }
}

/** The format writes odd characters as `_x000D_`; a text that looks like that is marked, to be read as it is. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

function validationOf({ range, values, min, max }: Choice): DataValidation {
  const said = values
    ? values.map((value) => String(value).replace('.', ',')).join('; ')
    : `${min} sampai ${max}`
  const isList = values !== null && values.every(Number.isInteger)
  return {
    range,
    // A decimal in a list would be read with a point where the comma is the decimal sign.
    ...(isList
      ? { type: 'list', values: values.map(String) }
      : { type: 'decimal', operator: 'between', formula1: String(min), formula2: String(max) }),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Tingkat tidak dikenal',
    errorMessage: `Isi dengan angka: ${said}. Kosongkan bila belum dinilai.`,
    showInputMessage: true,
    inputTitle: 'Tingkat',
    inputMessage: `${said}. Kosong bila belum dinilai.`,
  }
}
