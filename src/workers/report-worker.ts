import type { ReportModel } from '../report/model'
import { renderReport } from '../report/pdf/render'
import { serveJob } from './job'
import type { DrawnReport } from './report-job'

serveJob<ReportModel, DrawnReport>(async (model, onProgress) => {
  const { bytes, pages, missingCharacters } = await renderReport(model, { onProgress })
  const pdf = bytes.buffer as ArrayBuffer
  return { result: { pdf, pages, missingCharacters }, transfer: [pdf] }
})
