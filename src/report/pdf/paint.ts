import { jsPDF } from 'jspdf'
import type { Destination, Drawing, Layout } from './drawing'
import { embedFonts, fontFor, needsSymbols, type FontName } from './embedded-fonts'
import type { Weight } from './geometry'
import type { FontMetrics, Measure } from './measure'
import { addOutline } from './outline'
import { PT } from './geometry'
import { paintShape } from './paint-shape'
import { createTextPainter, type TextRun } from './paint-text'

/** Said in the document's properties. */
export interface Properties {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** Local date and time, `YYYY-MM-DDTHH:MM`, so that the same document gives the same bytes. */
  readonly madeAt: string
  /** 32 hexadecimal digits. */
  readonly fileId: string
}

export interface Canvas {
  readonly doc: jsPDF
  readonly metrics: FontMetrics
  readonly paintRun: (run: TextRun) => void
}

type TextDrawing = Extract<Drawing, { kind: 'text' }>

/** An empty document with the report's fonts. Places are mm, rounded to thousandths of a point. */
export function createCanvas(): Canvas {
  const doc = new jsPDF({ unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true, precision: 3 })
  return { doc, metrics: embedFonts(doc), paintRun: createTextPainter(doc) }
}

/** Paints page after page; gives the number of pages done after each. The document starts with one empty page. */
export function* paintPages(canvas: Canvas, layout: Layout, measure: Measure): Generator<number, void> {
  let done = 0
  for (const page of layout.pages) {
    if (done > 0) canvas.doc.addPage()
    for (const drawing of page.drawings) paintDrawing(canvas, drawing, layout.destinations, measure)
    yield ++done
  }
}

/** Bookmarks, language and properties, then the bytes. */
export function finishDocument({ doc }: Canvas, layout: Layout, properties: Properties): Uint8Array {
  addOutline(doc, layout.bookmarks, layout.destinations)
  doc.setLanguage('id')
  doc.viewerPreferences({ DisplayDocTitle: true })
  const { title, author, subject, madeAt, fileId } = properties
  doc.setProperties({ title, author, subject, creator: 'SPBE Mandiri' })
  doc.setCreationDate(new Date(madeAt))
  doc.setFileId(fileId)
  return new Uint8Array(doc.output('arraybuffer'))
}

function paintDrawing(
  { doc, paintRun }: Canvas,
  drawing: Drawing,
  destinations: ReadonlyMap<string, Destination>,
  measure: Measure,
): void {
  if (drawing.kind === 'text') return paintText(paintRun, drawing, measure)
  if (drawing.kind !== 'link') return paintShape(doc, drawing)
  const target = destinations.get(drawing.to)
  if (!target) return
  const { x, y, width, height } = drawing
  doc.link(x, y, width, height, { pageNumber: target.page, top: Math.max(0, target.y - 4) })
}

function paintText(paintRun: Canvas['paintRun'], drawing: TextDrawing, measure: Measure): void {
  const { x, y, size, weight, colour } = drawing
  // The no-break space shares its glyph with the space: written as such, it would be read back as one.
  const text = drawing.text.includes('\u00a0') ? drawing.text.replace(/\u00a0/g, ' ') : drawing.text
  if (!needsSymbols(text)) return paintRun({ text, x, y, size, colour, font: weight })
  let at = x
  for (const { font, part } of fontRuns(text, weight)) {
    paintRun({ text: part, x: at, y, size, colour, font })
    at += (measure.units(part, weight) * size * PT) / 1000
  }
}

function fontRuns(text: string, weight: Weight): { font: FontName; part: string }[] {
  const runs: { font: FontName; part: string }[] = []
  for (const character of text) {
    const font = fontFor(character.charCodeAt(0), weight)
    const last = runs.at(-1)
    if (last?.font === font) last.part += character
    else runs.push({ font, part: character })
  }
  return runs
}
