import type { LeadSentence } from '../model'
import type { Pen } from './drawing'
import { BODY, FINE, LEFT, lineHeight, type Style } from './geometry'
import type { Measure } from './measure'
import { INK } from './palette'
import { wrapRuns, type RichLine } from './rich-text'
import { write, writeRuns } from './text-atoms'

const WIDTH = 150
const INDENT = 6
const BETWEEN = 1.8
/** All three points together, so that the page holds them. */
const MOST_LINES = 9
const MOST_EACH = 4

export interface DecisionLines {
  readonly style: Style
  readonly points: readonly (readonly RichLine[])[]
  /** mm */
  readonly height: number
}

/** The points to decide, set smaller where they are long. */
export function decisionLines(measure: Measure, decisions: readonly LeadSentence[]): DecisionLines {
  const usual = setIn(measure, decisions, BODY)
  if (usual.points.flat().length <= MOST_LINES) return usual
  return setIn(measure, decisions, { ...FINE, colour: INK })
}

function setIn(measure: Measure, decisions: readonly LeadSentence[], style: Style): DecisionLines {
  const points = decisions.map(({ lead, text }) =>
    wrapRuns(
      measure,
      [
        { text: lead, weight: 'bold' },
        { text, weight: 'regular' },
      ],
      style,
      WIDTH - INDENT,
    ).slice(0, MOST_EACH),
  )
  const gaps = Math.max(0, points.length - 1) * BETWEEN
  return { style, points, height: points.flat().length * lineHeight(style) + gaps }
}

export function drawDecisions(pen: Pen, { style, points }: DecisionLines, top: number): void {
  let y = top
  points.forEach((lines, index) => {
    write(pen, `${index + 1}.`, LEFT, y, style)
    for (const line of lines) {
      writeRuns(pen, line, LEFT + INDENT, y, style)
      y += lineHeight(style)
    }
    y += BETWEEN
  })
}
