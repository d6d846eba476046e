const SIGNATURE = 0x89504e47

/** Width and height in pixels of a PNG picture, from its first bytes. Throws RangeError for anything else. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 24 || view.getUint32(0) !== SIGNATURE) throw new RangeError('no PNG picture')
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
