import type { CellStyle } from 'hucre/xlsx'
import type { Look } from '../workbook'

const INK = { rgb: '2B2326' }
const MARUN = { rgb: '4A1D2D' }
/** Each style names it again: a font without a name is left to the program. */
export const FONT = { name: 'Calibri', size: 11 }
const HEAD_FILL = solid('4A1D2D')
const INPUT_FILL = solid('FFF6DD')
const EDGE = { style: 'thin', color: { rgb: 'C9BFC2' } } as const
const BORDER = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE }
const TOP = { vertical: 'top', wrapText: true } as const
const LEFT = { vertical: 'top', horizontal: 'left' } as const
const NUMBER = { vertical: 'top', horizontal: 'right' } as const
/** Text stays text when it is edited: "=1+1" and "3-4" too. */
const AS_TEXT = '@'

function solid(rgb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const
}

/** How each kind of cell looks in the file. A cell is locked unless it says otherwise. */
export const STYLES: Readonly<Record<Look, CellStyle>> = {
  title: { font: { ...FONT, bold: true, size: 14, color: MARUN }, numFmt: AS_TEXT },
  note: { font: { ...FONT, italic: true, color: INK }, numFmt: AS_TEXT },
  label: { font: { ...FONT, color: INK }, alignment: { vertical: 'top' }, numFmt: AS_TEXT },
  head: {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: HEAD_FILL,
    border: BORDER,
    alignment: { vertical: 'center', wrapText: true },
    numFmt: AS_TEXT,
  },
  text: { border: BORDER, alignment: TOP, numFmt: AS_TEXT },
  number: { border: BORDER, alignment: { vertical: 'top', horizontal: 'center' }, numFmt: '0' },
  whole: { border: BORDER, alignment: NUMBER, numFmt: '0' },
  percent: { border: BORDER, alignment: NUMBER, numFmt: '0.00' },
  figure: { border: BORDER, alignment: NUMBER, numFmt: '0.00' },
  exact: { border: BORDER, alignment: NUMBER, numFmt: 'General' },
  day: { border: BORDER, alignment: LEFT, numFmt: 'dd/mm/yyyy' },
  strong: { font: { ...FONT, bold: true }, border: BORDER, alignment: NUMBER, numFmt: '0.00' },
  result: {
    font: { ...FONT, bold: true, size: 14, color: MARUN },
    border: BORDER,
    alignment: LEFT,
    numFmt: '0.00',
  },
  count: { border: BORDER, alignment: LEFT, numFmt: '0' },
  level: {
    fill: INPUT_FILL,
    border: BORDER,
    alignment: { vertical: 'top', horizontal: 'center' },
    numFmt: 'General',
    protection: { locked: false },
  },
  input: {
    fill: INPUT_FILL,
    border: BORDER,
    alignment: TOP,
    numFmt: AS_TEXT,
    protection: { locked: false },
  },
}
