import { needsPageCheck, newestFile, type Citation } from '../../evidence/evidence'
import { MEDIA_TYPE_LABELS } from '../../evidence/labels'
import { SHOWN_AT_INTERVIEW } from '../../evidence/reference'
import type { FileFacts } from '../../evidence/file-facts'
import { formatBytes, formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { useSession } from '../session/session-context'
import { useFileRow } from './file-rows'

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
            MEDIA_TYPE_LABELS[file.mediaType],
            formatBytes(file.size),
            ...factsOf(row?.facts ?? null),
            others > 0 ? `versi terbaru dari ${formatCount(others + 1)}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
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
    </>
  )
}

/** What was found in a file, in a few words each. */
function factsOf(facts: FileFacts | null): string[] {
  if (!facts) return []
  const { pages, textLayer, signed, lock, broken } = facts
  return [
    pages === null ? '' : `${formatCount(pages)} halaman`,
    textLayer === 'tidak-ada' ? 'tanpa lapisan teks' : '',
    signed ? 'bertanda tangan elektronik' : '',
    lock === 'user' ? 'berkata sandi, tidak dapat dibuka' : '',
    broken ? 'rusak, tidak dapat dibuka' : '',
  ]
}
