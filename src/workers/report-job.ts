import type { PdfPlan } from '../report/pdf/check'
import type { PrintedDocument } from '../report/pdf/render'
import { runJob, type Job, type Progress } from './job'
import { startReportWorker } from './start-worker'

/** A PDF that was opened again and counted after it was drawn. */
export interface DrawnPdf extends PdfPlan {
  readonly pdf: ArrayBuffer
  /** Characters printed as □ because no font of the report has them. */
  readonly missingCharacters: number
}

/** Draws a report, a summary or a closing paper. `onProgress` hears pages painted and their total. */
export function startReportJob(document: PrintedDocument, onProgress: Progress): Job<DrawnPdf> {
  return runJob<PrintedDocument, DrawnPdf>(startReportWorker(), document, onProgress)
}
