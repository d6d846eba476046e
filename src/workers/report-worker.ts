import { renderReport } from '../report/pdf/render'
import type { ReportReply, ReportRequest } from './report-messages'

/** What is used of a dedicated worker's global scope. */
interface Scope {
  onmessage: ((event: MessageEvent<ReportRequest>) => void) | null
  postMessage(message: ReportReply, transfer?: Transferable[]): void
}

const scope = globalThis as unknown as Scope

scope.onmessage = ({ data }) => {
  void draw(data)
}

async function draw({ model }: ReportRequest): Promise<void> {
  try {
    const onProgress = (done: number, total: number) => scope.postMessage({ kind: 'progress', done, total })
    const { bytes, pages, missingCharacters } = await renderReport(model, { onProgress })
    const pdf = bytes.buffer as ArrayBuffer
    scope.postMessage({ kind: 'done', pdf, pages, missingCharacters }, [pdf])
  } catch (error) {
    scope.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}
