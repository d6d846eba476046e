import { crcOf } from '../handover/files/digest'
import { isLost } from './lost-bytes'

/** Bytes this computer keeps, and what is known of them. */
export interface KnownBytes {
  readonly sha256: string
  readonly crc32: number
  readonly bytes: Blob
}

/** SHA-256 of those the disk has lost or changed: each is read whole. Rejects where reading fails in another way. */
export async function damagedAmong(kept: Iterable<KnownBytes>): Promise<Set<string>> {
  const damaged = new Set<string>()
  for (const { sha256, crc32, bytes } of kept) {
    if (!(await isWhole(bytes, crc32))) damaged.add(sha256)
  }
  return damaged
}

async function isWhole(bytes: Blob, crc32: number): Promise<boolean> {
  try {
    return (await crcOf(bytes)) === crc32
  } catch (cause) {
    if (isLost(cause)) return false
    throw cause
  }
}
