import type { ReadBook, ReadCell } from '../../src/spreadsheet/grid'
import { writeWorkbook } from '../../src/spreadsheet/files/write-xlsx'
import { cell, type WrittenBook, type WrittenCell } from '../../src/spreadsheet/workbook'

/** What is put into cells of a sheet, by place: { C4: 3, E4: 'teks' }. Null empties a cell. */
export type Edits = Readonly<Record<string, string | number | null>>

/** A workbook as another program would save it: the same cells without looks, some of them changed. */
export async function rewritten(
  book: ReadBook,
  edits: Readonly<Record<string, Edits>> = {},
  names: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const changed: WrittenBook = {
    title: '',
    author: '',
    madeAt: '2025-06-03T09:00',
    names: [],
    sheets: book.sheets.map((sheet) => ({
      name: names[sheet.name] ?? sheet.name,
      widths: [],
      rows: withEdits(sheet.rows, edits[sheet.name] ?? {}),
      headRow: null,
      frozenColumns: 0,
      landscape: false,
      choices: [],
    })),
  }
  return writeWorkbook(changed)
}

function withEdits(rows: readonly (readonly (ReadCell | null)[])[], edits: Edits): WrittenCell[][] {
  const copy = rows.map((row) => row.map((read) => cell(plainValue(read), 'text')))
  for (const [place, value] of Object.entries(edits)) {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(place) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const cells = (copy[Number(row) - 1] ??= [])
    while (cells.length <= column) cells.push(cell(null, 'text'))
    cells[column] = cell(value, 'text')
  }
  return copy
}

function plainValue(read: ReadCell | null): string | number | null {
  if (read?.kind === 'number') return read.value
  return read?.kind === 'text' ? read.text : null
}
