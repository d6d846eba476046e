import { expect, test, vi } from 'vitest'
import {
  BATCH,
  batchesOf,
  startIntake,
  type IntakeOutcome,
  type IntakeReply,
} from '../../src/workers/intake-job'
import { JobCancelled } from '../../src/workers/job'

/** A file that says how large it is, without being so. */
const file = (name: string, size: number) =>
  Object.defineProperty(new File([], name), 'size', { value: size })

/** Workers that are told what to say. */
function workers() {
  const started: {
    say: (reply: IntakeReply) => void
    die: () => void
    terminate: () => void
    files: File[]
  }[] = []
  const start = () => {
    const worker = {
      onmessage: null as ((event: { data: IntakeReply }) => void) | null,
      onerror: null as (() => void) | null,
      files: [] as File[],
      postMessage: (files: File[]) => void (worker.files = files),
      terminate: vi.fn(),
      say: (data: IntakeReply) => worker.onmessage?.({ data }),
      die: () => worker.onerror?.(),
    }
    started.push(worker)
    return worker as unknown as Worker
  }
  return { started, start }
}

const KEPT: IntakeOutcome = {
  status: 'kept',
  sha256: 'a'.repeat(64),
  size: 1,
  mediaType: 'pdf',
  misnamed: false,
}

function begin(files: readonly File[]) {
  const { started, start } = workers()
  const told: [number, string][] = []
  const listener = {
    onRead: vi.fn(),
    onFile: (at: number, outcome: IntakeOutcome) => told.push([at, outcome.status]),
  }
  return { started, told, job: startIntake(files, listener, start) }
}

test('a worker takes no more bytes or files than it may, and a larger file by itself', () => {
  const sizes = (files: File[]) => batchesOf(files).map(({ from, batch }) => [from, batch.length])
  const half = BATCH.bytes / 2
  expect(sizes([])).toEqual([])
  expect(sizes([file('a', half), file('b', half), file('c', 1), file('d', BATCH.bytes)])).toEqual([
    [0, 2],
    [2, 1],
    [3, 1],
  ])
  const many = Array.from({ length: BATCH.files + 1 }, (_, at) => file(`${at}`, 1))
  expect(sizes(many)).toEqual([
    [0, BATCH.files],
    [BATCH.files, 1],
  ])
})

test('each worker is ended before the next one, and files keep their places', async () => {
  const { started, told, job } = begin([file('a', BATCH.bytes), file('b', 1)])
  started[0]?.say({ kind: 'file', index: 0, outcome: KEPT })
  started[0]?.say({ kind: 'done' })
  await expect.poll(() => started).toHaveLength(2)
  expect(started[0]?.terminate).toHaveBeenCalled()
  started[1]?.say({ kind: 'file', index: 0, outcome: { status: 'refused', reason: 'empty' } })
  started[1]?.say({ kind: 'done' })
  await job.result
  expect(told).toEqual([
    [0, 'kept'],
    [1, 'refused'],
  ])
})

test('a worker that dies fails the files it had not spoken of, and the rest goes on', async () => {
  const { started, told, job } = begin([file('a', 1), file('b', BATCH.bytes - 1), file('c', 1)])
  started[0]?.say({ kind: 'file', index: 0, outcome: KEPT })
  started[0]?.die()
  await expect.poll(() => started).toHaveLength(2)
  started[1]?.say({ kind: 'file', index: 0, outcome: KEPT })
  started[1]?.say({ kind: 'done' })
  await job.result
  expect(told).toEqual([
    [0, 'kept'],
    [1, 'failed'],
    [2, 'kept'],
  ])
})

test('called off, the worker is ended, no other begins and nothing more is told', async () => {
  const { started, told, job } = begin([file('a', BATCH.bytes), file('b', 1)])
  job.cancel()
  await expect(job.result).rejects.toThrow(JobCancelled)
  started[0]?.say({ kind: 'file', index: 0, outcome: KEPT })
  expect(started).toHaveLength(1)
  expect(started[0]?.terminate).toHaveBeenCalled()
  expect(told).toEqual([])
})
