import { createCRC32, createSHA256 } from 'hash-wasm'

/** Up to so many bytes the browser's own SHA-256 is quicker, and the memory bounded; above, the file is read in parts. */
const WHOLE_LIMIT = 32_000_000
const PART = 4_000_000

export interface Digest {
  /** In small hex digits. */
  readonly sha256: string
  /** CRC-32 as ZIP files have it. */
  readonly crc32: number
}

/**
 * Reads a file once and reckons both sums. `onRead` hears how many bytes were read, part by part. Rejects with what reading
 * throws (`NotReadableError` where the file has gone or changed).
 */
export async function digest(file: Blob, onRead: (bytes: number) => void): Promise<Digest> {
  const crc32 = (await createCRC32()).init()
  // Plain http in an office has none of its own.
  if (file.size <= WHOLE_LIMIT && 'subtle' in crypto) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const sum = crypto.subtle.digest('SHA-256', bytes)
    crc32.update(bytes)
    onRead(bytes.length)
    return { sha256: hex(new Uint8Array(await sum)), crc32: parseInt(crc32.digest('hex'), 16) }
  }
  const sha256 = (await createSHA256()).init()
  for (let at = 0; at < file.size; at += PART) {
    const part = new Uint8Array(await file.slice(at, at + PART).arrayBuffer())
    sha256.update(part)
    crc32.update(part)
    onRead(part.length)
  }
  return { sha256: sha256.digest('hex'), crc32: parseInt(crc32.digest('hex'), 16) }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
