import type { NodeRow, Summary } from '../model'
import type { Pen } from './drawing'
import { FINE, H2, LEFT, lineHeight, RIGHT, TABLE, TABLE_BOLD, TEXT_WIDTH } from './geometry'
import type { Measure } from './measure'
import { drawRadar } from './radar-chart'
import { table, type Column } from './table'
import { write } from './text-atoms'

const HEAD_HEIGHT = lineHeight(H2) + 1.5
const TABLE_WIDTH = 91
const LEAST_PADDING = 0.35
const MOST_PADDING = 1.3
/** Above and below the radar, and beside it: its labels. */
const RADAR_LABELS = 9
const RADAR_SIDE_LABELS = 13
const LEAST_RADIUS = 16

/** The aspects' table beside their radar, within `bottom` mm; gives where they end. */
export function drawAspects(
  pen: Pen,
  measure: Measure,
  { aspects, axis }: Summary,
  top: number,
  bottom: number,
): number {
  if (aspects.length === 0) return top
  write(pen, 'Nilai per aspek', LEFT, top, H2)
  const y = top + HEAD_HEIGHT
  const withRadar = hasRadar(aspects)
  const width = withRadar ? TABLE_WIDTH : TEXT_WIDTH
  const columns = columnsOf(measure, aspects, width)
  const { rows, padding } = fitting(measure, columns, aspects, bottom - y)
  let end = y
  for (const atom of table(measure, LEFT, columns, rows.map(rowOf), { padding })) {
    atom.draw(pen, end)
    end += atom.height
  }
  if (rows.length < aspects.length) {
    write(pen, `dan ${aspects.length - rows.length} aspek lain`, LEFT, end, FINE)
    end += lineHeight(FINE)
  }
  if (!withRadar) return end
  const room = RIGHT - LEFT - TABLE_WIDTH - 6
  const radius = Math.min(room / 2 - RADAR_SIDE_LABELS, (bottom - top) / 2 - RADAR_LABELS, 26)
  const middle = { x: RIGHT - room / 2, y: y + radius + RADAR_LABELS - 4, radius }
  drawRadar(pen, measure, aspects, axis.max, middle)
  return Math.max(end, middle.y + radius + RADAR_LABELS)
}

/** The least height in which no aspect is left out and the radar can be read, mm. */
export function aspectsHeight(measure: Measure, { aspects }: Summary): number {
  if (aspects.length === 0) return 0
  const withRadar = hasRadar(aspects)
  const columns = columnsOf(measure, aspects, withRadar ? TABLE_WIDTH : TEXT_WIDTH)
  const atoms = table(measure, LEFT, columns, aspects.map(rowOf), { padding: LEAST_PADDING })
  const rows = atoms.reduce((sum, { height }) => sum + height, 0)
  return HEAD_HEIGHT + Math.max(rows, withRadar ? 2 * (LEAST_RADIUS + RADAR_LABELS) : 0)
}

function hasRadar({ length }: readonly NodeRow[]): boolean {
  return length >= 3 && length <= 24
}

function columnsOf(measure: Measure, aspects: readonly NodeRow[], width: number): Column[] {
  const number = 3.2 + Math.max(...aspects.map((aspect) => measure.width(String(aspect.number), TABLE)))
  return [
    { head: '', width: number },
    { head: 'Aspek', width: width - number - 14.5 - 16.5 - 9.5 },
    { head: 'Bobot', width: 14.5, right: true },
    { head: 'Terjawab', width: 16.5, right: true },
    { head: 'Nilai', width: 9.5, right: true },
  ]
}

function rowOf(aspect: NodeRow) {
  return {
    cells: [
      { text: String(aspect.number) },
      { text: aspect.name, style: TABLE },
      { text: aspect.weight },
      { text: aspect.answered },
      { text: aspect.figure.text, style: TABLE_BOLD },
    ],
  }
}

/** As many rows as the room holds, with what is left of it as their padding. */
function fitting(measure: Measure, columns: readonly Column[], aspects: readonly NodeRow[], room: number) {
  const heights = table(measure, LEFT, columns, aspects.map(rowOf), { padding: 0 }).map((atom) => atom.height)
  const [head = 0, ...bare] = heights
  const full = bare.reduce((sum, height) => sum + height, head)
  const padding = (room - full) / (2 * aspects.length)
  if (padding >= LEAST_PADDING) return { rows: aspects, padding: Math.min(MOST_PADDING, padding) }
  let used = head + lineHeight(FINE)
  const count = bare.findIndex((height) => (used += height + 2 * LEAST_PADDING) > room)
  return { rows: aspects.slice(0, count < 0 ? aspects.length : count), padding: LEAST_PADDING }
}
