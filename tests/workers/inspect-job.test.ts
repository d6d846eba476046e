import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inspectAll, INSPECTION_LIMIT, type InspectReply } from '../../src/workers/inspect-job'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function workers() {
  const started: {
    say: (reply: InspectReply) => void
    postMessage: ReturnType<typeof vi.fn>
    terminate: () => void
  }[] = []
  const start = () => {
    const worker = {
      onmessage: null as ((event: { data: InspectReply }) => void) | null,
      postMessage: vi.fn(),
      terminate: vi.fn(),
      say: (data: InspectReply) => worker.onmessage?.({ data }),
    }
    started.push(worker)
    return worker as unknown as Worker
  }
  return { started, start }
}

test('a file that takes too long is left, and a new worker goes on after it', async () => {
  const { started, start } = workers()
  const noted = vi.fn()
  const all = inspectAll('http://localhost/', noted, start)
  started[0]?.say({ kind: 'begun', sha256: 'one' })
  started[0]?.say({ kind: 'noted', sha256: 'one' })
  started[0]?.say({ kind: 'begun', sha256: 'stuck' })
  await vi.advanceTimersByTimeAsync(INSPECTION_LIMIT - 1)
  expect(started).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(started[0]?.terminate).toHaveBeenCalled()
  expect(started[1]?.postMessage).toHaveBeenCalledWith({ page: 'http://localhost/', hopeless: 'stuck' })
  started[1]?.say({ kind: 'done' })
  await all
  expect(noted.mock.calls).toEqual([['one']])
  expect(vi.getTimerCount()).toBe(0)
})

test('stuck over the same file again, it stops for now', async () => {
  const { started, start } = workers()
  const all = inspectAll('http://localhost/', vi.fn(), start)
  for (const at of [0, 1]) {
    started[at]?.say({ kind: 'begun', sha256: 'stuck' })
    await vi.advanceTimersByTimeAsync(INSPECTION_LIMIT)
  }
  await all
  expect(started).toHaveLength(2)
})
