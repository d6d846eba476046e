import { crcOf } from '../handover/files/digest'

/** Whether a browser says that bytes it kept are no more. */
export function isLost(cause: unknown): boolean {
  return cause instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(cause.name)
}

/** Of bytes kept by their SHA-256: those that cannot be read any more. */
export async function lostOf(kept: Iterable<readonly [sha256: string, blob: Blob]>): Promise<string[]> {
  const lost: string[] = []
  for (const [sha256, blob] of kept) {
    await crcOf(blob).catch(() => lost.push(sha256))
  }
  return lost
}
