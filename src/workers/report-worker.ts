import { checkPdf } from '../report/pdf/check'
import { renderPdf, type PrintedDocument } from '../report/pdf/render'
import { serveJob } from './job'
import type { DrawnPdf } from './report-job'

serveJob<PrintedDocument, DrawnPdf>(async (document, onProgress) => {
  const { bytes, ...counts } = await renderPdf(document, { onProgress })
  const check = checkPdf(bytes, counts)
  if (check.status === 'broken') throw new Error(`the PDF is not whole: ${check.reason}`)
  const pdf = bytes.buffer as ArrayBuffer
  return { result: { pdf, ...counts }, transfer: [pdf] }
})
