import {
  getDocument,
  PasswordResponses,
  PDFDataRangeTransport,
  PDFWorker,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pagesToLookAt, textLayerOf } from '../evidence/text-layer'
import type { FileFacts } from '../evidence/file-facts'
import type { Inspection } from './inspect-worker'
import { pdfAssets } from './pdf-assets'
import { isSigned } from './signature'
import { startPdfWorker } from './start-inner-worker'
import { drawThumbnail, THUMBNAIL_SIDE } from './thumbnail'

/** So much of the first page's text is kept, in characters: as much as the facts may hold. */
const FIRST_TEXT = 4000
/** Bytes pdf.js asks for at once. */
const CHUNK = 262_144

/** The half of pdf.js that reads; one for all files. */
let reader: PDFWorker | null = null

/**
 * Pages, words, lock, signature and first page of a PDF. No code in it runs; it is read in parts, never as a whole. Null
 * where what reads or draws it could not be loaded: words or pictures may be missing that are there.
 */
export async function inspectPdf(bytes: Blob, page: string, nothing: FileFacts): Promise<Inspection | null> {
  let unreachable = false
  const inspection = await inspected(bytes, page, nothing, () => (unreachable = true))
  if (!unreachable) return inspection
  // It does without from now on; another one asks again.
  reader?.destroy()
  reader = null
  return null
}

async function inspected(
  bytes: Blob,
  page: string,
  nothing: FileFacts,
  onUnreachable: () => void,
): Promise<Inspection> {
  const signed = await isSigned(bytes)
  // A worker within this one: ended with it.
  // Its types know of no port that is one.
  reader ??= new PDFWorker({ port: startPdfWorker() as unknown as null })
  const loading = getDocument({
    ...pdfAssets(page, onUnreachable),
    worker: reader,
    range: new BlobRange(bytes),
    rangeChunkSize: CHUNK,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
  })
  let lock: FileFacts['lock'] = 'none'
  loading.onPassword = (_answer: unknown, reason: number) => {
    if (reason === PasswordResponses.NEED_PASSWORD) lock = 'user'
    void loading.destroy()
  }
  try {
    const document = await loading.promise
    if (document.numPages === 0) return { facts: { ...nothing, signed, broken: true }, thumbnail: null }
    return await look(document, { ...nothing, signed })
  } catch {
    return { facts: { ...nothing, signed, lock, broken: lock === 'none' }, thumbnail: null }
  } finally {
    await loading.destroy()
  }
}

async function look(document: PDFDocumentProxy, nothing: FileFacts): Promise<Inspection> {
  // Empty permissions are those of an owner's password; without one there are none to read.
  const lock = (await document.getPermissions()) === null ? 'none' : 'owner'
  const texts: string[] = []
  for (const number of pagesToLookAt(document.numPages)) texts.push(await textOf(document, number))
  const facts: FileFacts = {
    ...nothing,
    pages: document.numPages,
    lock,
    textLayer: textLayerOf(texts),
    firstText: (texts[0] ?? '').slice(0, FIRST_TEXT),
  }
  return { facts, thumbnail: await drawFirst(document) }
}

/** The words of a page, one line each as they stand; empty for one that cannot be read. */
async function textOf(document: PDFDocumentProxy, number: number): Promise<string> {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    page.cleanup()
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  } catch {
    return ''
  }
}

async function drawFirst(document: PDFDocumentProxy): Promise<Blob | null> {
  try {
    const page = await document.getPage(1)
    const { width, height } = page.getViewport({ scale: 1 })
    return await drawThumbnail(width, height, async (context) => {
      const viewport = page.getViewport({ scale: Math.min(1, THUMBNAIL_SIDE / Math.max(width, height)) })
      const canvasContext = context as unknown as CanvasRenderingContext2D
      await page.render({ canvas: null, canvasContext, viewport }).promise
    })
  } catch {
    return null
  }
}

/** Gives pdf.js the parts of a file it asks for. */
class BlobRange extends PDFDataRangeTransport {
  readonly #bytes: Blob

  constructor(bytes: Blob) {
    super(bytes.size, null)
    this.#bytes = bytes
  }

  override requestDataRange(begin: number, end: number): void {
    this.#bytes
      .slice(begin, end)
      .arrayBuffer()
      .then(
        (part) => this.onDataRange(begin, new Uint8Array(part)),
        // What is no longer there is no whole file: pdf.js gives up over an empty part.
        () => this.onDataRange(begin, new Uint8Array()),
      )
  }
}

/** What pdf.js draws on beside the page itself: it knows only of canvases in a page. */
class WorkerCanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d') }
  }

  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width
    canvas.height = height
  }

  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    canvas.width = 0
    canvas.height = 0
  }
}

/** Filters are made of elements, which a worker has none of: a small picture does without. */
class NoFilterFactory {
  addFilter(): string {
    return 'none'
  }
  addHCMFilter(): string {
    return 'none'
  }
  addAlphaFilter(): string {
    return 'none'
  }
  addLuminosityFilter(): string {
    return 'none'
  }
  addHighlightHCMFilter(): string {
    return 'none'
  }
  destroy(): void {
    // Nothing was made.
  }
}
