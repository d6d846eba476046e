import type { Atom } from './flow'
import { LABEL, LABEL_WIDTH, LEFT, lineHeight } from './geometry'
import type { Measure } from './measure'
import { write } from './text-atoms'
import { wrap } from './wrap'

/** Between two rows of an indicator, mm. */
export const ROW_GAP = 4.5

/**
 * Atoms with a label in the column at their left; nothing at all without atoms. `line` is the height of their
 * first line, mm, in whose middle the label stands. A row that goes on overleaf says its label again.
 */
export function labelled(
  measure: Measure,
  label: string,
  atoms: readonly Atom[],
  line = lineHeight(LABEL),
): Atom[] {
  const labels = wrap(measure, label, LABEL, LABEL_WIDTH)
  const drawLabel: Atom['draw'] = (pen, y) =>
    labels.forEach((text, index) => write(pen, text, LEFT, y + index * lineHeight(LABEL), LABEL, line))
  const height = atoms.reduce((sum, atom) => sum + (atom.gap ?? 0) + atom.height, 0)
  const lacking = Math.max(0, labels.length * lineHeight(LABEL) - height)
  return atoms.map((atom, index): Atom => {
    const sized = index === atoms.length - 1 ? { ...atom, height: atom.height + lacking } : atom
    if (index > 0) return { ...sized, overTop: overTop(drawLabel, atom.overTop) }
    return {
      ...sized,
      gap: ROW_GAP,
      draw: (pen, y) => {
        drawLabel(pen, y)
        atom.draw(pen, y)
      },
    }
  })
}

function overTop(drawLabel: Atom['draw'], head?: Atom): Atom {
  return {
    height: head?.height ?? 0,
    draw: (pen, y) => {
      drawLabel(pen, y)
      head?.draw(pen, y)
    },
  }
}
