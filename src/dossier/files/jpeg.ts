/** What a PDF has to know of a JPEG picture to hold its bytes as they are. */
export interface JpegFacts {
  readonly width: number
  readonly height: number
  /** 1 grey, 3 colours, 4 printing colours. */
  readonly components: 1 | 3 | 4
  /** Printing colours stand the other way round (an Adobe mark says so). */
  readonly inverted: boolean
  /** How the camera was held, 1–8 as EXIF counts; 1 is upright. */
  readonly orientation: number
}

const EXIF = 0xe1
const ADOBE = 0xee
/** Beginnings of a frame that PDF viewers can draw: baseline, extended, progressive. */
const DRAWABLE = [0xc0, 0xc1, 0xc2]

/** Reads a JPEG mark by mark up to its frame; null for what a PDF cannot hold. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  let orientation = 1
  let inverted = false
  while (at + 10 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const mark = view.getUint8(at + 1)
    if (mark === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    if (mark === EXIF) orientation = orientationIn(view, at + 4, length - 2)
    if (mark === ADOBE) inverted = true
    if (DRAWABLE.includes(mark)) return frameAt(view, at, orientation, inverted)
    if (mark === 0xda || length < 2) return null
    at += 2 + length
  }
  return null
}

function frameAt(view: DataView, at: number, orientation: number, inverted: boolean): JpegFacts | null {
  const height = view.getUint16(at + 5)
  const width = view.getUint16(at + 7)
  const components = view.getUint8(at + 9)
  if (view.getUint8(at + 4) !== 8 || width === 0 || height === 0) return null
  if (components !== 1 && components !== 3 && components !== 4) return null
  return { width, height, components, inverted: inverted && components === 4, orientation }
}

const ORIENTATION = 0x0112

/** The orientation in an EXIF block (TIFF inside APP1); 1 where it says none. */
function orientationIn(view: DataView, start: number, length: number): number {
  const end = Math.min(start + length, view.byteLength)
  if (start + 14 > end || view.getUint32(start) !== 0x45786966) return 1
  const tiff = start + 6
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > end) return 1
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + 12 * index
    if (entry + 12 > end) return 1
    if (view.getUint16(entry, little) !== ORIENTATION) continue
    const value = view.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
