import type { Change } from '../answers/change'
import type { Saving } from './changes'

/** Typed text is saved this long after the last key, in milliseconds, … */
export const TYPING_PAUSE = 300
/** … and at most this long after the first; that it is saved is told when one pauses. */
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
  /** Runs as long as the last key is less than TYPING_PAUSE ago. */
  let pause: ReturnType<typeof setTimeout> | undefined
  /** Runs while what waits is not to be saved at once. */
  let limit: ReturnType<typeof setTimeout> | undefined
  let failing = false
  /** When that was saved of which nobody has been told yet. */
  let untold: string | null = null

  function submit(savings: readonly Saving[], typed: boolean): void {
    for (const saving of savings) waiting.set(saving.change.id, saving)
    // Until a save has succeeded again, the failure stays in view.
    if (!failing) events.onState(SAVING)
    if (!typed) {
      // At once, so that the disk works while the page is drawn.
      flush().catch(() => undefined)
      return
    }
    clearTimeout(pause)
    pause = after(TYPING_PAUSE, flush)
    limit ??= after(TYPING_LIMIT, save)
  }

  async function flush(): Promise<void> {
    clearTimeout(pause)
    pause = undefined
    await save()
  }

  async function save(): Promise<void> {
    clearTimeout(limit)
    limit = undefined
    while (running) await running
    if (waiting.size === 0) return tellSaved()
    running = saveWaiting()
    try {
      await running
    } finally {
      running = null
    }
    if (waiting.size > 0 && limit === undefined) await save()
  }

  /** Not while one goes on typing: a word that changes each second would only stand in the way of the keys. */
  function tellSaved(): void {
    if (!untold || pause !== undefined) return
    events.onState({ kind: 'saved', at: untold })
    untold = null
  }

  async function saveWaiting(): Promise<void> {
    inFlight = [...waiting.values()]
    waiting.clear()
    try {
      const stored = await events.save(inFlight)
      const submitted = inFlight
      inFlight = []
      events.onSaved(submitted, stored)
      if (failing) events.onState(SAVING)
      failing = false
      untold = waiting.size > 0 ? null : events.now()
      tellSaved()
    } catch (cause) {
      // What was typed meanwhile is newer than what failed, and what was rescued may have been stored by another tab.
      const newer = [...waiting.values()]
      waiting.clear()
      const tried = inFlight.map(({ change, otherId }) => ({ change, otherId }))
      for (const saving of [...tried, ...newer]) waiting.set(saving.change.id, saving)
      inFlight = []
      failing = true
      events.onState({ kind: 'failed', reason: isFull(cause) ? 'full' : 'other' })
      clearTimeout(limit)
      limit = after(RETRY_PAUSE, save)
      throw cause
    }
  }

  return { submit, flush, unsaved: () => [...inFlight, ...waiting.values()] }
}

function after(pause: number, save: () => Promise<void>): ReturnType<typeof setTimeout> {
  // A failure has already been told through onState.
  return setTimeout(() => void save().catch(() => undefined), pause)
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'QuotaExceededError'
}
