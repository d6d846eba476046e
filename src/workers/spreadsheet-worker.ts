import { propose } from '../spreadsheet/propose'
import { readWorkbook } from '../spreadsheet/files/read-xlsx'
import type { ProposalReading } from '../spreadsheet/proposal'
import { writeSheets, type WrittenSheets } from '../spreadsheet/files/write-checked'
import { serveJob } from './job'
import type { SpreadsheetRequest } from './spreadsheet-job'

serveJob<SpreadsheetRequest, WrittenSheets | ProposalReading>(async (request, onProgress) => {
  if (request.kind === 'read') {
    const reading = await readWorkbook(new Uint8Array(await request.file.arrayBuffer()))
    const result = reading.status === 'refused' ? reading : propose(reading.book, request.here)
    return { result, transfer: [] }
  }
  const written = await writeSheets(request.what, request.input, onProgress)
  return { result: written, transfer: [written.bytes] }
})
