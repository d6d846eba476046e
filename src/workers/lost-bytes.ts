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

/** Whether there is a file behind it still. What lies in the middle of it is not read. */
export async function isThere(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer()
    return true
  } catch (cause) {
    if (isLost(cause)) return false
    throw cause
  }
}
