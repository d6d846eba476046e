import type { ReportModel } from '../report/model'

/** What the page sends to the worker. */
export interface ReportRequest {
  readonly model: ReportModel
}

/** What the worker answers: progress in pages, then one of the others. */
export type ReportReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'done'
      readonly pdf: ArrayBuffer
      readonly pages: number
      readonly missingCharacters: number
    }
  | { readonly kind: 'failed'; readonly message: string }
