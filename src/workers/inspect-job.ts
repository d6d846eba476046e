import { startInspectWorker } from './start-worker'

export interface InspectRequest {
  /** Address of the app's page: what pdf.js fetches lies beside it. */
  readonly page: string
  /** A file that is not to be looked into: the worker was ended over it. */
  readonly hopeless: string | null
}

export type InspectReply =
  | { readonly kind: 'begun'; readonly sha256: string }
  | { readonly kind: 'noted'; readonly sha256: string }
  | { readonly kind: 'done' }

/** Longest a file may be looked into, in milliseconds; then it is noted as given up, until a person asks again. */
export const INSPECTION_LIMIT = 60_000

/**
 * Looks into every file of the database that nobody has looked into yet, one at a time, and goes on after one it cannot get
 * through. `onNoted` hears of each whose facts are on disk. Resolves when there is none left or the worker cannot be had.
 */
export async function inspectAll(
  page: string,
  onNoted: (sha256: string) => void,
  start: () => Worker = startInspectWorker,
  limit: number = INSPECTION_LIMIT,
): Promise<void> {
  let hopeless: string | null = null
  for (;;) {
    const stuckAt = await inspectUntilStuck(start(), { page, hopeless }, onNoted, limit)
    // Dead over the same file twice, or over none: going on would go on for ever.
    if (stuckAt === null || stuckAt === hopeless) return
    hopeless = stuckAt
  }
}

/** Resolves with the file the worker was ended over; null if it came to its end or died over none. */
function inspectUntilStuck(
  worker: Worker,
  request: InspectRequest,
  onNoted: (sha256: string) => void,
  limit: number,
): Promise<string | null> {
  return new Promise((resolve) => {
    let current: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (stuckAt: string | null) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(stuckAt)
    }
    worker.onerror = () => end(current)
    worker.onmessage = ({ data }: MessageEvent<InspectReply>) => {
      clearTimeout(timer)
      if (data.kind === 'done') return end(null)
      current = data.kind === 'begun' ? data.sha256 : null
      if (data.kind === 'noted') return onNoted(data.sha256)
      timer = setTimeout(() => end(data.sha256), limit)
    }
    worker.postMessage(request)
  })
}
