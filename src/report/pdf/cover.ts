import type { ReportModel } from '../model'
import type { Pen } from './drawing'
import {
  BODY,
  COVER_NAME,
  COVER_TITLE,
  H2,
  LABEL,
  LEFT,
  lineHeight,
  PAGE,
  RIGHT,
  type Style,
} from './geometry'
import type { Measure } from './measure'
import { ACCENT, CLOTH, INK, INK_2, LINE_STRONG, THREAD, THREAD_FAINT } from './palette'
import { rule } from './table'
import { write, writeRuns } from './text-atoms'
import { wrapRuns } from './rich-text'
import { wrap, wrapBalanced } from './wrap'

const BAND = 32
const TITLE_TOP = 89
const FACTS_BOTTOM = PAGE.height - 52
const NOTE_BOTTOM = PAGE.height - 20
const NOTE_WIDTH = 130
const FACT_LEFT = LEFT + 42

/** The cover: band, title, institution, facts, and in a sentence that nothing of it is official. */
export function drawCover(pen: Pen, measure: Measure, { cover }: ReportModel): void {
  drawBand(pen)
  const kicker = { ...H2, colour: ACCENT }
  write(pen, cover.kicker, LEFT, TITLE_TOP, kicker)
  let y = TITLE_TOP + lineHeight(kicker) + 3
  const below = (text: string, style: Style, width: number, most: number) => {
    for (const line of wrapBalanced(measure, text, style, width).slice(0, most)) {
      write(pen, line, LEFT, y, style)
      y += lineHeight(style)
    }
  }
  below(cover.title, COVER_TITLE, 140, 4)
  y += 14
  below(cover.institution, COVER_NAME, 150, 3)
  below(cover.year, { ...COVER_NAME, weight: 'regular', colour: INK_2 }, 150, 1)
  drawFacts(pen, measure, cover.facts)
  drawNote(pen, measure, cover.disclaimer)
}

function drawFacts(pen: Pen, measure: Measure, facts: ReportModel['cover']['facts']): void {
  const set = facts.map(({ label, text }) => ({
    label,
    lines: wrap(measure, text, BODY, RIGHT - FACT_LEFT).slice(0, 3),
  }))
  const height = set.reduce((sum, fact) => sum + fact.lines.length * lineHeight(BODY) + 2.4, 0)
  let y = FACTS_BOTTOM - height
  for (const { label, lines } of set) {
    write(pen, label, LEFT, y + 1.2, LABEL)
    lines.forEach((line, index) => write(pen, line, FACT_LEFT, y + 1.2 + index * lineHeight(BODY), BODY))
    y += lines.length * lineHeight(BODY) + 2.4
  }
}

function drawNote(pen: Pen, measure: Measure, note: ReportModel['cover']['disclaimer']): void {
  const runs = [
    { text: `${note.lead} `, weight: 'bold' },
    { text: note.text, weight: 'regular' },
  ] as const
  const lines = wrapRuns(measure, runs, BODY, NOTE_WIDTH)
  const top = NOTE_BOTTOM - lines.length * lineHeight(BODY)
  rule(pen, LEFT, LEFT + NOTE_WIDTH, top - 4, LINE_STRONG)
  lines.forEach((line, index) => {
    for (const run of line) {
      const style = { ...BODY, weight: run.weight, colour: run.weight === 'bold' ? INK : INK_2 }
      writeRuns(pen, [run], LEFT, top + index * lineHeight(BODY), style)
    }
  })
}

/** Cloth with two rows of the gold triangles (pucuk rebung). */
function drawBand(pen: Pen): void {
  pen.add({ kind: 'rect', x: 0, y: 0, width: PAGE.width, height: BAND, fill: CLOTH })
  triangles(pen, 3, 24.4, THREAD_FAINT)
  band(pen, 21.5, 0.2, THREAD_FAINT)
  band(pen, 24.4, 0.2, THREAD_FAINT)
  triangles(pen, 9, 31.4, THREAD)
  band(pen, 31.3, 0.7, THREAD)
}

function band(pen: Pen, y: number, height: number, fill: string): void {
  pen.add({ kind: 'rect', x: 0, y, width: PAGE.width, height, fill })
}

function triangles(pen: Pen, width: number, base: number, fill: string): void {
  const count = Math.ceil(PAGE.width / width)
  const first = (PAGE.width - count * width) / 2
  for (let index = 0; index < count; index++) {
    const x = first + index * width
    pen.add({
      kind: 'polygon',
      points: [
        { x, y: base },
        { x: x + width / 2, y: base - width / 2 },
        { x: x + width, y: base },
      ],
      fill,
    })
  }
}
