/** A worker that was just ended holds its file for a moment: how long one waits for it, and how often one tries. */
const PATIENCE_MS = 2000
const PAUSE_MS = 100

/** Tries until it is done; false where that takes too long. */
export async function untilDone(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    if (await attempt()) return true
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return false
}
