import type { WrittenSheets } from '../spreadsheet/files/write-checked'
import type { SheetsInput, SheetsKind } from '../spreadsheet/input'
import type { ProposalReading } from '../spreadsheet/proposal'
import type { Here } from '../spreadsheet/read-row'
import { runJob, type Job, type Progress } from './job'
import { startSpreadsheetWorker } from './start-worker'

export type SpreadsheetRequest =
  | { readonly kind: 'write'; readonly what: SheetsKind; readonly input: SheetsInput }
  | { readonly kind: 'read'; readonly file: Blob; readonly here: Here }

/** Longest a file may take to be read, in milliseconds; a full workbook takes a tenth of a second. */
export const READING_LIMIT = 30_000

/** Writes a workbook or a table. `onProgress` hears the steps: put together, written, opened again. */
export function startWritingSheets(
  what: SheetsKind,
  input: SheetsInput,
  onProgress: Progress,
  start: () => Worker = startSpreadsheetWorker,
): Job<WrittenSheets> {
  return runJob<SpreadsheetRequest, WrittenSheets>(start(), { kind: 'write', what, input }, onProgress)
}

/** Reads a workbook and says what it would change. Ended, as `too-large`, where it takes longer than `limit`. */
export function startReadingSheets(
  file: Blob,
  here: Here,
  start: () => Worker = startSpreadsheetWorker,
  limit: number = READING_LIMIT,
): Job<ProposalReading> {
  const worker = start()
  const job = runJob<SpreadsheetRequest, ProposalReading>(
    worker,
    { kind: 'read', file, here },
    () => undefined,
  )
  let stop = (): void => undefined
  const late = new Promise<ProposalReading>((resolve) => {
    const timer = setTimeout(() => {
      worker.terminate()
      resolve({ status: 'refused', fault: { kind: 'too-large' } })
    }, limit)
    stop = () => clearTimeout(timer)
  })
  return { ...job, result: Promise.race([job.result, late]).finally(() => stop()) }
}
