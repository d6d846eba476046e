import type { ReportModel } from '../report/model'
import { runJob, type Job, type Progress } from './job'
import { startReportWorker } from './start-worker'

export interface DrawnReport {
  readonly pdf: ArrayBuffer
  readonly pages: number
  /** Characters printed as □ because no font of the report has them. */
  readonly missingCharacters: number
}

/** Draws a report. `onProgress` hears pages painted and their total. */
export function startReportJob(
  model: ReportModel,
  onProgress: Progress,
  start: () => Worker = startReportWorker,
): Job<DrawnReport> {
  return runJob<ReportModel, DrawnReport>(start(), model, onProgress)
}
