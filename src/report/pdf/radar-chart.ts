import type { NodeRow } from '../model'
import { radarCorners, radarSides, spokePoint, type Point } from '../radar'
import type { Pen, Place } from './drawing'
import { HAIRLINE, lineHeight, PT, type Style } from './geometry'
import type { Measure } from './measure'
import { CHART_AREA, CHART_GRID, CHART_NOW, INK, INK_2, INK_3, WHITE } from './palette'
import { writeCentred } from './text-atoms'

const NAME: Style = { size: 7.5, leading: 9, weight: 'regular', colour: INK_2 }
const VALUE: Style = { ...NAME, weight: 'bold', colour: INK }
const RING: Style = { size: 6.5, leading: 8, weight: 'regular', colour: INK_3 }

interface Frame {
  /** The middle. */
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The aspects as a radar with its rings numbered; values stand at the spokes, names in the table beside it. */
export function drawRadar(
  pen: Pen,
  measure: Measure,
  aspects: readonly NodeRow[],
  max: number,
  frame: Frame,
): void {
  const count = aspects.length
  const place = ({ x, y }: Point): Place => ({ x: frame.x + x, y: frame.y + y })
  const corners = radarCorners(
    aspects.map(({ figure }) => figure.value),
    max,
    frame.radius,
  ).map((corner) => corner && place(corner))
  const known = corners.flatMap((corner) => corner ?? [])
  if (known.length === count) pen.add({ kind: 'polygon', points: known, fill: CHART_AREA })
  drawGrid(pen, count, max, frame, place)
  drawOutline(pen, corners)
  for (const { x, y } of known) pen.add({ kind: 'dot', x, y, radius: 0.75, fill: CHART_NOW })
  drawRingNumbers(pen, measure, count, max, frame, place)
  aspects.forEach((aspect, index) => {
    const at = place(spokePoint(index, count, 1 + 6.5 / frame.radius, frame.radius))
    const top = at.y - lineHeight(NAME)
    writeCentred(pen, measure, `Aspek ${aspect.number}`, at.x, top, NAME)
    writeCentred(pen, measure, aspect.figure.text, at.x, top + lineHeight(NAME), VALUE)
  })
}

function rings(max: number): number[] {
  const step = max > 6 ? max / 5 : 1
  return Array.from({ length: Math.floor(max / step) }, (_, index) => (index + 1) * step)
}

function drawGrid(
  pen: Pen,
  count: number,
  max: number,
  { x, y, radius }: Frame,
  place: (point: Point) => Place,
): void {
  for (const ring of rings(max)) {
    const points = Array.from({ length: count }, (_, index) =>
      place(spokePoint(index, count, ring / max, radius)),
    )
    pen.add({ kind: 'polygon', points, stroke: CHART_GRID, strokeWidth: HAIRLINE * 1.5 })
  }
  for (let index = 0; index < count; index++) {
    const end = place(spokePoint(index, count, 1, radius))
    pen.add({ kind: 'line', x1: x, y1: y, x2: end.x, y2: end.y, width: HAIRLINE * 1.5, colour: CHART_GRID })
  }
}

function drawOutline(pen: Pen, corners: readonly (Place | undefined)[]): void {
  for (const { from, to } of radarSides(corners)) {
    pen.add({ kind: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, width: 1.1 * PT, colour: CHART_NOW })
  }
}

function drawRingNumbers(
  pen: Pen,
  measure: Measure,
  count: number,
  max: number,
  { radius }: Frame,
  place: (point: Point) => Place,
): void {
  for (const ring of rings(max)) {
    // Between the first two spokes, where no label stands.
    const at = place(spokePoint(0.5, count, (ring / max) * Math.cos(Math.PI / count), radius))
    const width = measure.width(String(ring), RING) + 0.6
    pen.add({ kind: 'rect', x: at.x - width / 2, y: at.y - 1.1, width, height: 2.2, fill: WHITE })
    writeCentred(pen, measure, String(ring), at.x, at.y - lineHeight(RING) / 2, RING)
  }
}
