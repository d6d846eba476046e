import type { MediaType } from '../answers/fields'
import type { Danger } from '../evidence/media-type'
import { JobCancelled } from './job'
import { startIntakeWorker } from './start-worker'

/** Why a file is not kept: it may not be, or it could not be. */
export type IntakeRefusal = 'empty' | 'too-large' | Danger
export type IntakeFailure = 'unreadable' | 'disk-full' | 'not-taken' | 'failed'

/** What became of one file. `kept` is said only after its bytes are on disk. */
export type IntakeOutcome =
  | {
      readonly status: 'kept'
      readonly sha256: string
      /** In bytes. */
      readonly size: number
      readonly mediaType: MediaType
      /** Its name says another type than its content. */
      readonly misnamed: boolean
    }
  | { readonly status: 'refused'; readonly reason: IntakeRefusal }
  | { readonly status: 'failed'; readonly reason: IntakeFailure }

/** What the worker says while it goes through its files. */
export type IntakeReply =
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'file'; readonly index: number; readonly outcome: IntakeOutcome }
  | { readonly kind: 'done' }

export interface IntakeListener {
  /** So many more bytes were read. */
  readonly onRead: (bytes: number) => void
  /** What became of the file at this place of the list; said once for each. */
  readonly onFile: (index: number, outcome: IntakeOutcome) => void
}

/**
 * A worker takes so many files and bytes and is then ended: Chromium fails with `DataError` where too much of what was read
 * is still held.
 */
export const BATCH = { files: 100, bytes: 250_000_000 }

/**
 * Takes files into the database, each by itself: one that fails lets the others go on. `result` resolves when every file has
 * been spoken of, and rejects with `JobCancelled` if called off: what was said to be kept is, of the others nothing is.
 */
export function startIntake(
  files: readonly File[],
  listener: IntakeListener,
  start: () => Worker = startIntakeWorker,
): { readonly result: Promise<void>; cancel(): void } {
  let cancelled = false
  let end = (): void => undefined
  const run = async () => {
    for (const { from, batch } of batchesOf(files)) {
      if (cancelled) break
      await new Promise<void>((resolve) => {
        end = takeBatch(start(), batch, from, listener, resolve)
      })
    }
    if (cancelled) throw new JobCancelled('cancelled')
  }
  return {
    result: run(),
    cancel() {
      cancelled = true
      end()
    },
  }
}

/** Cuts a list into parts of bounded number and bytes, in order; a part has at least one file. */
export function batchesOf(
  files: readonly File[],
): { readonly from: number; readonly batch: readonly File[] }[] {
  const batches: { from: number; batch: File[] }[] = []
  let bytes = 0
  for (const [index, file] of files.entries()) {
    const last = batches.at(-1)
    bytes += file.size
    if (last && last.batch.length < BATCH.files && bytes <= BATCH.bytes) {
      last.batch.push(file)
      continue
    }
    batches.push({ from: index, batch: [file] })
    bytes = file.size
  }
  return batches
}

/** Hears one worker out, and returns how to end it. Files it died over are told as failed. */
function takeBatch(
  worker: Worker,
  batch: readonly File[],
  from: number,
  { onRead, onFile }: IntakeListener,
  ended: () => void,
): () => void {
  const open = new Set(batch.keys())
  const end = () => {
    worker.onmessage = null
    worker.terminate()
    ended()
  }
  const giveUp = () => {
    for (const index of open) onFile(from + index, { status: 'failed', reason: 'failed' })
    end()
  }
  worker.onerror = giveUp
  worker.onmessageerror = giveUp
  worker.onmessage = ({ data }: MessageEvent<IntakeReply>) => {
    if (data.kind === 'read') return onRead(data.bytes)
    if (data.kind === 'done') return end()
    open.delete(data.index)
    onFile(from + data.index, data.outcome)
  }
  worker.postMessage(batch)
  return end
}
