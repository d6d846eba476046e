import type { ReportModel } from '../model'
import { cleanTexts } from './clean-text'
import { layoutReport } from './layout'
import { createMeasure } from './measure'
import { createCanvas, finishDocument, paintPages } from './paint'

export interface RenderOptions {
  /** Called after each page with the number of pages painted and their total. */
  readonly onProgress?: (done: number, total: number) => void
  /** Looked at between pages; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

export interface RenderedReport {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that no embedded font has, printed as □. */
  readonly missingCharacters: number
}

/** Pages painted before other events get their turn. */
const PAGES_AT_A_TIME = 16

/** Draws a report as a PDF (A4, compressed, fonts embedded). Runs wherever there are timers: worker, page or Node. */
export async function renderReport(model: ReportModel, options: RenderOptions = {}): Promise<RenderedReport> {
  const { onProgress, signal } = options
  signal?.throwIfAborted()
  const canvas = createCanvas()
  const { value: printable, missing } = cleanTexts(model, canvas.metrics)
  const measure = createMeasure(canvas.metrics)
  const layout = layoutReport(printable, measure, missing)
  const total = layout.pages.length
  for (const done of paintPages(canvas, layout, measure)) {
    onProgress?.(done, total)
    if (done % PAGES_AT_A_TIME === 0) await nextTurn()
    signal?.throwIfAborted()
  }
  const { title, author, institution, provisional } = printable
  const subject = `${institution}. ${provisional}.`
  return {
    bytes: finishDocument(canvas, layout, { title, author, subject }),
    pages: total,
    missingCharacters: missing,
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
