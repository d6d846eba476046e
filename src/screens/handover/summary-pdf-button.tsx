import { useApp } from '../app/app-context'
import { useSession } from '../session/session-context'
import { FileOutcome, useFileWork } from './file-work'
import { onePageOf } from './make-report'
import { makePdf } from './pdf-file'
import './handover.css'

interface SummaryPdfButtonProps {
  /** The one thing to do on its screen. */
  readonly main?: boolean
}

/** Makes the one-page summary, checks it and hands it over; progress and outcome stand under the button. */
export function SummaryPdfButton({ main = false }: SummaryPdfButtonProps) {
  const session = useSession()
  const { database } = useApp()
  const work = useFileWork(async (onProgress) => {
    // Loaded when it is asked for: it brings the texts of other instruments.
    const { readYearsTold } = await import('../years/read-years')
    const years = await readYearsTold(session, database)
    return makePdf(session, (open) => onePageOf(open, years), 'Ringkasan PDF', onProgress)
  })
  return (
    <div>
      <div className="actions">
        <button
          type="button"
          className={main ? 'btn main big' : 'btn'}
          disabled={work.state.kind === 'making'}
          onClick={work.start}
        >
          Ringkasan satu halaman (PDF)
        </button>
      </div>
      <FileOutcome work={work} name="Ringkasan" step="Halaman" />
    </div>
  )
}
