// The legacy build brings along what Chrome 109 to 118 lack.
import {
  getDocument,
  PDFDataRangeTransport,
  PDFWorker,
  VerbosityLevel,
  type PDFDocumentProxy,
  type RenderTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pdfAssets } from '../../../workers/pdf-assets'
import { startPdfWorker } from '../../../workers/start-inner-worker'

/** Why a PDF cannot be shown. */
export type PdfFault = 'password' | 'damaged' | 'lost' | 'not-shown'

export type PdfOpening =
  | { readonly status: 'open'; readonly pdf: OpenPdf }
  | { readonly status: 'refused'; readonly fault: PdfFault }

export interface Drawing {
  /** Resolves when the page is on the canvas; rejects when it cannot be drawn or was called off. */
  readonly done: Promise<void>
  readonly cancel: () => void
}

/** A PDF whose pages can be looked at. Pages are counted from 1. */
export interface OpenPdf {
  readonly pages: number
  /** What is printed on the pages, where the file says so: "iv", "12". */
  readonly labels: readonly string[] | null
  /** Draws a page as wide as `width` CSS pixels. */
  readonly draw: (canvas: HTMLCanvasElement, page: number, width: number) => Drawing
  /**
   * Whether something could not be loaded that draws pictures or letters of this file: pages drawn so far may lack some.
   */
  readonly isIncomplete: () => boolean
  /** What is written on a page, line by line; empty for a scan without a text layer. */
  readonly textOf: (page: number) => Promise<string>
  readonly close: () => void
}

/** Bytes that are read from the disk at a time. */
const CHUNK = 256 * 1024
/** Pixels of a canvas at most: more than this and weak machines leave it blank. */
const MOST_PIXELS = 12_000_000

interface SharedWorker {
  readonly worker: PDFWorker
  /** Rejects when the worker cannot start, in a browser that is too old for pdf.js, or breaks down. */
  readonly lost: Promise<never>
}

/** One for all that is looked at; another only after it was lost. */
let shared: SharedWorker | null = null

function sharedWorker(): SharedWorker {
  if (shared) return shared
  const port = startPdfWorker()
  const lost = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => {
      shared?.worker.destroy()
      shared = null
      reject(new Error('the worker of pdf.js was lost'))
    })
  })
  // Heard by those who wait for a file, if there are any.
  lost.catch(() => undefined)
  shared = { worker: PDFWorker.create({ port }), lost }
  return shared
}

/** Opens a PDF for looking at; it is read from the disk piece by piece, as pages are asked for. */
export async function openPdf(bytes: Blob): Promise<PdfOpening> {
  const { worker, lost } = sharedWorker()
  let lose = (_cause: BytesLost) => {}
  const bytesLost = new Promise<never>((_, reject) => (lose = reject))
  // Without its worker or the bytes pdf.js would wait for good.
  const gone = Promise.race([lost, bytesLost])
  gone.catch(() => undefined)
  let incomplete = false
  const task = getDocument({
    range: new BlobRange(bytes, () => {
      lose(new BytesLost())
      void task.destroy()
    }),
    rangeChunkSize: CHUNK,
    disableAutoFetch: true,
    disableStream: true,
    worker,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
    ...pdfAssets(document.baseURI, () => {
      incomplete = true
      // It does without from now on; the worker of the next file asks again.
      if (shared?.worker === worker) shared = null
    }),
  })
  try {
    const document = await Promise.race([task.promise, gone])
    const labels = await Promise.race([document.getPageLabels().catch(() => null), gone])
    const close = () => {
      void task.destroy()
      if (incomplete) worker.destroy()
    }
    return {
      status: 'open',
      pdf: { ...asOpen(document, labels, gone), isIncomplete: () => incomplete, close },
    }
  } catch (cause) {
    void task.destroy()
    return { status: 'refused', fault: faultOf(cause) }
  }
}

/** The disk no longer has what the browser believes to have. */
class BytesLost extends Error {}

function faultOf(cause: unknown): PdfFault {
  if (cause instanceof BytesLost) return 'lost'
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException') return 'password'
  return name === 'InvalidPDFException' || name === 'FormatError' ? 'damaged' : 'not-shown'
}

function asOpen(
  document: PDFDocumentProxy,
  labels: readonly string[] | null,
  gone: Promise<never>,
): Omit<OpenPdf, 'isIncomplete' | 'close'> {
  return {
    pages: document.numPages,
    labels,
    draw(canvas, page, width) {
      const drawing = draw(document, canvas, page, width)
      return { ...drawing, done: Promise.race([drawing.done, gone]) }
    },
    async textOf(number) {
      const page = await Promise.race([document.getPage(number), gone])
      const { items } = await page.getTextContent()
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    },
  }
}

function draw(document: PDFDocumentProxy, canvas: HTMLCanvasElement, number: number, width: number): Drawing {
  let cancelled = false
  let task: RenderTask | null = null
  async function paint(): Promise<void> {
    const page = await document.getPage(number)
    if (cancelled) throw new DOMException('called off', 'AbortError')
    const natural = page.getViewport({ scale: 1 })
    const wanted = (width / natural.width) * Math.min(window.devicePixelRatio || 1, 2)
    const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height))
    const viewport = page.getViewport({ scale: Math.min(wanted, most) })
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    task = page.render({ canvas, viewport })
    await task.promise
  }
  return {
    done: paint(),
    cancel() {
      cancelled = true
      task?.cancel()
    },
  }
}

/** Hands pdf.js the parts of a file it asks for, straight from the disk. */
class BlobRange extends PDFDataRangeTransport {
  readonly #bytes: Blob
  readonly #onLost: () => void

  /** `onLost` is called when the bytes can no longer be read. */
  constructor(bytes: Blob, onLost: () => void) {
    super(bytes.size, null)
    this.#bytes = bytes
    this.#onLost = onLost
  }

  override requestDataRange(begin: number, end: number): void {
    this.#bytes
      .slice(begin, end)
      .arrayBuffer()
      .then((part) => this.onDataRange(begin, new Uint8Array(part)), this.#onLost)
  }
}
