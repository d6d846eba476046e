/** Times one report in a worker: whole, as the app makes it, or bare, jspdf drawing pages that are laid out already. */
import type { ReportModel } from '../../src/report/model'
import type { Layout } from '../../src/report/pdf/drawing'
import { createMeasure } from '../../src/report/pdf/measure'
import { createCanvas, finishDocument, paintPages } from '../../src/report/pdf/paint'
import { paintByLibrary, type TextRun } from '../../src/report/pdf/paint-text'
import { renderPdf } from '../../src/report/pdf/render'

export type BenchRequest =
  | { readonly kind: 'whole'; readonly model: ReportModel }
  | { readonly kind: 'bare'; readonly layout: Layout }

export interface BenchReply {
  readonly ms: number
  readonly bytes: number
}

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<BenchRequest>) => void
  postMessage(reply: BenchReply): void
}

scope.onmessage = ({ data }) => {
  const start = performance.now()
  const draw = data.kind === 'whole' ? drawWhole(data.model) : Promise.resolve(drawBare(data.layout))
  void draw.then((bytes) => scope.postMessage({ ms: performance.now() - start, bytes: bytes.length }))
}

async function drawWhole(model: ReportModel): Promise<Uint8Array> {
  return (await renderPdf({ kind: 'report', model })).bytes
}

function drawBare(layout: Layout): Uint8Array {
  const own = createCanvas()
  const canvas = { ...own, paintRun: (run: TextRun) => paintByLibrary(own.doc, run) }
  const pages = paintPages(canvas, layout, createMeasure(canvas.metrics))
  while (!pages.next().done);
  return finishDocument(canvas, layout, {
    title: 'Bench',
    author: '',
    subject: '',
    madeAt: '2025-06-02T08:05',
    fileId: '0'.repeat(32),
  })
}
