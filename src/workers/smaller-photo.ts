import { pixelsOf } from '../evidence/pixels'
import { HEADER_BYTES, PIXEL_LIMIT } from './inspect-picture'

/** Longer side of a smaller copy, in pixels: a page of text photographed so can still be read. */
const SIDE = 2000
const QUALITY = 0.8
/** A copy that is not below this share of the photo is not worth having. */
const WORTH = 0.8

/**
 * A smaller JPEG of a photo, turned as the camera was held; null where it would save little, the photo cannot be opened or
 * is too large to be, or the browser draws none in a worker. The photo itself is left as it is.
 */
export async function smallerPhoto(photo: Blob): Promise<Blob | null> {
  if (typeof OffscreenCanvas === 'undefined') return null
  const pixels = pixelsOf(new Uint8Array(await photo.slice(0, HEADER_BYTES).arrayBuffer()))
  if (!pixels || pixels.width * pixels.height > PIXEL_LIMIT) return null
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return null
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  if (!context) return null
  const copy = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  return copy.type === 'image/jpeg' && copy.size < photo.size * WORTH ? copy : null
}
