/** A picture is brought down to so many pixels at most: more are not seen on paper. */
const LONGEST_SIDE = 4000
const QUALITY = 0.9

/** A picture as an upright JPEG on white; null where this browser cannot open it. In a worker. */
export async function decodePicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    const blob = new Blob([new Uint8Array(bytes)])
    const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    )
    const context = canvas.getContext('2d')
    if (!context) return null
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
    return new Uint8Array(await jpeg.arrayBuffer())
  } catch {
    return null
  }
}
