import { latin, startsWith } from './bytes'

export interface Pixels {
  readonly width: number
  readonly height: number
}

/** Size of a JPEG, PNG or WebP picture by its first bytes, as it lies there, not turned; null where they do not say. */
export function pixelsOf(header: Uint8Array): Pixels | null {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (startsWith(header, '\x89PNG')) {
    return header.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (startsWith(header, '\xff\xd8')) return pixelsOfJpeg(view)
  return startsWith(header, 'RIFF') && header.length >= 30 ? pixelsOfWebp(header, view) : null
}

/** Goes from mark to mark until the one that begins a frame. */
function pixelsOfJpeg(view: DataView): Pixels | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const mark = view.getUint8(at + 1)
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

function pixelsOfWebp(header: Uint8Array, view: DataView): Pixels | null {
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  switch (latin(header.subarray(12, 16))) {
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    default:
      return null
  }
}
