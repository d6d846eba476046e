import { createCRC32, createSHA256 } from 'hash-wasm'
import { combineCrc } from './crc-combine'
import { slicesOf, type Bytes } from './slices'

export interface Digest {
  /** In small hex digits. */
  readonly sha256: string
  readonly crc32: number
}

/** Up to this size a blob is held in memory and left to the browser's own SHA-256; above, it is read in slices. Bytes. */
const AT_ONCE = 32 * 1024 * 1024

let crcOfWhole: ReturnType<typeof createCRC32> | undefined

/**
 * SHA-256 and CRC-32, in bounded memory. `onBytes` hears how many more were read; up to `atOnce` bytes are held at once,
 * which is many times as quick.
 */
export async function digestOf(
  blob: Bytes,
  onBytes: (bytes: number) => void = () => undefined,
  atOnce = AT_ONCE,
): Promise<Digest> {
  if (!fitsAtOnce(blob.size, atOnce)) return digestInSlices(blob, (bytes) => onBytes(bytes.length))
  const digest = await digestOfBytes(new Uint8Array(await blob.arrayBuffer()))
  onBytes(blob.size)
  return digest
}

/** Those nobody is using: to make one takes a millisecond, and a folder has hundreds of files. */
const idleCrcs: Awaited<ReturnType<typeof createCRC32>>[] = []

/** CRC-32, read in slices. `onBytes` hears how many more were read. */
export async function crcOf(
  bytes: Bytes,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<number> {
  const crc = (idleCrcs.pop() ?? (await createCRC32())).init()
  try {
    const add = (piece: Uint8Array) => {
      crc.update(piece)
      onBytes(piece.length)
    }
    if (bytes.eachPiece) bytes.eachPiece(add)
    else for await (const slice of slicesOf(bytes)) add(slice)
    return parseInt(crc.digest(), 16)
  } finally {
    idleCrcs.push(crc)
  }
}

/** The CRC-32 of what passes by, one after the other. */
export interface RunningCrc {
  add(bytes: Uint8Array): void
  /** So many bytes of which the CRC-32 is known. */
  addKnown(crc32: number, size: number): void
  /** Nothing passes by any more. */
  end(): number
}

export async function createRunningCrc(): Promise<RunningCrc> {
  const crc = (await createCRC32()).init()
  let [before, size] = [0, 0]
  const end = () => combineCrc(before, parseInt(crc.digest(), 16), size)
  return {
    add(bytes) {
      crc.update(bytes)
      size += bytes.length
    },
    addKnown(known, length) {
      before = combineCrc(end(), known, length)
      size = 0
      crc.init()
    },
    end,
  }
}

/**
 * A copy of a blob with the digest of the very bytes copied. What is kept has to be one: a browser may hold a part of a
 * file by its place alone, and the file may be changed or removed.
 */
export async function copyWithDigest(blob: Blob): Promise<Digest & { readonly bytes: Blob }> {
  if (fitsAtOnce(blob.size)) {
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return { ...(await digestOfBytes(bytes)), bytes: new Blob([bytes]) }
  }
  const pieces: Blob[] = []
  const digest = await digestInSlices(blob, (bytes) => void pieces.push(new Blob([new Uint8Array(bytes)])))
  return { ...digest, bytes: new Blob(pieces) }
}

/** Whether so many bytes are few enough to be held in memory. Without https there is no `crypto.subtle` to sum it there. */
export function fitsAtOnce(size: number, atOnce = AT_ONCE): boolean {
  return size <= atOnce && Boolean(globalThis.crypto.subtle)
}

/** SHA-256 and CRC-32 of bytes in memory. */
export async function digestOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Digest> {
  const hashing = sha256OfBytes(bytes)
  crcOfWhole ??= createCRC32()
  const crc = await crcOfWhole
  const crc32 = parseInt(crc.init().update(bytes).digest(), 16)
  return { sha256: await hashing, crc32 }
}

/** SHA-256 of bytes in memory, by the browser itself. In small hex digits. */
export async function sha256OfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

async function digestInSlices(blob: Bytes, onSlice: (bytes: Uint8Array) => void): Promise<Digest> {
  const [sha, crc] = await Promise.all([createSHA256(), createCRC32()])
  sha.init()
  crc.init()
  const add = (bytes: Uint8Array) => {
    sha.update(bytes)
    crc.update(bytes)
    onSlice(bytes)
  }
  if (blob.eachPiece) blob.eachPiece(add)
  else for await (const bytes of slicesOf(blob)) add(bytes)
  return { sha256: sha.digest(), crc32: parseInt(crc.digest(), 16) }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
