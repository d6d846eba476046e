import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { READING_LIMIT, startReadingSheets } from '../../src/workers/spreadsheet-job'
import { sheetsInputOf } from '../spreadsheet/fixture'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A worker that says nothing until it is told to. */
function silentWorker() {
  const worker = {
    onmessage: null as ((event: unknown) => void) | null,
    postMessage: vi.fn(),
    terminate: vi.fn(),
  }
  return { worker, start: () => worker as unknown as Worker }
}

test('a file that takes too long is given up, and its worker ended', async () => {
  const { worker, start } = silentWorker()
  const { result } = startReadingSheets(new Blob(['x']), sheetsInputOf([]), start)
  await vi.advanceTimersByTimeAsync(READING_LIMIT - 1)
  expect(worker.terminate).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(await result).toEqual({ status: 'refused', fault: { kind: 'too-large' } })
  expect(worker.terminate).toHaveBeenCalled()
})

test('a file that was read in time leaves no clock behind', async () => {
  const { worker, start } = silentWorker()
  const { result } = startReadingSheets(new Blob(['x']), sheetsInputOf([]), start)
  const reading = { status: 'refused', fault: { kind: 'damaged' } }
  worker.onmessage?.({ data: { kind: 'done', result: reading } })
  expect(await result).toEqual(reading)
  expect(vi.getTimerCount()).toBe(0)
})
