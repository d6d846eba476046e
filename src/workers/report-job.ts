import type { ReportModel } from '../report/model'
import type { ReportReply, ReportRequest } from './report-messages'
import { startReportWorker } from './start-worker'

export interface FinishedReport {
  readonly pdf: Blob
  readonly pages: number
  /** Characters printed as □ because no font of the report has them. */
  readonly missingCharacters: number
}

export interface ReportJob {
  readonly result: Promise<FinishedReport>
  /** Ends the worker at once; `result` rejects with `JobCancelled` if it was not there yet. */
  cancel(): void
}

/** The person called it off: nothing went wrong. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled'
}

/** The worker could not be started or could not draw the report. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed'
}

/** Draws a report in a worker of its own, which ends with it. `onProgress` hears pages painted and their total. */
export function startReportJob(
  model: ReportModel,
  onProgress: (done: number, total: number) => void,
  start: () => Worker = startReportWorker,
): ReportJob {
  const worker = start()
  let cancel = () => worker.terminate()
  const result = new Promise<FinishedReport>((resolve, reject) => {
    const fail = (reason: Error) => {
      worker.terminate()
      reject(reason)
    }
    cancel = () => fail(new JobCancelled('report cancelled'))
    worker.onerror = (event) => fail(new JobFailed(event.message || 'report worker failed'))
    worker.onmessageerror = () => fail(new JobFailed('report worker sent something unreadable'))
    worker.onmessage = ({ data }: MessageEvent<ReportReply>) => {
      if (data.kind === 'progress') return onProgress(data.done, data.total)
      if (data.kind === 'failed') return fail(new JobFailed(data.message))
      worker.terminate()
      const { pages, missingCharacters } = data
      resolve({ pdf: new Blob([data.pdf], { type: 'application/pdf' }), pages, missingCharacters })
    }
  })
  const request: ReportRequest = { model }
  worker.postMessage(request)
  return { result, cancel: () => cancel() }
}
