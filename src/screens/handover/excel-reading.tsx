import { useRef, useState } from 'react'
import { FILE_LIMIT } from '../../spreadsheet/files/guard'
import type { Proposal, ProposalReading, SheetFault } from '../../spreadsheet/proposal'
import { FileButton } from '../../ui/file-button'
import { Notice } from '../../ui/notice'
import { WorkProgress } from '../../ui/progress-bar'
import { JobCancelled, type Job } from '../../workers/job'
import { startReadingSheets } from '../../workers/spreadsheet-job'
import type { Session } from '../session/session'
import { useSession } from '../session/session-context'
import { ExcelPreview } from './excel-preview'
import { sheetFaultMessage } from './excel-messages'
import { sheetsInputOf } from './make-sheets'

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly fault: SheetFault }
  | { readonly kind: 'read'; readonly proposal: Proposal; readonly file: string }
  | { readonly kind: 'taken'; readonly count: number }

/** Answers from a workbook: read aside, shown, and taken in only as the person decides. */
export function ExcelReading() {
  const session = useSession()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const job = useRef<Job<ProposalReading> | null>(null)

  async function read(file: File): Promise<void> {
    if (file.size > FILE_LIMIT) return setState({ kind: 'refused', fault: { kind: 'too-large' } })
    setState({ kind: 'reading' })
    try {
      const begun = startReadingSheets(file, hereIn(session))
      job.current = begun
      const reading = await begun.result
      setState(
        reading.status === 'refused'
          ? { kind: 'refused', fault: reading.fault }
          : { kind: 'read', proposal: reading.proposal, file: file.name },
      )
    } catch (cause) {
      setState(
        cause instanceof JobCancelled ? { kind: 'idle' } : { kind: 'refused', fault: { kind: 'damaged' } },
      )
    } finally {
      job.current = null
    }
  }

  return (
    <div className="excel-in">
      <h3>Buka isian dari Excel</h3>
      <p className="hint">
        Tingkat, layanan, fakta, dan analisis dari lembar Isian. Perubahannya ditunjukkan dulu; tidak ada yang
        berubah sebelum Anda memutuskan. Sel kosong tidak menghapus apa pun.
      </p>
      <div className="actions">
        <FileButton
          label="Pilih berkas"
          name="Buka isian dari Excel (.xlsx)"
          accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onFile={(file) => void read(file)}
        />
      </div>
      {state.kind === 'reading' && (
        <WorkProgress label="Membaca berkas Excel" share={null} onCancel={() => job.current?.cancel()}>
          Membaca berkas…
        </WorkProgress>
      )}
      {state.kind === 'refused' && (
        <Notice tone="err" live>
          <p>
            <b>Tidak ada yang berubah.</b> {sheetFaultMessage(state.fault)}
          </p>
        </Notice>
      )}
      {state.kind === 'taken' && (
        <Notice tone="ok" live>
          <p>
            <b>{state.count} isian diambil dari Excel.</b> Yang lama tetap ada di Riwayat tiap indikator.
          </p>
        </Notice>
      )}
      {state.kind === 'read' && (
        <ExcelPreview
          proposal={state.proposal}
          file={state.file}
          onClose={() => setState({ kind: 'idle' })}
          onTaken={(count) => setState({ kind: 'taken', count })}
        />
      )}
    </div>
  )
}

/** What the sheet is compared with; no more is sent than the comparison takes. */
function hereIn(session: Session) {
  const { instrument, stamp, scope, answers, differences } = sheetsInputOf(session)
  return { instrument, stamp, scope, answers, differences }
}
