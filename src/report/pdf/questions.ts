import type { GeneralAnswer, ReportModel } from '../model'
import type { Atom } from './flow'
import { BODY, BODY_BOLD, FINE, LEFT, TEXT_WIDTH } from './geometry'
import { sectionHead } from './headings'
import type { Measure } from './measure'
import * as names from './names'
import { glued, lineAtoms, paragraphs, withGap, write } from './text-atoms'
import { wrap } from './wrap'

const INDENT = 6
const WIDTH = TEXT_WIDTH - INDENT - 9

/** The general questions with their answers; nothing where there are none. */
export function questionAtoms(measure: Measure, { generalAnswers }: ReportModel): Atom[] {
  if (!generalAnswers) return []
  const { note, items } = generalAnswers
  const noted = note === '' ? [] : lineAtoms(wrap(measure, note, FINE, 150), LEFT, FINE)
  return [
    ...sectionHead(measure, 'Pertanyaan umum', names.QUESTIONS),
    ...glued(noted),
    ...items.flatMap((item, index) => answerAtoms(measure, item, index === 0 && note === '' ? 0 : 6)),
  ]
}

/** The question in bold with its number, kept with the beginning of its answer. */
function answerAtoms(
  measure: Measure,
  { number, question, answer, answered }: GeneralAnswer,
  gap: number,
): Atom[] {
  const asked = lineAtoms(wrap(measure, question, BODY_BOLD, WIDTH), LEFT + INDENT, BODY_BOLD, gap)
  const style = answered ? BODY : { ...BODY, colour: FINE.colour }
  return [
    ...glued(asked).map((atom, index): Atom => {
      if (index > 0) return atom
      return {
        ...atom,
        draw: (pen, y) => {
          write(pen, `${number}.`, LEFT, y, BODY_BOLD)
          atom.draw(pen, y)
        },
      }
    }),
    ...withGap(paragraphs(measure, answer, LEFT + INDENT, WIDTH, style), 1),
  ]
}
