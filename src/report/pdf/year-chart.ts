import { BROKEN, type YearLine, type YearPoint } from '../year-line'
import type { Pen, Place } from './drawing'
import { HAIRLINE, lineHeight, PT, type Style } from './geometry'
import type { Measure } from './measure'
import { CHART_FLOOR, CHART_GRID, CHART_NOW, INK, INK_2, WHITE } from './palette'
import { write, writeCentred, writeRight } from './text-atoms'

const YEAR: Style = { size: 7.5, leading: 9, weight: 'regular', colour: INK_2 }
const VALUE: Style = { ...YEAR, weight: 'bold', colour: INK }
const ROW = lineHeight(YEAR)
const DOT = 1
/** From the middle of a dot to the top of its value's line. */
const VALUE_ABOVE = DOT + ROW + 0.4
/** For the ticks' numbers, and from the axis to the first year. */
const LEFT_SIDE = 5
const INDENT = 8
/** Above the axis: where the line is broken, and the value of a year at its top. */
const ABOVE = 2 * ROW + 2

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The line of years: dots with their values, a dashed rule where the instrument is another one. */
export function drawYearLine(pen: Pen, measure: Measure, line: YearLine, frame: Frame): void {
  const left = frame.x + LEFT_SIDE
  const right = frame.x + frame.width
  const top = frame.y + ABOVE
  const foot = frame.y + frame.height - ROW - 1
  const across = (x: number) => left + INDENT + x * (right - left - 2 * INDENT)
  const placeOf = ({ x, y }: YearPoint): Place => ({ x: across(x), y: foot - y * (foot - top) })
  for (const { text, y } of line.ticks) {
    const at = foot - y * (foot - top)
    pen.add({ kind: 'line', x1: left, x2: right, y1: at, y2: at, width: HAIRLINE, colour: CHART_GRID })
    writeRight(pen, measure, text, left - 1.5, at - ROW / 2, YEAR)
  }
  for (const share of line.breaks) {
    const x = across(share)
    const rule = { kind: 'line', width: HAIRLINE * 1.5, colour: CHART_FLOOR, dash: [1, 1] } as const
    pen.add({ ...rule, x1: x, x2: x, y1: frame.y + ROW + 0.3, y2: foot })
    const half = measure.width(BROKEN, YEAR) / 2
    write(pen, BROKEN, Math.max(frame.x, Math.min(right - half, x) - half), frame.y, YEAR)
  }
  for (const point of line.runs.flatMap((run) => run.line)) {
    clearGround(pen, placeOf(point), measure.width(point.text, VALUE))
  }
  for (const run of line.runs) {
    drawStrokes(pen, run.line.map(placeOf))
    for (const point of run.beside) drawDot(pen, placeOf(point), false)
    for (const point of run.line) {
      const at = placeOf(point)
      drawDot(pen, at, point.complete)
      writeCentred(pen, measure, point.text, at.x, at.y - VALUE_ABOVE, VALUE)
      writeCentred(pen, measure, point.year, at.x, foot + 1, YEAR)
    }
  }
}

/** Takes the grid away where the value of a year will stand. */
function clearGround(pen: Pen, { x, y }: Place, width: number): void {
  pen.add({
    kind: 'rect',
    x: x - width / 2 - 0.4,
    y: y - VALUE_ABOVE,
    width: width + 0.8,
    height: ROW,
    fill: WHITE,
  })
}

function drawStrokes(pen: Pen, places: readonly Place[]): void {
  places.slice(1).forEach(({ x, y }, at) => {
    const from = places[at]
    if (from)
      pen.add({ kind: 'line', x1: from.x, y1: from.y, x2: x, y2: y, width: 1.4 * PT, colour: CHART_NOW })
  })
}

/** Hollow where the result is not the line's, or not every indicator is answered. */
function drawDot(pen: Pen, { x, y }: Place, filled: boolean): void {
  pen.add({ kind: 'dot', x, y, radius: DOT, fill: CHART_NOW })
  if (!filled) pen.add({ kind: 'dot', x, y, radius: DOT * 0.55, fill: WHITE })
}
