import { describe, expect, it } from 'vitest'
import { JobCancelled, JobFailed, startReportJob } from '../../../src/workers/report-job'
import type { ReportReply, ReportRequest } from '../../../src/workers/report-messages'
import { reportFixture } from '../fixture'

const model = reportFixture({ scope: ['I21'] })

/** A worker whose answers the test gives. */
class FakeWorker {
  onmessage: ((event: { data: ReportReply }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  requests: ReportRequest[] = []
  terminated = false
  postMessage(request: ReportRequest): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.terminated = true
  }
}

function startFake() {
  const worker = new FakeWorker()
  const progress: [number, number][] = []
  const job = startReportJob(
    model,
    (done, total) => progress.push([done, total]),
    () => worker as unknown as Worker,
  )
  return { worker, progress, job }
}

describe('a report drawn by a worker', () => {
  it('sends the model, hears progress, and ends the worker with the result', async () => {
    const { worker, progress, job } = startFake()
    expect(worker.requests).toEqual([{ model }])
    worker.onmessage?.({ data: { kind: 'progress', done: 1, total: 2 } })
    worker.onmessage?.({
      data: { kind: 'done', pdf: new Uint8Array([37, 80]).buffer, pages: 2, missingCharacters: 1 },
    })
    const { pdf, pages, missingCharacters } = await job.result
    expect({ type: pdf.type, size: pdf.size, pages, missingCharacters }).toEqual({
      type: 'application/pdf',
      size: 2,
      pages: 2,
      missingCharacters: 1,
    })
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

  it('rejects with what the worker says when it fails or dies', async () => {
    const failing = startFake()
    failing.worker.onmessage?.({ data: { kind: 'failed', message: 'out of memory' } })
    await expect(failing.job.result).rejects.toEqual(new JobFailed('out of memory'))
    const dying = startFake()
    dying.worker.onerror?.({ message: '' })
    await expect(dying.job.result).rejects.toMatchObject({ name: 'JobFailed' })
    expect(dying.worker.terminated).toBe(true)
  })
})
