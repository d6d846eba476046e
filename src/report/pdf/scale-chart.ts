import { axisShare } from '../axis'
import { formatNumber } from '../format'
import type { Scale, Summary } from '../model'
import type { Pen } from './drawing'
import { HAIRLINE, PT, SMALL, SMALL_BOLD, type Style } from './geometry'
import type { Measure } from './measure'
import { INK, INK_2, LEVEL_EDGE, toneColours } from './palette'
import { write, writeCentred, writeRight } from './text-atoms'

/** Height of the chart, mm. */
export const SCALE_HEIGHT = 19.5
const BAR_TOP = 7.6
const BAR_HEIGHT = 5.4
const ROW = 3.6

interface Axis {
  readonly left: number
  readonly right: number
  at(value: number): number
}

/** The index on the scale of predicates, with a dotted line to the highest that is still possible. */
export function drawScale(
  pen: Pen,
  measure: Measure,
  summary: Summary,
  scale: Scale,
  frame: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const { x, y, width } = frame
  const axis: Axis = {
    left: x,
    right: x + width,
    at: (value) => x + width * axisShare(scale, value),
  }
  for (const band of scale.bands) drawBand(pen, measure, band, axis, y, summary.predicate?.lead === band.name)
  drawFloors(pen, measure, scale, axis, y + BAR_TOP + BAR_HEIGHT + 0.9)
  if (summary.index.value !== null) drawPointers(pen, measure, summary, scale, axis, y)
}

function drawBand(
  pen: Pen,
  measure: Measure,
  band: Scale['bands'][number],
  axis: Axis,
  y: number,
  reached: boolean,
): void {
  const { fill, ink } = toneColours(band.tone)
  const left = axis.at(band.from) + (band.from === axis.left ? 0 : 0.25)
  const width = axis.at(band.to) - 0.25 - left
  if (width <= 0) return
  const box = { x: left, y: y + BAR_TOP, width, height: BAR_HEIGHT }
  pen.add({ kind: 'rect', ...box, fill, stroke: LEVEL_EDGE, strokeWidth: HAIRLINE })
  const style: Style = { ...SMALL, weight: reached ? 'bold' : 'regular', colour: ink }
  const size = Math.min(style.size, (style.size * (width - 2)) / measure.width(band.name, style))
  // Under 5 pt nobody reads it: the floors below still tell the bands apart.
  if (size >= 5)
    write(pen, band.name, left + Math.min(1.8, (width - 2) / 4 + 0.5), box.y, { ...style, size }, BAR_HEIGHT)
}

function drawFloors(pen: Pen, measure: Measure, scale: Scale, axis: Axis, y: number): void {
  write(pen, formatNumber(scale.min), axis.left, y, SMALL)
  writeRight(pen, measure, formatNumber(scale.max), axis.right, y, SMALL)
  for (const { from } of scale.bands) {
    if (from > scale.min && from < scale.max)
      writeCentred(pen, measure, formatNumber(from), axis.at(from), y, SMALL)
  }
}

function drawPointers(
  pen: Pen,
  measure: Measure,
  { index }: Summary,
  scale: Scale,
  axis: Axis,
  y: number,
): void {
  const at = axis.at(index.value ?? scale.min)
  const top = y + BAR_TOP
  const under = top + BAR_HEIGHT
  const up = { kind: 'polygon', fill: INK } as const
  pen.add({
    ...up,
    points: [
      { x: at, y: top - 0.4 },
      { x: at - 1.5, y: top - 2.6 },
      { x: at + 1.5, y: top - 2.6 },
    ],
  })
  // Below, the floors' numbers go first.
  const free = scale.bands.every(({ from }) => Math.abs(axis.at(from) - at) > 4) && axis.right - at > 3
  if (free) {
    const low = under + 2
    pen.add({
      ...up,
      points: [
        { x: at, y: under + 0.4 },
        { x: at - 1.2, y: low },
        { x: at + 1.2, y: low },
      ],
    })
  }
  const half = measure.width(index.text, SMALL_BOLD) / 2
  const label = Math.min(axis.right - half, Math.max(axis.left + half, at))
  writeCentred(pen, measure, index.text, label, top - 2.8 - ROW, SMALL_BOLD)
  drawHighest(pen, measure, scale, axis, { from: at + 2.4, clear: label + half + 1, y: top - 1.6 })
}

function drawHighest(
  pen: Pen,
  measure: Measure,
  { highest }: Scale,
  axis: Axis,
  { from, clear, y }: { from: number; clear: number; y: number },
): void {
  const at = axis.at(highest.value ?? 0)
  if (at <= from) return
  const text = `paling tinggi ${highest.text}`
  const width = measure.width(text, SMALL)
  const line = { kind: 'line', width: 0.5 * PT * 2, colour: INK_2 } as const
  pen.add({ ...line, x1: at, x2: at, y1: y - 1.3, y2: y + 1.3 })
  pen.add({ ...line, x1: from, x2: at, y1: y, y2: y, dash: [0.5, 0.9] })
  const textTop = y - ROW / 2
  if (at + 1.5 + width <= axis.right) return write(pen, text, at + 1.5, textTop, SMALL)
  // No room to the right: above the line, clear of the index.
  const right = Math.min(axis.right, Math.max(at, clear + width))
  writeRight(pen, measure, text, right, textTop - ROW - 0.4, SMALL)
}
