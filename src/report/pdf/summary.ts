import type { ReportModel, Summary } from '../model'
import { barChartHeight, drawBars } from './bar-chart'
import { decisionLines, drawDecisions } from './decisions'
import type { Pen } from './drawing'
import { BOTTOM, H2, HEAD, LEFT, lineHeight, RIGHT, SMALL, TOP } from './geometry'
import type { Measure } from './measure'
import * as names from './names'
import { CHART_FLOOR, CHART_NOW } from './palette'
import { drawAspects } from './summary-aspects'
import { drawIndex } from './summary-index'
import { write } from './text-atoms'

const SECTION_GAP = 7
const HEAD_HEIGHT = lineHeight(H2) + 1.5
/** More bars than this would not be read on one page with the rest. */
const MOST_BARS = 8

/** The summary, always one page: the aspects' table takes what the other parts leave. */
export function drawSummary(pen: Pen, measure: Measure, { summary }: ReportModel): void {
  pen.mark(names.SUMMARY, TOP)
  write(pen, 'Ringkasan', LEFT, TOP, HEAD)
  const afterIndex = drawIndex(pen, measure, summary, TOP + lineHeight(HEAD) + 6)
  const decisions = decisionLines(measure, summary.decisions)
  const decisionsTop = BOTTOM - decisions.height - (decisions.height > 0 ? HEAD_HEIGHT : 0)
  const afterBars = drawDomains(pen, measure, summary, afterIndex)
  const end = drawAspects(pen, measure, summary, afterBars + SECTION_GAP, decisionsTop - SECTION_GAP)
  if (decisions.height === 0) return
  const top = Math.min(decisionsTop, end + SECTION_GAP)
  write(pen, 'Yang perlu diputuskan', LEFT, top, H2)
  drawDecisions(pen, decisions, top + HEAD_HEIGHT)
}

/** Bars of the domains; gives where they end. */
function drawDomains(pen: Pen, measure: Measure, summary: Summary, after: number): number {
  const { domains, scale } = summary
  // A single bar would say no more than the figure above it.
  if (domains.length < 2 || domains.length > MOST_BARS) return after
  const top = after + SECTION_GAP
  write(pen, 'Nilai per domain', LEFT, top, H2)
  drawLegend(pen, measure, top, scale !== null)
  const row = Math.min(10, 44 / domains.length)
  const y = top + HEAD_HEIGHT
  drawBars(pen, measure, domains, summary, { y, row })
  return y + barChartHeight(domains.length, row, scale)
}

function drawLegend(pen: Pen, measure: Measure, top: number, floors: boolean): void {
  const y = top + (lineHeight(H2) - lineHeight(SMALL)) / 2 + 0.4
  const middle = y + lineHeight(SMALL) / 2
  let x = RIGHT
  if (floors) {
    const text = 'ambang predikat indeks'
    x -= measure.width(text, SMALL)
    write(pen, text, x, y, SMALL)
    x -= 2.5
    const line = { kind: 'line', width: 0.2, colour: CHART_FLOOR, dash: [0.5, 0.8] } as const
    pen.add({ ...line, x1: x, x2: x, y1: middle - 2, y2: middle + 2 })
    x -= 5
  }
  x -= measure.width('nilai sementara', SMALL)
  write(pen, 'nilai sementara', x, y, SMALL)
  pen.add({ kind: 'rect', x: x - 6, y: middle - 1.5, width: 4, height: 3, fill: CHART_NOW })
}
