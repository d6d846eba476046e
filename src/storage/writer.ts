import type { Change } from '../answers/change'
import type { Saving } from './changes'

/** Typed text is saved this long after the last key, in milliseconds, … */
export const TYPING_PAUSE = 300
/** … and at most this long after the first. */
export const TYPING_LIMIT = 1000
/** A failed save is tried again this often. */
export const RETRY_PAUSE = 3000

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  /** ISO instant of the last acknowledged save. */
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly reason: 'full' | 'other' }

/** One object, however many keys are pressed: who shows the state has nothing new to show. */
const SAVING: SaveState = { kind: 'saving' }

export interface WriterEvents {
  save(savings: readonly Saving[]): Promise<Change[]>
  /** Called after each acknowledged save with the changes as stored, which may differ from what was submitted. */
  onSaved(submitted: readonly Saving[], stored: readonly Change[]): void
  onState(state: SaveState): void
  now(): string
}

/**
 * The queue between typing and the disk. A change being typed stands in it once, with its newest text. Contract:
 * - nothing leaves the queue before its transaction is acknowledged;
 * - one transaction at a time, in order;
 * - a failure keeps everything, says so, and tries again.
 */
export interface Writer {
  submit(savings: readonly Saving[], typed: boolean): void
  /** Resolves when everything submitted is on disk; rejects if a save fails. */
  flush(): Promise<void>
  /** What is not acknowledged yet, oldest first. */
  unsaved(): Saving[]
}

export function createWriter(events: WriterEvents): Writer {
  const waiting = new Map<string, Saving>()
  let inFlight: readonly Saving[] = []
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstKeyAt: number | null = null
  let failing = false

  function submit(savings: readonly Saving[], typed: boolean): void {
    for (const saving of savings) waiting.set(saving.change.id, saving)
    // Until a save has succeeded again, the failure stays in view.
    if (!failing) events.onState(SAVING)
    if (!typed) {
      // At once, so that the disk works while the page is drawn.
      flush().catch(() => undefined)
      return
    }
    const now = performance.now()
    firstKeyAt ??= now
    schedule(Math.max(0, Math.min(TYPING_PAUSE, firstKeyAt + TYPING_LIMIT - now)))
  }

  function schedule(delay: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      // A failure has already been told through onState.
      flush().catch(() => undefined)
    }, delay)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    firstKeyAt = null
    while (running) await running
    if (waiting.size === 0) return
    running = saveWaiting()
    try {
      await running
    } finally {
      running = null
    }
    if (waiting.size > 0 && firstKeyAt === null) await flush()
  }

  async function saveWaiting(): Promise<void> {
    inFlight = [...waiting.values()]
    waiting.clear()
    try {
      const stored = await events.save(inFlight)
      failing = false
      const submitted = inFlight
      inFlight = []
      events.onSaved(submitted, stored)
      events.onState(waiting.size === 0 ? { kind: 'saved', at: events.now() } : SAVING)
    } catch (cause) {
      // What was typed meanwhile is newer than what failed, and what was rescued may have been stored by another tab.
      const newer = [...waiting.values()]
      waiting.clear()
      const tried = inFlight.map(({ change, otherId }) => ({ change, otherId }))
      for (const saving of [...tried, ...newer]) waiting.set(saving.change.id, saving)
      inFlight = []
      failing = true
      events.onState({ kind: 'failed', reason: isFull(cause) ? 'full' : 'other' })
      schedule(RETRY_PAUSE)
      throw cause
    }
  }

  return { submit, flush, unsaved: () => [...inFlight, ...waiting.values()] }
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'QuotaExceededError'
}
