import { describe, expect, it } from 'vitest'
import { cancelledBy, JobCancelled, JobFailed, runJob, serveJob, type Reply } from '../../src/workers/job'

/** A worker whose answers the test gives. */
class FakeWorker {
  onmessage: ((event: { data: Reply<string> }) => void) | null = null
  onmessageerror: (() => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  requests: string[] = []
  terminated = false
  postMessage(request: string): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.terminated = true
  }
}

function startFake() {
  const worker = new FakeWorker()
  const progress: [number, number][] = []
  const job = runJob<string, string>(worker as unknown as Worker, 'request', (done, total) =>
    progress.push([done, total]),
  )
  return { worker, progress, job }
}

describe('a job in a worker', () => {
  it('sends the request, hears progress, and ends the worker with the result', async () => {
    const { worker, progress, job } = startFake()
    expect(worker.requests).toEqual(['request'])
    worker.onmessage?.({ data: { kind: 'progress', done: 1, total: 2 } })
    worker.onmessage?.({ data: { kind: 'done', result: 'drawn' } })
    expect(await job.result).toBe('drawn')
    expect(progress).toEqual([[1, 2]])
    expect(worker.terminated).toBe(true)
  })

  it('rejects by name when it is called off', async () => {
    const { worker, job } = startFake()
    job.cancel()
    await expect(job.result).rejects.toBeInstanceOf(JobCancelled)
    await expect(job.result).rejects.toMatchObject({ name: 'JobCancelled' })
    expect(worker.terminated).toBe(true)
  })

  it.each(['before', 'after'] as const)('is called off by a signal given %s it began', async (when) => {
    const calling = new AbortController()
    if (when === 'before') calling.abort()
    const { worker, job } = startFake()
    const result = cancelledBy(calling.signal, job)
    expect(worker.terminated).toBe(when === 'before')
    calling.abort()
    await expect(result).rejects.toBeInstanceOf(JobCancelled)
    expect(worker.terminated).toBe(true)
  })

  it('keeps its result where it is called off too late', async () => {
    const calling = new AbortController()
    const { worker, job } = startFake()
    const result = cancelledBy(calling.signal, job)
    worker.onmessage?.({ data: { kind: 'done', result: 'drawn' } })
    expect(await result).toBe('drawn')
    calling.abort()
    expect(await job.result).toBe('drawn')
  })

  it('rejects with what the worker says when it fails or dies', async () => {
    const failing = startFake()
    failing.worker.onmessage?.({ data: { kind: 'failed', message: 'out of memory' } })
    await expect(failing.job.result).rejects.toEqual(new JobFailed('out of memory'))
    const dying = startFake()
    dying.worker.onerror?.({ message: '' })
    await expect(dying.job.result).rejects.toMatchObject({ name: 'JobFailed' })
    expect(dying.worker.terminated).toBe(true)
    const garbled = startFake()
    garbled.worker.onmessageerror?.()
    await expect(garbled.job.result).rejects.toMatchObject({ name: 'JobFailed' })
  })
})

describe('the worker', () => {
  /** Runs some work as a worker would, and returns what it answers to a request. */
  async function answersTo(request: string, work: Parameters<typeof serveJob<string, string>>[0]) {
    const scope = globalThis as unknown as Record<string, unknown>
    const before = { onmessage: scope.onmessage, postMessage: scope.postMessage }
    const replies: Reply<string>[] = []
    try {
      await new Promise<void>((resolve) => {
        scope.postMessage = (reply: Reply<string>) => {
          replies.push(reply)
          if (reply.kind !== 'progress') resolve()
        }
        serveJob(work)
        const hear = scope.onmessage as (event: { data: string }) => void
        hear({ data: request })
      })
    } finally {
      Object.assign(scope, before)
    }
    return replies
  }

  it('answers with progress and the result', async () => {
    const replies = await answersTo('four', (request, onProgress) => {
      onProgress(1, 1)
      return Promise.resolve({ result: request.toUpperCase(), transfer: [] })
    })
    expect(replies).toEqual([
      { kind: 'progress', done: 1, total: 1 },
      { kind: 'done', result: 'FOUR' },
    ])
  })

  it('answers with the reason when the work fails', async () => {
    const replies = await answersTo('four', () => Promise.reject(new RangeError('too many')))
    expect(replies).toEqual([{ kind: 'failed', message: 'too many' }])
  })
})
