import { useState } from 'react'
import { documentName } from '../../evidence/reference'
import type { PoolRow } from '../../evidence/pool'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import IntakeDrop from '../intake/intake-drop'
import { useSession } from '../session/session-context'
import { AddDocument } from './add-document'
import { DocumentPage } from './document-page'
import { PoolList } from './pool-list'
import { PoolOverview } from './pool-overview'
import { usePool } from './use-pool'
import './evidence-screen.css'

interface EvidenceScreenProps {
  /** From the address: the document that is open, and the citation whose page is shown. */
  readonly document: string | null
  readonly citation: string | null
}

/** Bukti: the pool of documents beside the one that is open. On a phone these are two pages. */
export default function EvidenceScreen({ document, citation }: EvidenceScreenProps) {
  const pool = usePool()
  const current = pool.rows.find((row) => row.document.id === document)
  useScreen(current ? documentName(current.document) : 'Bukti')
  if (pool.rows.length === 0) return <NothingYet />
  return (
    <div className={current ? 'work pool' : 'work pool only-list'}>
      <PoolList pool={pool} current={current?.document.id ?? null} />
      <main className="sheet" id="isi">
        <Sheet current={current} citation={citation} pool={pool} />
      </main>
    </div>
  )
}

interface SheetProps {
  readonly current: PoolRow | undefined
  readonly citation: string | null
  readonly pool: ReturnType<typeof usePool>
}

function Sheet({ current, citation, pool }: SheetProps) {
  if (!current) return <PoolOverview pool={pool} />
  return <DocumentPage key={current.document.id} row={current} citationId={citation} files={pool.files} />
}

function NothingYet() {
  const session = useSession()
  const assessment = session.getState().assessment.id
  const [adding, setAdding] = useState(false)
  return (
    <main className="page" id="isi">
      <h1>Bukti</h1>
      <p className="read-2">
        Semua <Term id="document">dokumen</Term> yang sudah dimasukkan. Satu dokumen dapat dirujuk pada banyak
        indikator. <GuideLink section="2-bukti" />
      </p>
      <div className="empty">
        <h2>Belum ada bukti</h2>
        <p>Tambahkan dokumen di sini, atau dari halaman indikator pada bagian “Bukti”.</p>
        <div className="actions">
          <button type="button" className="btn main" onClick={() => setAdding(true)}>
            Tambah dokumen
          </button>
          <a className="btn" href={hrefOf({ screen: 'fill-in', assessment, indicator: null })}>
            Ke pengisian
          </a>
        </div>
        <IntakeDrop aim={{}} becomes="dokumen di kumpulan" />
      </div>
      {adding && <AddDocument onClose={() => setAdding(false)} />}
    </main>
  )
}
