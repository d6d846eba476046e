import { newestFile } from '../../evidence/evidence'
import { formatBytes, formatCount } from '../../report/format'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import IntakeDrop from '../intake/intake-drop'
import type { Pool } from './use-pool'
import './document-facts.css'

/** What stands beside the list before a document is chosen. */
export function PoolOverview({ pool }: { readonly pool: Pool }) {
  const documents = pool.rows.filter((row) => !row.removed).map((row) => row.document)
  const files = new Map(documents.flatMap(({ files }) => files.map((file) => [file.sha256, file.size])))
  const bytes = [...files.values()].reduce((sum, size) => sum + size, 0)
  const without = documents.filter((document) => !newestFile(document)).length
  return (
    <div className="sheet-in">
      <h1>Bukti</h1>
      <p className="read-2">
        Semua <Term id="document">dokumen</Term> yang sudah dimasukkan. Satu dokumen dapat dirujuk pada banyak
        indikator. Pilih satu dokumen pada daftar untuk melihat keterangan, rujukan, dan berkasnya.{' '}
        <GuideLink section="2-bukti" />
      </p>
      <dl className="meta">
        <Count label="Dokumen" text={formatCount(documents.length)} />
        <Count label="Berkas" text={`${formatCount(files.size)}, ${formatBytes(bytes)}`} />
        <Count label="Dokumen tanpa berkas" text={formatCount(without)} />
        <Count label="Belum dirujuk" text={formatCount(pool.fitting.get('uncited')?.length ?? 0)} />
      </dl>
      <IntakeDrop aim={{}} becomes="dokumen di kumpulan" />
    </div>
  )
}

function Count({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}
