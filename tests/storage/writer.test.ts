import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Change } from '../../src/answers/change'
import type { Saving } from '../../src/storage/changes'
import {
  createWriter,
  RETRY_PAUSE,
  TYPING_LIMIT,
  TYPING_PAUSE,
  type SaveState,
  type Writer,
} from '../../src/storage/writer'
import { changeOf, indicatorTarget } from '../examples/changes'

function saving(id: string, value: string): Saving {
  return { change: changeOf(id, indicatorTarget('I01'), 'analysis', value), otherId: `${id}-other` }
}

interface Attempt {
  readonly savings: readonly Saving[]
  readonly succeed: () => Promise<void>
  readonly fail: (cause: Error) => Promise<void>
}

/** A disk that answers when the test says so. */
function slowDisk() {
  const attempts: Attempt[] = []
  const states: SaveState[] = []
  const acknowledged: string[] = []
  const writer: Writer = createWriter({
    save: (savings) =>
      new Promise<Change[]>((resolve, reject) => {
        attempts.push({
          savings,
          async succeed() {
            resolve(savings.map(({ change }) => change))
            await settle()
          },
          async fail(cause) {
            reject(cause)
            await settle()
          },
        })
      }),
    onSaved: (submitted) =>
      acknowledged.push(...submitted.map(({ change }) => `${change.id}=${String(change.value)}`)),
    onState: (state) => states.push(state),
    now: () => '2025-06-12T02:15:00.000Z',
  })
  const attempt = (index: number) => {
    const made = attempts[index]
    if (!made) throw new Error(`only ${attempts.length} attempts to save`)
    return made
  }
  const texts = (index: number) => attempt(index).savings.map(({ change }) => change.value)
  return { writer, attempts, attempt, texts, states, acknowledged }
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

const full = new DOMException('', 'QuotaExceededError')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('typing', () => {
  it('is saved 300 ms after the last key, not before', async () => {
    const { writer, attempts, texts } = slowDisk()
    writer.submit([saving('a', 'T')], true)
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 1)
    writer.submit([saving('a', 'Te')], true)
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 1)
    expect(attempts).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(attempts).toHaveLength(1)
    expect(texts(0)).toEqual(['Te'])
  })

  it('is saved a second after the first key, however fast one goes on', async () => {
    const { writer, attempts, texts } = slowDisk()
    for (let key = 0; key < TYPING_LIMIT / 100; key += 1) {
      writer.submit([saving('a', 'x'.repeat(key + 1))], true)
      expect(attempts).toHaveLength(0)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(texts(0)).toEqual(['x'.repeat(10)])
  })

  it('is measured anew after each save', async () => {
    const { writer, attempts, attempt } = slowDisk()
    writer.submit([saving('a', 'T')], true)
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    await attempt(0).succeed()
    await vi.advanceTimersByTimeAsync(5 * TYPING_LIMIT)
    writer.submit([saving('a', 'Te')], true)
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 1)
    expect(attempts).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(attempts).toHaveLength(2)
  })

  it('says "saving" once as long as one goes on, and "saved" when one pauses', async () => {
    const { writer, attempts, attempt, states } = slowDisk()
    const kinds = () => states.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])
    for (let key = 1; key <= (3 * TYPING_LIMIT) / 100; key += 1) {
      writer.submit([saving('a', 'x'.repeat(key))], true)
      await vi.advanceTimersByTimeAsync(100)
      if (attempts.length > 0) await attempt(attempts.length - 1).succeed()
    }
    expect(attempts).toHaveLength(3)
    expect(kinds()).toEqual(['saving'])
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE - 101)
    expect(kinds()).toEqual(['saving'])
    await vi.advanceTimersByTimeAsync(1)
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '2025-06-12T02:15:00.000Z' })
    expect(attempts).toHaveLength(3)
    expect(writer.unsaved()).toEqual([])
  })

  it('and then a choice says "saved" as soon as the disk does', async () => {
    const { writer, attempt, states } = slowDisk()
    writer.submit([saving('a', 'typed')], true)
    writer.submit([saving('b', 'chosen')], false)
    await settle()
    await attempt(0).succeed()
    expect(states.at(-1)?.kind).toBe('saved')
  })

  it('in several fields goes out together, each with its newest text, in the order begun', async () => {
    const { writer, texts } = slowDisk()
    writer.submit([saving('a', 'A')], true)
    writer.submit([saving('b', 'B')], true)
    writer.submit([saving('a', 'AA')], true)
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    expect(texts(0)).toEqual(['AA', 'B'])
  })
})

it('a choice is saved at once, with what was being typed', async () => {
  const { writer, texts } = slowDisk()
  writer.submit([saving('a', 'typed')], true)
  writer.submit([saving('b', 'chosen')], false)
  await settle()
  expect(texts(0)).toEqual(['typed', 'chosen'])
})

