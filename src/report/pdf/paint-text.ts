import type { jsPDF } from 'jspdf'
import type { FontName } from './embedded-fonts'

/** A line of text in one font. Places as in `Drawing`. */
export interface TextRun {
  readonly text: string
  readonly x: number
  readonly y: number
  /** pt */
  readonly size: number
  readonly colour: string
  readonly font: FontName
}

/** What jspdf has for its plugins. */
interface Inside {
  readonly pages: readonly (readonly string[])[]
  getCurrentPageInfo(): { readonly pageNumber: number }
  getCoordinateString(mm: number): string
  getVerticalCoordinateString(mm: number): string
  write(operators: string): void
}

interface KnownFont {
  characterToGlyph(code: number): number
}

/** Writes a text onto the current page as jspdf does. */
export function paintByLibrary(doc: jsPDF, { text, x, y, size, colour, font }: TextRun): void {
  doc.setFontSize(size)
  doc.setTextColor(colour)
  doc.setFont(font, 'normal')
  doc.text(text, x, y)
}

/**
 * Writes texts onto the current page. The first of each style, and the first with a letter, is jspdf's: it learns what to
 * embed. All others are written as it would, byte for byte, without its passes for Arabic, for two directions and for
 * glyphs it knows already: with them a report takes longer to paint than to be laid out and painted without.
 */
export function createTextPainter(doc: jsPDF): (run: TextRun) => void {
  const inside = doc.internal as unknown as Inside
  const beginnings = new Map<string, string>()
  const glyphs = new Map<FontName, Map<string, string>>()

  /** Font, size and colour, as they stand before the place in what was just written. */
  function lastBeginning(): string {
    const written = inside.pages[inside.getCurrentPageInfo().pageNumber]?.at(-1) ?? ''
    return written.slice(0, written.lastIndexOf('\n', written.indexOf(' Td\n')) + 1)
  }

  /** jspdf stops at the first letter its font lacks: it may not have heard of those behind it. */
  function learn(text: string, known: Map<string, string>): void {
    const font = doc.getFont().metadata as KnownFont
    const letters = [...text].map((letter) => [letter, font.characterToGlyph(letter.charCodeAt(0))] as const)
    if (letters.some(([, glyph]) => glyph === 0)) return
    for (const [letter, glyph] of letters) known.set(letter, glyph.toString(16).padStart(4, '0'))
  }

  return (run) => {
    // jspdf writes nothing of it.
    if (run.text === '') return
    const style = `${run.font} ${run.size} ${run.colour}`
    const known = glyphs.get(run.font) ?? new Map<string, string>()
    const beginning = beginnings.get(style)
    const hex = beginning === undefined ? null : hexOf(run.text, known)
    if (hex !== null) {
      const place = `${inside.getCoordinateString(run.x)} ${inside.getVerticalCoordinateString(run.y)}`
      inside.write(`${beginning}${place} Td\n<${hex}> Tj\nET`)
      return
    }
    paintByLibrary(doc, run)
    beginnings.set(style, lastBeginning())
    learn(run.text, known)
    glyphs.set(run.font, known)
  }
}

/** The glyphs of a text, four digits each; null where one is not known. */
function hexOf(text: string, known: ReadonlyMap<string, string>): string | null {
  let hex = ''
  for (let at = 0; at < text.length; at += 1) {
    const glyph = known.get(text.charAt(at))
    if (glyph === undefined) return null
    hex += glyph
  }
  return hex
}
