import { needsPageCheck, newestFile, type Citation } from '../../evidence/evidence'
import { SHOWN_AT_INTERVIEW } from '../../evidence/reference'
import { formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { useSession } from '../session/session-context'
import { useFileRow } from './file-rows'
import { fileWords } from './file-words'
import TwinNotice from './twin-notice'

/** What lies behind a citation: the newest file with what is known of it, a link, or neither. */
export default function CitedFile({ citation }: { readonly citation: Citation }) {
  const session = useSession()
  const { document } = citation
  const file = newestFile(document)
  const row = useFileRow(file?.sha256)
  const others = document.files.length - 1

  function confirmPages(): void {
    if (!file) return
    session.set([{ target: { kind: 'citation', id: citation.id }, field: 'file', value: file.sha256 }])
  }

  return (
    <>
      {file && (
        <div className="where">
          {[
            ...fileWords(file, row?.facts ?? null),
            ...(others > 0 ? [`versi terbaru dari ${formatCount(others + 1)}`] : []),
          ].join(' · ')}
        </div>
      )}
      {document.link && <div className="where user-text">Tautan: {document.link}</div>}
      {document.shownAtInterview && <div className="where">Aslinya {SHOWN_AT_INTERVIEW}</div>}
      {needsPageCheck(citation) && (
        <span className="tag warn">
          <Icon name="warning" /> Periksa halaman: ada versi baru
          <button type="button" className="btn sm" onClick={confirmPages}>
            Halaman masih tepat
          </button>
        </span>
      )}
      <TwinNotice document={document} />
    </>
  )
}