describe('saving', () => {
  it('runs one transaction at a time; what comes meanwhile goes into the next', async () => {
    const { writer, attempts, attempt, texts, acknowledged } = slowDisk()
    writer.submit([saving('a', '1')], false)
    await settle()
    writer.submit([saving('b', '2')], false)
    await vi.advanceTimersByTimeAsync(10 * TYPING_LIMIT)
    expect(attempts).toHaveLength(1)
    await attempt(0).succeed()
    expect(texts(1)).toEqual(['2'])
    await attempt(1).succeed()
    expect(acknowledged).toEqual(['a=1', 'b=2'])
  })

  it('keeps everything in view until it is acknowledged', async () => {
    const { writer, attempt } = slowDisk()
    const waiting = () => writer.unsaved().map(({ change }) => change.value)
    writer.submit([saving('a', 'old')], false)
    await settle()
    writer.submit([saving('a', 'new')], true)
    writer.submit([saving('b', 'other')], true)
    expect(waiting()).toEqual(['old', 'new', 'other'])
    await attempt(0).succeed()
    expect(waiting()).toEqual(['new', 'other'])
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    await attempt(1).succeed()
    expect(waiting()).toEqual([])
  })

  it('says "saved" only when nothing waits any more', async () => {
    const { writer, attempt, states } = slowDisk()
    writer.submit([saving('a', 'old')], false)
    await settle()
    writer.submit([saving('a', 'new')], true)
    await attempt(0).succeed()
    expect(states.map(({ kind }) => kind)).not.toContain('saved')
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    await attempt(1).succeed()
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '2025-06-12T02:15:00.000Z' })
  })
})

describe('flush', () => {
  it('resolves at once when there is nothing to save', async () => {
    const { writer, attempts } = slowDisk()
    await writer.flush()
    expect(attempts).toHaveLength(0)
  })

  it('does not wait for the pause, and resolves only when all that was submitted is on disk', async () => {
    const { writer, attempts, attempt } = slowDisk()
    writer.submit([saving('a', '1')], false)
    await settle()
    writer.submit([saving('b', '2')], true)
    let resolved = false
    void writer.flush().then(() => (resolved = true))
    await attempt(0).succeed()
    expect(attempts).toHaveLength(2)
    expect(resolved).toBe(false)
    await attempt(1).succeed()
    expect(resolved).toBe(true)
  })

  it('called several times at once still saves once', async () => {
    const { writer, attempts, attempt } = slowDisk()
    writer.submit([saving('a', '1')], true)
    const all = Promise.all([writer.flush(), writer.flush(), writer.flush()])
    await attempt(0).succeed()
    await all
    expect(attempts).toHaveLength(1)
  })

  it('rejects when the save fails, and what it could not save is saved later', async () => {
    const { writer, attempt, acknowledged } = slowDisk()
    writer.submit([saving('a', '1')], true)
    const flushed = expect(writer.flush()).rejects.toThrow(full)
    await attempt(0).fail(full)
    await flushed
    await vi.advanceTimersByTimeAsync(RETRY_PAUSE)
    await attempt(1).succeed()
    expect(acknowledged).toEqual(['a=1'])
  })
})

describe('a failure', () => {
  it('keeps everything and tries again after three seconds, again and again', async () => {
    const { writer, attempts, attempt, texts, states, acknowledged } = slowDisk()
    writer.submit([saving('a', '1'), saving('b', '2')], false)
    await settle()
    for (let failure = 0; failure < 4; failure += 1) {
      await attempt(failure).fail(new Error('lost'))
      expect(states.at(-1)).toEqual({ kind: 'failed', reason: 'other' })
      expect(writer.unsaved().map(({ change }) => change.value)).toEqual(['1', '2'])
      await vi.advanceTimersByTimeAsync(RETRY_PAUSE - 1)
      expect(attempts).toHaveLength(failure + 1)
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(texts(4)).toEqual(['1', '2'])
    await attempt(4).succeed()
    expect(acknowledged).toEqual(['a=1', 'b=2'])
    expect(states.at(-1)?.kind).toBe('saved')
  })

  it('for want of room says so', async () => {
    const { writer, attempt, states } = slowDisk()
    writer.submit([saving('a', '1')], false)
    await settle()
    await attempt(0).fail(full)
    expect(states.at(-1)).toEqual({ kind: 'failed', reason: 'full' })
  })

  it('never puts an older text over one typed while it was failing', async () => {
    const { writer, attempt, texts } = slowDisk()
    writer.submit([saving('a', 'old'), saving('b', 'kept')], false)
    await settle()
    writer.submit([saving('a', 'newer')], true)
    await attempt(0).fail(full)
    await vi.advanceTimersByTimeAsync(RETRY_PAUSE)
    expect(texts(1)).toEqual(['newer', 'kept'])
  })

  it('stays in view while one types on, until a save succeeds', async () => {
    const { writer, attempt, states } = slowDisk()
    writer.submit([saving('a', '1')], true)
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    await attempt(0).fail(full)
    const before = states.length
    writer.submit([saving('a', '12')], true)
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    expect(states.slice(before)).toEqual([])
    await attempt(1).succeed()
    expect(states.at(-1)?.kind).toBe('saved')
    writer.submit([saving('a', '123')], true)
    expect(states.at(-1)?.kind).toBe('saving')
  })
})
