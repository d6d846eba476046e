import { axisShare } from '../axis'
import { formatNumber } from '../format'
import type { NodeRow, Scale, Summary } from '../model'
import type { Pen } from './drawing'
import { BODY, HAIRLINE, LEFT, lineHeight, RIGHT, type Style } from './geometry'
import type { Measure } from './measure'
import { CHART_FLOOR, CHART_NOW, INK, INK_3 } from './palette'
import { write, writeRight } from './text-atoms'
import { wrap } from './wrap'

const FLOOR_NAME: Style = { size: 7.5, leading: 9.5, weight: 'regular', colour: INK }
const FLOOR_VALUE: Style = { ...FLOOR_NAME, colour: INK_3 }
const HEAD = 9
const BARS_LEFT = LEFT + 42
const BARS_RIGHT = RIGHT - 16

/** Height of the chart for `count` bars with rows of `row` mm. */
export function barChartHeight(count: number, row: number, scale: Scale | null): number {
  return (scale ? HEAD : 0) + count * row
}

/** Values as bars, with the predicates' floors as lines of reference only: a domain has no predicate. */
export function drawBars(
  pen: Pen,
  measure: Measure,
  rows: readonly NodeRow[],
  { axis, scale }: Summary,
  { y, row }: { readonly y: number; readonly row: number },
): void {
  const at = (value: number) => BARS_LEFT + (BARS_RIGHT - BARS_LEFT) * axisShare(axis, value)
  const top = y + (scale ? HEAD : 0)
  const end = top + rows.length * row
  const line = { kind: 'line', width: HAIRLINE * 1.5, colour: CHART_FLOOR } as const
  rows.forEach((node, index) => drawBar(pen, measure, node, at, top + index * row, row))
  for (const { name, from } of scale?.bands ?? []) {
    if (from <= axis.min) continue
    pen.add({ ...line, x1: at(from), x2: at(from), y1: y, y2: end, dash: [0.5, 0.8] })
    write(pen, name, at(from) + 1, y, FLOOR_NAME)
    write(pen, formatNumber(from), at(from) + 1, y + lineHeight(FLOOR_NAME), FLOOR_VALUE)
  }
  pen.add({ ...line, x1: BARS_LEFT, x2: BARS_LEFT, y1: top - 1, y2: end })
}

function drawBar(
  pen: Pen,
  measure: Measure,
  node: NodeRow,
  at: (value: number) => number,
  y: number,
  row: number,
): void {
  const height = Math.min(6, row - 1.6)
  const middle = y + row / 2
  const labelStyle = row < 7 ? { ...BODY, size: 8, leading: 9.5 } : { ...BODY, size: 9, leading: 11 }
  const name = wrap(measure, node.name, labelStyle, BARS_LEFT - LEFT - 3).slice(0, row < 7 ? 1 : 2)
  const lines = [
    ...name.map((text) => ({ text, style: labelStyle })),
    ...(name.length === 1 && row >= 8 ? [{ text: `bobot ${node.weight}`, style: FLOOR_VALUE }] : []),
  ]
  let top = middle - lines.reduce((sum, line) => sum + lineHeight(line.style), 0) / 2
  for (const { text, style } of lines) {
    write(pen, text, LEFT, top, style)
    top += lineHeight(style)
  }
  const { value, text } = node.figure
  if (value !== null) {
    // The lowest value still shows a sliver, so that it does not look like a blank.
    const width = Math.max(0.6, at(value) - BARS_LEFT)
    pen.add({ kind: 'rect', x: BARS_LEFT, y: middle - height / 2, width, height, fill: CHART_NOW })
  }
  const bold: Style = { ...BODY, weight: 'bold' }
  writeRight(pen, measure, text, RIGHT, middle - lineHeight(bold) / 2, bold)
}
