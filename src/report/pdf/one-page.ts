import type { OnePageModel, RatedList } from '../one-page'
import { drawChip, LARGE_CHIP } from './chip'
import type { Layout, Pen } from './drawing'
import { finishPages } from './finish'
import { createFlow } from './flow'
import {
  BODY,
  BODY_BOLD,
  BOTTOM,
  FINE,
  H2,
  HEAD,
  LEFT,
  lineHeight,
  TEXT_WIDTH,
  TOP,
  type Style,
} from './geometry'
import type { Measure } from './measure'
import { ACCENT } from './palette'
import { wrapRuns } from './rich-text'
import { aspectsHeight, drawAspects } from './summary-aspects'
import { drawIndex } from './summary-index'
import { write, writeRuns } from './text-atoms'
import { wrap } from './wrap'
import { drawYearLine } from './year-chart'

const SECTION_GAP = 8
const BETWEEN_LISTS = 9
const LIST_WIDTH = (TEXT_WIDTH - BETWEEN_LISTS) / 2
const ITEM_GAP = 2.2
const ITEM_LEFT = LARGE_CHIP.width + 3
/** Most lines of a name; the rest of a longer one stands in the report. */
const NAME_LINES = 2
const BLANK_LINES = 3
/** Height of the line of years, mm. */
const LEAST_LINE = 24
const MOST_LINE = 40

/** The summary for the head of the institution: one page, whatever it holds. Pure; texts must already be cleaned. */
export function layoutOnePage(model: OnePageModel, measure: Measure): Layout {
  const flow = createFlow()
  flow.newPage()
  drawOnePage(flow.pen, measure, model)
  finishPages(model, measure, flow, 0)
  return { pages: flow.pages, destinations: flow.destinations, bookmarks: [] }
}

/** From above: heading, index, aspects; from below: blanks, the two lists, the years. The aspects take what is between. */
function drawOnePage(pen: Pen, measure: Measure, model: OnePageModel): void {
  const afterIndex = drawIndex(pen, measure, model.summary, drawHeading(pen, measure, model) + 5)
  const lists = [model.strengths, model.weaknesses].map((list) => setList(measure, list))
  const listsHeight = Math.max(...lists.map(({ height }) => height))
  const blanks = setBlanks(measure, model)
  const blanksHeight = blanks.length * lineHeight(BODY)
  const lowest = BOTTOM - blanksHeight - SECTION_GAP - listsHeight
  const line = setYearLine(measure, model, lowest - afterIndex - 2 * SECTION_GAP)
  const bottom = lowest - SECTION_GAP - line.height
  const end = drawAspects(pen, measure, model.summary, afterIndex + SECTION_GAP, bottom)
  line.draw(pen, end + SECTION_GAP)
  const top = Math.min(lowest, end + line.height + SECTION_GAP)
  lists.forEach(({ draw }, index) => draw(pen, LEFT + index * (LIST_WIDTH + BETWEEN_LISTS), top))
  const under = top + listsHeight + SECTION_GAP
  blanks.forEach((line, index) => writeRuns(pen, line, LEFT, under + index * lineHeight(BODY), BODY))
}

/** The line of years with the gap above it; nothing where there is none, or where aspects would be left out for it. */
function setYearLine(measure: Measure, { yearLine, summary }: OnePageModel, room: number) {
  const head = SECTION_GAP + lineHeight(H2)
  const height = Math.min(MOST_LINE, room - aspectsHeight(measure, summary) - head)
  if (!yearLine || height < LEAST_LINE) return { height: 0, draw: () => undefined }
  return {
    height: head + height,
    draw(pen: Pen, y: number): void {
      write(pen, 'Tahun ke tahun', LEFT, y, H2)
      const frame = { x: LEFT, y: y + lineHeight(H2), width: TEXT_WIDTH, height }
      drawYearLine(pen, measure, yearLine, frame)
    },
  }
}

/** Heading, institution and state; gives where they end. */
function drawHeading(pen: Pen, measure: Measure, { heading, institution, state }: OnePageModel): number {
  write(pen, heading, LEFT, TOP, HEAD)
  let y = TOP + lineHeight(HEAD) + 0.5
  const lines = (text: string, style: Style, most: number) => {
    for (const line of wrap(measure, text, style, TEXT_WIDTH).slice(0, most)) {
      write(pen, line, LEFT, y, style)
      y += lineHeight(style)
    }
  }
  lines(institution, BODY_BOLD, 2)
  lines(state, FINE, 1)
  return y
}

function setBlanks(measure: Measure, { blanks }: OnePageModel) {
  const runs = [
    { text: blanks.lead, weight: 'bold' },
    { text: blanks.text, weight: 'regular' },
  ] as const
  return wrapRuns(measure, runs, BODY, TEXT_WIDTH).slice(0, BLANK_LINES)
}

/** A list of strengths or weaknesses, ready to be drawn `height` mm high. */
interface SetList {
  readonly height: number
  readonly draw: (pen: Pen, x: number, y: number) => void
}

function setList(measure: Measure, { heading, rule, items, none }: RatedList): SetList {
  const head = lineHeight(H2) + lineHeight(FINE) + 2
  const set = items.map((item) => {
    const number = `${item.number} `
    const indent = measure.width(number, BODY_BOLD)
    const lines = wrap(measure, item.name, BODY_BOLD, LIST_WIDTH - ITEM_LEFT - indent).slice(0, NAME_LINES)
    return { item, number, indent, lines, height: lines.length * lineHeight(BODY_BOLD) + lineHeight(FINE) }
  })
  const absent = set.length > 0 ? [] : wrap(measure, none, BODY, LIST_WIDTH).slice(0, NAME_LINES)
  const height = set.reduce((sum, item) => sum + item.height, Math.max(0, set.length - 1) * ITEM_GAP)
  return {
    height: head + height + absent.length * lineHeight(BODY),
    draw: (pen, x, y) => {
      write(pen, heading, x, y, H2)
      write(pen, rule, x, y + lineHeight(H2), FINE)
      let top = y + head
      absent.forEach((line, index) => write(pen, line, x, top + index * lineHeight(BODY), BODY))
      for (const { item, number, indent, lines, height: itemHeight } of set) {
        drawChip(pen, measure, item.level, x, top + 0.4, LARGE_CHIP)
        write(pen, number.trim(), x + ITEM_LEFT, top, { ...BODY_BOLD, colour: ACCENT })
        lines.forEach((line, index) =>
          write(pen, line, x + ITEM_LEFT + indent, top + index * lineHeight(BODY_BOLD), BODY_BOLD),
        )
        write(pen, item.detail, x + ITEM_LEFT, top + lines.length * lineHeight(BODY_BOLD), FINE)
        top += itemHeight + ITEM_GAP
      }
    },
  }
}
