import { drawChip, SMALL_CHIP, type Chip } from './chip'
import type { Pen } from './drawing'
import type { Atom } from './flow'
import { baseline, HAIRLINE, lineHeight, TABLE, TABLE_HEAD, type Style } from './geometry'
import type { Measure } from './measure'
import { ACCENT, LINE, LINE_STRONG } from './palette'
import { write, writeRight } from './text-atoms'
import { wrap } from './wrap'

/** A column `width` mm wide, its gutter included. */
export interface Column {
  readonly head: string
  readonly width: number
  readonly right?: boolean
}

export interface Cell {
  readonly text?: string
  readonly style?: Style
  /** Said below the text in lighter ink. */
  readonly below?: string
  readonly belowStyle?: Style
  readonly chip?: Chip | null
  /** Prints the page of a destination. */
  readonly pageOf?: string
}

export interface Row {
  readonly cells: readonly Cell[]
  /** The whole row leads there. */
  readonly to?: string
  /** Links reach the row by this name. */
  readonly name?: string
  /** A heading inside the table: kept with the row after it, its text may run across. */
  readonly opens?: boolean
}

export interface TableOptions {
  /** Above and below the text of a row, mm. */
  readonly padding?: number
  readonly gap?: number
}

const GUTTER = 3
const PADDING = 1.3
/** A row longer than this goes on as another row: it would not fit on a page. */
const MOST_LINES = 50

interface SetLine {
  readonly text: string
  readonly style: Style
}

/** A table as atoms: the head, kept with the first row and repeated on each page, and one atom for each row. */
export function table(
  measure: Measure,
  x: number,
  columns: readonly Column[],
  rows: readonly Row[],
  options: TableOptions = {},
): Atom[] {
  const padding = options.padding ?? PADDING
  const place = columnPlaces(x, columns)
  const head = headAtom(measure, columns, place, options.gap ?? 0)
  const parts = rows.flatMap((row) => splitRow(measure, columns, row))
  const body = parts.map(({ row, lines }, index): Atom => {
    const height = rowHeight(lines) + 2 * padding
    return {
      height,
      // The last row never stands alone on a page.
      glued: (row.opens ?? false) || index === parts.length - 2,
      overTop: { ...head, gap: 0 },
      draw: (pen, y) => {
        row.cells.forEach((cell, column) => {
          const at = place[column]
          if (at) drawCell(pen, measure, { cell, lines: lines[column] ?? [], at, y, height, padding })
        })
        const end = place.at(-1)?.right ?? x
        if (index < parts.length - 1) rule(pen, x, end, y + height, LINE)
        if (row.name) pen.mark(row.name, y)
        if (row.to) pen.add({ kind: 'link', x, y, width: end - x, height, to: row.to })
      },
    }
  })
  return [head, ...body]
}

interface ColumnPlace {
  readonly left: number
  /** Where right-aligned text ends. */
  readonly right: number
  readonly alignRight: boolean
}

function columnPlaces(x: number, columns: readonly Column[]): ColumnPlace[] {
  let left = x
  return columns.map((column, index) => {
    const gutter = index === columns.length - 1 ? 0 : GUTTER
    const place = { left, right: left + column.width - gutter, alignRight: column.right ?? false }
    left += column.width
    return place
  })
}

function headAtom(
  measure: Measure,
  columns: readonly Column[],
  places: readonly ColumnPlace[],
  gap: number,
): Atom {
  const height = lineHeight(TABLE_HEAD) + PADDING
  return {
    height,
    gap,
    glued: true,
    draw: (pen, y) => {
      columns.forEach((column, index) => {
        const at = places[index]
        if (at?.alignRight) writeRight(pen, measure, column.head, at.right, y, TABLE_HEAD)
        else if (at) write(pen, column.head, at.left, y, TABLE_HEAD)
      })
      rule(pen, places[0]?.left ?? 0, places.at(-1)?.right ?? 0, y + height, LINE_STRONG)
    },
  }
}

function splitRow(
  measure: Measure,
  columns: readonly Column[],
  row: Row,
): { row: Row; lines: SetLine[][] }[] {
  const lines = row.cells.map((cell, index) => {
    const gutter = index === columns.length - 1 ? 0 : GUTTER
    const across = row.opens ? columns.slice(index + 1).reduce((sum, column) => sum + column.width, 0) : 0
    const width = (columns[index]?.width ?? GUTTER) + across - (across > 0 ? 0 : gutter)
    const set = (text: string | undefined, style: Style): SetLine[] =>
      text ? wrap(measure, text, style, width).map((line) => ({ text: line, style })) : []
    return [...set(cell.text, cell.style ?? TABLE), ...set(cell.below, cell.belowStyle ?? TABLE)]
  })
  const most = Math.max(1, ...lines.map((cellLines) => cellLines.length))
  return Array.from({ length: Math.ceil(most / MOST_LINES) }, (_, part) => ({
    row: part === 0 ? row : { cells: row.cells.map(() => ({})) },
    lines: lines.map((cellLines) => cellLines.slice(part * MOST_LINES, (part + 1) * MOST_LINES)),
  }))
}

function rowHeight(lines: readonly (readonly SetLine[])[]): number {
  const heights = lines.map((cell) => cell.reduce((sum, line) => sum + lineHeight(line.style), 0))
  return Math.max(lineHeight(TABLE), ...heights)
}

interface CellPlace {
  readonly cell: Cell
  readonly lines: readonly SetLine[]
  readonly at: ColumnPlace
  readonly y: number
  readonly height: number
  readonly padding: number
}

function drawCell(pen: Pen, measure: Measure, { cell, lines, at, y, padding }: CellPlace): void {
  let top = y + padding
  if (cell.chip !== undefined) {
    const offset = (lineHeight(TABLE) - SMALL_CHIP.height) / 2
    drawChip(pen, measure, cell.chip, at.left, top + offset, SMALL_CHIP)
  }
  if (cell.pageOf) {
    const style = { ...TABLE, colour: ACCENT }
    pen.add({ kind: 'page-reference', right: at.right, y: top + baseline(style), to: cell.pageOf, style })
  }
  for (const { text, style } of lines) {
    if (at.alignRight) writeRight(pen, measure, text, at.right, top, style)
    else write(pen, text, at.left, top, style)
    top += lineHeight(style)
  }
}

/** A hairline across. */
export function rule(pen: Pen, x1: number, x2: number, y: number, colour: string): void {
  pen.add({ kind: 'line', x1, y1: y, x2, y2: y, width: HAIRLINE, colour })
}
