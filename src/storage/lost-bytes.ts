/** Whether a browser says that bytes it kept are no more. */
export function isLost(cause: unknown): boolean {
  return cause instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(cause.name)
}

/**
 * Of bytes kept by their SHA-256: those with no file behind them any more. What lies in the middle of one is not read. Rejects
 * where reading fails in another way.
 */
export async function lostAmong(kept: ReadonlyMap<string, Blob>): Promise<Set<string>> {
  const there = await Promise.all(Array.from(kept.values(), isThere))
  return new Set(Array.from(kept.keys()).filter((_, index) => !there[index]))
}

async function isThere(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer()
    return true
  } catch (cause) {
    if (isLost(cause)) return false
    throw cause
  }
}
