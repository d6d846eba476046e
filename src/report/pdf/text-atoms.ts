import type { Pen } from './drawing'
import type { Atom } from './flow'
import { baseline, BODY, lineHeight, type Style } from './geometry'
import type { Measure } from './measure'
import type { RichLine } from './rich-text'
import { wrap } from './wrap'

/** Least lines of a paragraph on either side of a page break. */
const KEEP = 3

/** Writes a text with its line box at `y`; the box is `height` mm high. */
export function write(pen: Pen, text: string, x: number, y: number, style: Style, height?: number): void {
  if (text === '') return
  const { size, weight, colour } = style
  pen.add({ kind: 'text', x, y: y + baseline(style, height), text, size, weight, colour })
}

/** Writes a text that ends at `right` mm. */
export function writeRight(
  pen: Pen,
  measure: Measure,
  text: string,
  right: number,
  y: number,
  style: Style,
): void {
  write(pen, text, right - measure.width(text, style), y, style)
}

/** Writes a text with its middle at `x` mm. */
export function writeCentred(
  pen: Pen,
  measure: Measure,
  text: string,
  x: number,
  y: number,
  style: Style,
): void {
  write(pen, text, x - measure.width(text, style) / 2, y, style)
}

export function writeRuns(pen: Pen, runs: RichLine, x: number, y: number, style: Style): void {
  for (const run of runs) write(pen, run.text, x + run.x, y, { ...style, weight: run.weight })
}

/** The lines of a paragraph as atoms: at least three on either side of a page break. */
export function lineAtoms(lines: readonly (string | RichLine)[], x: number, style: Style, gap = 0): Atom[] {
  return lines.map((line, index) => ({
    height: lineHeight(style),
    gap: index === 0 ? gap : 0,
    glued: index < lines.length - 1 && (index < KEEP - 1 || index >= lines.length - KEEP),
    draw: (pen, y) =>
      typeof line === 'string' ? write(pen, line, x, y, style) : writeRuns(pen, line, x, y, style),
  }))
}

/** A text of one or more paragraphs; an empty line becomes half a line of space. */
export function paragraphs(
  measure: Measure,
  text: string,
  x: number,
  width: number,
  style: Style = BODY,
): Atom[] {
  const parts = text
    .split('\n')
    .map((part) => part.trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .split(/\n{2,}/)
  return parts.flatMap((part, index) =>
    lineAtoms(wrap(measure, part, style, width), x, style, index === 0 ? 0 : lineHeight(style) / 2),
  )
}

/** The first atom with another gap above it. */
export function withGap(atoms: readonly Atom[], gap: number): Atom[] {
  return atoms.map((atom, index) => (index === 0 ? { ...atom, gap } : atom))
}

/** All atoms on one page with each other and with what follows. */
export function glued(atoms: readonly Atom[]): Atom[] {
  return atoms.map((atom) => ({ ...atom, glued: true }))
}
