/** Longer side of a small picture, in pixels. */
export const THUMBNAIL_SIDE = 240

type Draw = (
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
) => void | Promise<void>

/** Draws a small picture of something so wide and high; null where the browser draws none in a worker. */
export async function drawThumbnail(width: number, height: number, draw: Draw): Promise<Blob | null> {
  if (typeof OffscreenCanvas === 'undefined') return null
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height))
  const toWidth = Math.max(1, Math.round(width * scale))
  const toHeight = Math.max(1, Math.round(height * scale))
  const canvas = new OffscreenCanvas(toWidth, toHeight)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.fillStyle = 'white'
  context.fillRect(0, 0, toWidth, toHeight)
  await draw(context, toWidth, toHeight)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
}
