import type { FileFacts } from '../evidence/file-facts'
import { pixelsOf } from '../evidence/pixels'
import type { Inspection } from './inspect-worker'
import { drawThumbnail } from './thumbnail'

/** A picture of more pixels is kept without a small one: opened, it would take over 200 MB. */
export const PIXEL_LIMIT = 50_000_000
/** Where the size of a picture stands, in bytes from its beginning; photos carry other things before it. */
export const HEADER_BYTES = 262_144

/** Size, and a small picture turned as the camera was held. Its size is read before it is opened. */
export async function inspectPicture(bytes: Blob, nothing: FileFacts): Promise<Inspection> {
  const header = new Uint8Array(await bytes.slice(0, HEADER_BYTES).arrayBuffer())
  const pixels = pixelsOf(header)
  if (pixels && pixels.width * pixels.height > PIXEL_LIMIT) {
    return { facts: { ...nothing, pixels }, thumbnail: null }
  }
  try {
    const bitmap = await createImageBitmap(bytes, { imageOrientation: 'from-image' })
    const { width, height } = bitmap
    const thumbnail = await drawThumbnail(width, height, (context, toWidth, toHeight) =>
      context.drawImage(bitmap, 0, 0, toWidth, toHeight),
    )
    bitmap.close()
    return { facts: { ...nothing, pixels: { width, height } }, thumbnail }
  } catch {
    // Few browsers open HEIC; the others are wrecks.
    return { facts: { ...nothing, pixels, broken: !isHeic(header) }, thumbnail: null }
  }
}

function isHeic(header: Uint8Array): boolean {
  return String.fromCharCode(...header.subarray(4, 8)) === 'ftyp'
}
