import { formatCount } from '../../report/format'
import type { PrintedDocument } from '../../report/pdf/render'
import type { Job, Progress } from '../../workers/job'
import { startReportJob } from '../../workers/report-job'
import type { Session } from '../session/session'
import type { CheckedFile } from './file-work'

/**
 * Draws a document of the open assessment, as it is once all that was typed is saved. `description` is what the save
 * dialog calls the type: "Laporan PDF".
 */
export async function makePdf(
  session: Session,
  documentOf: (session: Session) => PrintedDocument,
  description: string,
  onProgress: Progress,
): Promise<Job<CheckedFile>> {
  await session.flush()
  const document = documentOf(session)
  const job = startReportJob(document, onProgress)
  const result = job.result.then(({ pdf, pages, bookmarks, links, missingCharacters }) => ({
    name: document.model.fileName,
    blob: new Blob([pdf], { type: 'application/pdf' }),
    description,
    counted: [
      `${formatCount(pages)} halaman`,
      ...(bookmarks > 0 ? [`${formatCount(bookmarks)} penanda`] : []),
      ...(links > 0 ? [`${formatCount(links)} tautan`] : []),
    ],
    warning:
      missingCharacters > 0
        ? `${formatCount(missingCharacters)} huruf tidak tersedia pada fon laporan dan dicetak sebagai □. Periksa teksnya.`
        : '',
  }))
  return { ...job, result }
}
