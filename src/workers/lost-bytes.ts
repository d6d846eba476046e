import { crcOf } from '../handover/files/digest'

/** Of bytes kept by their SHA-256: those that cannot be read any more. */
export async function lostOf(kept: Iterable<readonly [sha256: string, blob: Blob]>): Promise<string[]> {
  const lost: string[] = []
  for (const [sha256, blob] of kept) {
    await crcOf(blob).catch(() => lost.push(sha256))
  }
  return lost
}
