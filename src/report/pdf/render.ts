import type { ReportModel } from '../model'
import type { PaperModel } from '../closing-papers'
import type { OnePageModel } from '../one-page'
import type { PdfPlan } from './check'
import { cleanTexts } from './clean-text'
import { layoutPaper } from './closing-paper'
import type { Bookmark, Layout } from './drawing'
import { fileId } from './file-id'
import { layoutReport } from './layout'
import { createMeasure, type Measure } from './measure'
import { layoutOnePage } from './one-page'
import { createCanvas, finishDocument, paintPages } from './paint'

/** A document that can be drawn as a PDF. Plain data, which a worker can be sent. */
export type PrintedDocument =
  | { readonly kind: 'report'; readonly model: ReportModel }
  | { readonly kind: 'one-page'; readonly model: OnePageModel }
  | { readonly kind: 'paper'; readonly model: PaperModel }

export interface RenderOptions {
  /** Called after each page with the number of pages painted and their total. */
  readonly onProgress?: (done: number, total: number) => void
  /** Looked at between pages; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** A written PDF with what was painted into it. */
export interface RenderedPdf extends PdfPlan {
  readonly bytes: Uint8Array
  /** Characters that no embedded font has, printed as □. */
  readonly missingCharacters: number
}

/** Pages painted before other events get their turn. */
const PAGES_AT_A_TIME = 16

/**
 * Draws a document as a PDF (A4, compressed, fonts embedded). Runs wherever there are timers: worker, page or Node.
 * The same document gives the same bytes.
 */
export async function renderPdf(
  document: PrintedDocument,
  options: RenderOptions = {},
): Promise<RenderedPdf> {
  const { model, kind } = document
  // A model belongs to its kind.
  const again = (cleaned: typeof model) => ({ kind, model: cleaned }) as PrintedDocument
  const laidOut = (cleaned: typeof model, measure: Measure, missing: number) =>
    layoutOf(again(cleaned), measure, missing)
  return (await drawPdf(model, laidOut, options)).pdf
}

/** What any drawn document says in its properties. */
interface Described {
  readonly title: string
  readonly author: string
  readonly institution: string
  readonly provisional: string
  readonly madeAt: string
}

/** Draws a model as `layoutOf` lays it out, once its texts are cleaned. `layout` is kept for who adds to the pages. */
export async function drawPdf<Model extends Described, Laid extends Layout>(
  model: Model,
  layoutOf: (cleaned: Model, measure: Measure, missing: number) => Laid,
  options: RenderOptions = {},
): Promise<{ readonly pdf: RenderedPdf; readonly layout: Laid }> {
  const { onProgress, signal } = options
  signal?.throwIfAborted()
  const canvas = createCanvas()
  const { value: printable, missing } = cleanTexts(model, canvas.metrics)
  const measure = createMeasure(canvas.metrics)
  const layout = layoutOf(printable, measure, missing)
  const total = layout.pages.length
  for (const done of paintPages(canvas, layout, measure)) {
    onProgress?.(done, total)
    if (done % PAGES_AT_A_TIME === 0) await nextTurn()
    signal?.throwIfAborted()
  }
  const { title, author, institution, provisional, madeAt } = printable
  const subject = `${institution}. ${provisional}.`
  const id = fileId(JSON.stringify(printable))
  const bytes = finishDocument(canvas, layout, { title, author, subject, madeAt, fileId: id })
  return { pdf: { bytes, ...planOf(layout), missingCharacters: missing }, layout }
}

function layoutOf(document: PrintedDocument, measure: Measure, missing: number): Layout {
  switch (document.kind) {
    case 'report':
      return layoutReport(document.model, measure, missing)
    case 'one-page':
      return layoutOnePage(document.model, measure)
    case 'paper':
      return layoutPaper(document.model, measure)
  }
}

function planOf({ pages, bookmarks, destinations }: Layout): PdfPlan {
  const links = pages.flatMap(({ drawings }) =>
    drawings.filter((drawing) => drawing.kind === 'link' && destinations.has(drawing.to)),
  )
  return { pages: pages.length, bookmarks: countOf(bookmarks), links: links.length }
}

function countOf(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { children }) => sum + 1 + countOf(children), 0)
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
