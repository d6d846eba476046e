import { useState } from 'react'
import { fetched } from '../../ui/fetched'
import { notBackedUp } from '../app/clock'
import { useScreen } from '../app/use-screen'
import { useSessionState } from '../session/session-context'
import { BackupSection } from './backup-section'
import { ExcelSection } from './excel-section'
import { CoordinatorSection } from './coordinator-section'
import { MinistrySection } from './ministry-section'
import { PapersSection } from './papers-section'
import { ReportSection } from './report-section'
import { SummarySection } from './summary-section'
import './handover.css'

const DossierSection = fetched(() => import('../dossier/dossier-section'), <p className="hint">Membuka…</p>)

const RECIPIENTS = [
  { id: 'assessor', title: 'Asesor', what: 'Berkas PDF dengan bukti' },
  { id: 'ministry', title: 'Aplikasi kementerian', what: 'Catatan, map kementerian' },
  { id: 'coordinator', title: 'Kominfo', what: 'Isian untuk digabung koordinator' },
  { id: 'head', title: 'Pimpinan', what: 'Ringkasan satu halaman' },
  { id: 'papers', title: 'Dokumen penutup', what: 'Berita acara dan persetujuan publikasi' },
  { id: 'ourselves', title: 'Kami sendiri', what: 'Cadangan, Excel' },
] as const
type Recipient = (typeof RECIPIENTS)[number]['id']

function Section({ recipient }: { readonly recipient: Recipient }) {
  switch (recipient) {
    case 'assessor':
      return (
        <>
          <section aria-labelledby="dossier-title">
            <h1 id="dossier-title">Berkas asesor</h1>
            <DossierSection />
          </section>
          <div className="report-after">
            <ReportSection />
          </div>
        </>
      )
    case 'ministry':
      return <MinistrySection />
    case 'coordinator':
      return <CoordinatorSection />
    case 'head':
      return <SummarySection />
    case 'papers':
      return <PapersSection />
    case 'ourselves':
      return (
        <>
          <BackupSection />
          <ExcelSection />
        </>
      )
  }
}

/** Kirim: by recipient, what goes out. */
export default function HandoverScreen() {
  useScreen('Kirim')
  const unsavedSince = useSessionState((state) => state.local.unsavedSince)
  const [recipient, setRecipient] = useState<Recipient>('assessor')
  return (
    <div className="work send">
      <nav className="list recipients" aria-label="Penerima">
        <h2>Untuk siapa?</h2>
        <ol>
          {RECIPIENTS.map(({ id, title, what }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => setRecipient(id)}
                {...(id === recipient ? { 'aria-current': 'true' as const } : {})}
              >
                <b>{title}</b>
                <span>{what}</span>
                {id === 'ourselves' && unsavedSince && (
                  <span className="tag warn">{notBackedUp(unsavedSince)}</span>
                )}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <main className="sheet" id="isi">
        <div className="sheet-in">
          <Section recipient={recipient} />
        </div>
      </main>
    </div>
  )
}
