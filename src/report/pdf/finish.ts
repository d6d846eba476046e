import type { Destination, Drawing, Page, PageReference, Pen } from './drawing'
import {
  HAIRLINE,
  LEFT,
  lineHeight,
  PAGE,
  RIGHT,
  SMALL,
  SMALL_BOLD,
  TEXT_WIDTH,
  type Style,
} from './geometry'
import type { Measure } from './measure'
import { LINE_STRONG } from './palette'
import { rule } from './table'
import { write, writeRight } from './text-atoms'
import { wrap } from './wrap'

const HEAD_TOP = 13
const FOOT_BOTTOM = PAGE.height - 11

interface Finishable {
  readonly pages: readonly Page[]
  readonly destinations: ReadonlyMap<string, Destination>
}

/** What stands in head and foot of every page. */
export interface Running {
  readonly title: string
  readonly institution: string
  readonly provisional: string
}

/**
 * What can be said only when all pages are there: page references, and head and foot of every page but the first
 * `bare` ones and those that are bare themselves.
 */
export function finishPages(
  running: Running,
  measure: Measure,
  { pages, destinations }: Finishable,
  bare: number,
): void {
  pages.forEach(({ drawings, bare: withoutHead }, index) => {
    const resolved = drawings.flatMap((drawing) =>
      drawing.kind === 'page-reference' ? referenceDrawings(measure, drawing, destinations) : [drawing],
    )
    drawings.splice(0, drawings.length, ...resolved)
    if (index < bare || withoutHead) return
    const pen: Pen = { add: (drawing) => drawings.push(drawing), mark: () => undefined }
    drawHead(pen, measure, running)
    drawFoot(pen, measure, running.provisional, `${index + 1} / ${pages.length}`)
  })
}

function drawHead(pen: Pen, measure: Measure, { title, institution }: Running): void {
  const left = oneLine(measure, title, TEXT_WIDTH / 2 - 3)
  write(pen, left, LEFT, HEAD_TOP, SMALL)
  const room = TEXT_WIDTH - measure.width(left, SMALL) - 6
  writeRight(pen, measure, oneLine(measure, institution, room), RIGHT, HEAD_TOP, SMALL)
}

function drawFoot(pen: Pen, measure: Measure, provisional: string, pageOf: string): void {
  const top = FOOT_BOTTOM - lineHeight(SMALL)
  rule(pen, LEFT, RIGHT, top - 2, LINE_STRONG)
  write(pen, provisional, LEFT, top, SMALL_BOLD)
  writeRight(pen, measure, pageOf, RIGHT, top, SMALL)
}

/** A running head has one line: the rest of a very long name stands on the cover. */
function oneLine(measure: Measure, text: string, width: number): string {
  const [first = '', ...rest] = wrap(measure, text, SMALL, width)
  return rest.length > 0 ? `${wrap(measure, text, SMALL, width - 3)[0] ?? first} …` : first
}

function referenceDrawings(
  measure: Measure,
  { right, y, to, style }: PageReference,
  destinations: ReadonlyMap<string, Destination>,
): Drawing[] {
  const destination = destinations.get(to)
  if (!destination) return []
  const text = `hlm. ${destination.page}`
  const x = right - measure.width(text, style)
  return [textAt(text, x, y, style), underline(x, right, y + 0.55, style)]
}

function textAt(text: string, x: number, y: number, { size, weight, colour }: Style): Drawing {
  return { kind: 'text', x, y, text, size, weight, colour }
}

function underline(x1: number, x2: number, y: number, { colour }: Style): Drawing {
  return { kind: 'line', x1, x2, y1: y, y2: y, width: HAIRLINE, colour }
}
