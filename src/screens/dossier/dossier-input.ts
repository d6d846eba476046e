import type { ReportInput } from '../../report/input'
import type { Database } from '../../storage/database'
import { readFilePages } from '../handover/file-pages'
import { reportInputOf } from '../handover/make-report'
import type { Session } from '../session/session'

/** What a dossier of the open assessment is told from, with what other years came to. Rejects with what storage rejects. */
export async function dossierInputOf(session: Session, database: Database): Promise<ReportInput> {
  // Loaded when it is asked for: it brings the texts of other instruments.
  const { readYearsTold } = await import('../years/read-years')
  const [pages, years] = await Promise.all([readFilePages(database), readYearsTold(session, database)])
  return reportInputOf(session, pages, years)
}
