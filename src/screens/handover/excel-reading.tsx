import { useEffect, useState } from 'react'
import { FILE_LIMIT } from '../../spreadsheet/files/guard'
import type { Proposal, SheetFault } from '../../spreadsheet/proposal'
import { FileButton } from '../../ui/file-button'
import { Notice } from '../../ui/notice'
import { WorkProgress } from '../../ui/progress-bar'
import { cancelledBy } from '../../workers/job'
import { startReadingSheets } from '../../workers/spreadsheet-job'
import { useCallOff } from '../app/use-call-off'
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
  const { begin, cancel } = useCallOff()
  useEffect(() => cancel, [cancel])

  async function read(file: File): Promise<void> {
    const signal = begin()
    if (file.size > FILE_LIMIT) return setState({ kind: 'refused', fault: { kind: 'too-large' } })
    setState({ kind: 'reading' })
    try {
      const reading = await cancelledBy(signal, startReadingSheets(file, hereIn(session)))
      if (signal.aborted) return
      setState(
        reading.status === 'refused'
          ? { kind: 'refused', fault: reading.fault }
          : { kind: 'read', proposal: reading.proposal, file: file.name },
      )
    } catch {
      if (!signal.aborted) setState({ kind: 'refused', fault: { kind: 'damaged' } })
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
        <WorkProgress
          label="Membaca berkas Excel"
          share={null}
          onCancel={() => {
            cancel()
            setState({ kind: 'idle' })
          }}
        >
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
