import { useEffect, useState } from 'react'
import { newestFile, type EvidenceDocument } from '../../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import type { PoolRow } from '../../evidence/pool'
import { fetched } from '../../ui/fetched'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { hrefOf } from '../app/routes'
import TwinNotice from '../intake/twin-notice'
import { useSession } from '../session/session-context'
import { CitationTable } from './citation-table'
import { DocumentActions } from './document-actions'
import { DocumentFacts } from './document-facts'
import { FileList } from './file-list'
import { PageFoot } from './page-foot'
import type { FileRows } from './use-pool'
import './document-page.css'

const Viewer = fetched(() => import('./viewer/viewer'), <figure className="view" />)

interface DocumentPageProps {
  readonly row: PoolRow
  /** The citation whose page is shown, from the address. */
  readonly citationId: string | null
  readonly files: FileRows
}

/** One document: what it is, what cites it, its files, and beside them its pages. */
export function DocumentPage({ row, citationId, files }: DocumentPageProps) {
  const session = useSession()
  const { document, citations } = row
  const assessment = session.getState().assessment.id
  const newest = newestFile(document)
  // A file that was looked for among the older ones, as long as it is there.
  const [wanted, setWanted] = useState<string | null>(null)
  const shown = document.files.find(({ id }) => id === wanted) ?? newest
  const citation = citations.find(({ id }) => id === citationId) ?? null
  const title = document.title || 'Dokumen tanpa judul'
  useEffect(() => {
    // Under the facts, where there is no room for it beside them.
    if (citationId) window.document.querySelector('.view')?.scrollIntoView({ block: 'nearest' })
  }, [citationId])
  return (
    <div className="sheet-in doc">
      <div className="doc-facts">
        <a className="link only-phone" href={hrefOf({ screen: 'evidence', assessment })}>
          <Icon name="left" />
          Semua dokumen
        </a>
        <p className="crumb">{DOCUMENT_KIND_LABELS[document.kind]}</p>
        <h1 className="user-text">{title}</h1>
        {row.removed && (
          <Notice tone="info">
            <p>Dokumen ini dihapus. Rujukan yang pernah ada kembali bersamanya.</p>
          </Notice>
        )}
        {!row.removed && <TwinNotice document={document} />}
        <DocumentFacts document={document} />
        <DocumentActions row={row} />
        {!row.removed && <CitationTable row={row} current={citation} />}
        <FileList document={document} shown={shown ?? null} rows={files} onShow={setWanted} />
      </div>
      {shown ? (
        <Viewer
          key={shown.sha256}
          file={shown}
          facts={files.get(shown.sha256)?.facts ?? null}
          title={title}
          citation={citation}
          under={(page, label) => (
            <PageFoot row={row} file={shown} citation={citation} page={page} label={label} />
          )}
        />
      ) : (
        <NoFile document={document} />
      )}
    </div>
  )
}

/** Why there is nothing to look at. */
function NoFile({ document }: { readonly document: EvidenceDocument }) {
  const why = document.shownAtInterview
    ? 'Bukti ini ditunjukkan saat interviu.'
    : document.link
      ? 'Bukti ini berupa tautan. Aplikasi tidak membukanya.'
      : 'Dokumen ini belum punya berkas.'
  return (
    <figure className="view">
      <p className="unshown small">{why}</p>
    </figure>
  )
}
