import type { jsPDF } from 'jspdf'
import bold from './fonts/noto-sans-bold.ttf?inline'
import math from './fonts/noto-sans-math.ttf?inline'
import regular from './fonts/noto-sans-regular.ttf?inline'
import symbols from './fonts/noto-sans-symbols2.ttf?inline'
import type { FontMetrics } from './measure'
import type { Weight } from './geometry'

export type FontName = Weight | 'math' | 'symbols'

const FILES: Readonly<Record<FontName, string>> = { regular, bold, math, symbols }

/** First code points of the fonts that supply what Noto Sans lacks. */
const MATH_FROM = 0x2190
const SYMBOLS_FROM = 0x2300

/** What this module needs of a font that jspdf has parsed. */
interface ParsedFont {
  characterToGlyph(code: number): number
  widthOfGlyph(glyph: number): number
}

/** The font a character is printed in. */
export function fontFor(code: number, weight: Weight): FontName {
  if (code < MATH_FROM) return weight
  return code < SYMBOLS_FROM ? 'math' : 'symbols'
}

/** Whether a text may need a second font. */
export function needsSymbols(text: string): boolean {
  return /[\u2190-\uffff]/.test(text)
}

/** Embeds the report's fonts in a document under their names and gives their metrics. */
export function embedFonts(doc: jsPDF): FontMetrics {
  const parsed = new Map<FontName, ParsedFont>()
  for (const [name, dataUrl] of Object.entries(FILES) as [FontName, string][]) {
    const file = `noto-sans-${name}.ttf`
    doc.addFileToVFS(file, dataUrl.slice(dataUrl.indexOf(',') + 1))
    doc.addFont(file, name, 'normal')
    doc.setFont(name, 'normal')
    parsed.set(name, doc.getFont().metadata as ParsedFont)
  }
  return {
    advance(code, weight) {
      const font = parsed.get(fontFor(code, weight))
      const glyph = font?.characterToGlyph(code) ?? 0
      return font && glyph !== 0 ? font.widthOfGlyph(glyph) : undefined
    },
  }
}
