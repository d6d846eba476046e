import { decodePDFRawStream, PDFContext } from '@cantoo/pdf-lib'

/**
 * So long may one stream of somebody's PDF be when it is unpacked, in bytes: page content is some kilobytes, seldom some
 * megabytes. A power of two, as decoders ask for room only when they double it.
 */
export const STREAM_LIMIT = 2 ** 26
/** And all that is unpacked of one document. */
export const DOCUMENT_LIMIT = 512_000_000

/** What the decoders of the PDF library grow into; not exported by it. */
interface Unpacking {
  buffer: Uint8Array
  ensureBuffer: (this: Unpacking, requested: number) => Uint8Array
}

let left = Infinity
let exceeded = false

/** From here on another document is unpacked. */
export function beginUnpacking(): void {
  guard()
  left = DOCUMENT_LIMIT
  exceeded = false
}

/** Whether the document at hand unpacks to more than is taken: the library may have gone on without what was too much. */
export function unpackedTooMuch(): boolean {
  return exceeded
}

let guarded = false

/**
 * The library unpacks without an end: a few kilobytes can fill the memory. All its decoders grow by one method, which is
 * made to refuse here.
 */
function guard(): void {
  if (guarded) return
  const decoder = decodePDFRawStream(PDFContext.create().flateStream('x')) as unknown as Unpacking
  const methods = Object.getPrototypeOf(Object.getPrototypeOf(decoder)) as Unpacking
  const grow = methods.ensureBuffer
  methods.ensureBuffer = function (requested) {
    const before = this.buffer.length
    if (requested > STREAM_LIMIT || left <= 0) {
      exceeded = true
      throw new RangeError('unpacks to too much')
    }
    const buffer = grow.call(this, requested)
    left -= buffer.length - before
    return buffer
  }
  guarded = true
}
