import type { Atom } from './flow'
import { BODY, H2, HEAD, LEFT, TEXT_WIDTH } from './geometry'
import type { Measure } from './measure'
import { glued, lineAtoms } from './text-atoms'
import { wrap, wrapBalanced } from './wrap'

/** A page's or section's head, kept with what follows; links and bookmarks reach it by `name`. */
export function sectionHead(measure: Measure, text: string, name: string, gap = 14): Atom[] {
  const lines = glued(lineAtoms(wrapBalanced(measure, text, HEAD, TEXT_WIDTH), LEFT, HEAD, gap))
  return [...marked(lines, name), { height: 4, glued: true, draw: () => undefined }]
}

/** A head of the second order, kept with what follows. */
export function subHead(measure: Measure, text: string, name?: string, gap = 7): Atom[] {
  const lines = glued(lineAtoms(wrapBalanced(measure, text, H2, TEXT_WIDTH), LEFT, H2, gap))
  const spaced = [...lines, { height: 1.6, glued: true, draw: () => undefined }]
  return name ? marked(spaced, name) : spaced
}

/** A sentence on its own. */
export function sentence(measure: Measure, text: string): Atom[] {
  return lineAtoms(wrap(measure, text, BODY, 150), LEFT, BODY)
}

/** The first atom names its place. */
export function marked(atoms: readonly Atom[], name: string): Atom[] {
  return atoms.map((atom, index) => {
    if (index > 0) return atom
    return {
      ...atom,
      draw: (pen, y) => {
        pen.mark(name, y)
        atom.draw(pen, y)
      },
    }
  })
}
