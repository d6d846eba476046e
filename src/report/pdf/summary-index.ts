import type { Summary } from '../model'
import type { Pen } from './drawing'
import { BODY, FINE, INDEX, LABEL, LEFT, lineHeight, RIGHT } from './geometry'
import type { Measure } from './measure'
import { wrapRuns } from './rich-text'
import { drawScale, SCALE_HEIGHT } from './scale-chart'
import { write, writeRuns } from './text-atoms'
import { wrap } from './wrap'

const INDEX_WIDTH = 45
const BESIDE = LEFT + INDEX_WIDTH + 8

/** Index, scale and remarks; gives where they end. */
export function drawIndex(pen: Pen, measure: Measure, summary: Summary, top: number): number {
  let y = top
  for (const line of wrap(measure, summary.indexLabel, LABEL, INDEX_WIDTH).slice(0, 2)) {
    write(pen, line, LEFT, y, LABEL)
    y += lineHeight(LABEL)
  }
  write(pen, summary.index.text, LEFT, y, INDEX)
  y += lineHeight(INDEX) + 1
  const { predicate, scale } = summary
  if (predicate) {
    const runs = [
      { text: predicate.lead, weight: 'bold' },
      { text: predicate.text, weight: 'regular' },
    ] as const
    for (const line of wrapRuns(measure, runs, BODY, INDEX_WIDTH + 4).slice(0, 3)) {
      writeRuns(pen, line, LEFT, y, BODY)
      y += lineHeight(BODY)
    }
  }
  let beside = top
  if (scale) {
    drawScale(pen, measure, summary, scale, { x: BESIDE, y: top, width: RIGHT - BESIDE })
    beside += SCALE_HEIGHT
  } else {
    beside += lineHeight(LABEL) + 3
  }
  const remarks = wrap(measure, summary.remarks.join(' '), FINE, RIGHT - BESIDE).slice(0, 4)
  for (const line of remarks) {
    write(pen, line, BESIDE, beside, FINE)
    beside += lineHeight(FINE)
  }
  return Math.max(y, beside)
}
