import { useState } from 'react'
import type { Citation, EvidenceDocument } from '../../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import { documentName } from '../../evidence/reference'
import { placedIndicators } from '../../instrument/lookup'
import { formatCount, formatDate } from '../../report/format'
import { Fold } from '../../ui/fold'
import { focusOn } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { useUndo } from '../../ui/undo'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import { useSession, useSessionState } from '../session/session-context'
import './evidence.css'

/** Bukti: every document entered, and where it is cited. */
export default function EvidenceScreen() {
  useScreen('Bukti')
  const session = useSession()
  const evidence = useSessionState((state) => state.evidence)
  const [search, setSearch] = useState('')
  const assessment = session.getState().assessment.id
  const wanted = search.trim().toLowerCase()
  const fitting = evidence.documents.filter((document) =>
    `${documentName(document)} ${DOCUMENT_KIND_LABELS[document.kind]} ${document.issuer}`
      .toLowerCase()
      .includes(wanted),
  )
  return (
    <main className="page" id="isi">
      <h1>Bukti</h1>
      <p className="read-2">
        Semua <Term id="document">dokumen</Term> yang sudah dimasukkan. Satu dokumen dapat dirujuk pada banyak
        indikator. <GuideLink section="2-bukti" />
      </p>
      {evidence.documents.length === 0 ? (
        <div className="empty">
          <h2>Belum ada bukti</h2>
          <p>Dokumen dimasukkan dari halaman indikator, pada bagian “Bukti”.</p>
          <a className="btn" href={hrefOf({ screen: 'fill-in', assessment, indicator: null })}>
            Ke pengisian
          </a>
        </div>
      ) : (
        <>
          <input
            type="search"
            className="pool-search"
            aria-label="Cari dokumen"
            placeholder="Cari judul, nomor, jenis, atau penerbit"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <p className="hint" role="status">
            {formatCount(fitting.length)} dokumen
          </p>
          <div className="scroll-x" tabIndex={0} role="region" aria-label="Tabel dokumen">
            <table>
              <thead>
                <tr>
                  <th scope="col">Dokumen</th>
                  <th scope="col">Jenis</th>
                  <th scope="col">Tanggal</th>
                  <th scope="col">Dirujuk pada indikator</th>
                  <th scope="col">
                    <span className="vh">Tindakan</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {fitting.map((document) => (
                  <DocumentRow
                    key={document.id}
                    document={document}
                    citations={[...evidence.citations.values()]
                      .flat()
                      .filter((citation) => citation.document.id === document.id)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <RemovedDocuments />
    </main>
  )
}

/** Deleted documents, to be brought back with the citations they had. */
function RemovedDocuments() {
  const session = useSession()
  const removed = useSessionState((state) => state.evidence.removedDocuments)
  if (removed.length === 0) return null
  return (
    <div className="folds">
      <Fold title="Dokumen yang dihapus" inside={formatCount(removed.length)}>
        <ul className="removed">
          {removed.map((document) => (
            <li key={document.id}>
              <span className="user-text">{documentName(document)}</span>
              <button
                type="button"
                className="btn sm"
                onClick={() =>
                  session.set([
                    { target: { kind: 'document', id: document.id }, field: 'removed', value: false },
                  ])
                }
              >
                Kembalikan
              </button>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}

interface DocumentRowProps {
  readonly document: EvidenceDocument
  readonly citations: readonly Citation[]
}

function DocumentRow({ document, citations }: DocumentRowProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const assessment = session.getState().assessment.id
  const cited = new Set(citations.map((citation) => citation.indicator))
  const indicators = placedIndicators(session.instrument)
    .map(({ indicator }) => indicator)
    .filter((indicator) => cited.has(indicator.id))

  function remove(): void {
    focusOn(window.document.querySelector<HTMLElement>('main h1'))
    const target = { kind: 'document', id: document.id } as const
    session.set([{ target, field: 'removed', value: true }])
    const consequence = citations.length > 0 ? `; ${citations.length} rujukan ikut hilang` : ''
    offerUndo(`“${document.title}” dihapus${consequence}`, () =>
      session.set([{ target, field: 'removed', value: false }]),
    )
  }

  return (
    <tr>
      <th scope="row" className="user-text doc-name">
        {documentName(document)}
        {document.confidential && (
          <span className="tag">
            <Icon name="lock" /> Rahasia
          </span>
        )}
      </th>
      <td>{DOCUMENT_KIND_LABELS[document.kind]}</td>
      <td>{formatDate(document.date) || '–'}</td>
      <td>
        {indicators.length === 0
          ? 'belum dirujuk'
          : indicators.map((indicator, index) => (
              <span key={indicator.id}>
                {index > 0 && ', '}
                <a
                  href={hrefOf({ screen: 'fill-in', assessment, indicator: indicator.id })}
                  aria-label={`Indikator ${indicator.number} ${indicator.shortName}`}
                >
                  {indicator.number}
                </a>
              </span>
            ))}
      </td>
      <td className="num">
        <button
          type="button"
          className="icon-btn"
          aria-label={`Hapus ${documentName(document)}`}
          onClick={remove}
        >
          <Icon name="detach" />
        </button>
      </td>
    </tr>
  )
}
