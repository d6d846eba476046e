import { useState } from 'react'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import { documentName } from '../../evidence/reference'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { useSessionState } from '../session/session-context'

interface PickDocumentDialogProps {
  readonly onPick: (documentId: string) => void
  readonly onNew: () => void
  readonly onClose: () => void
}

/** A document that was entered once is cited again by choosing it. */
export function PickDocumentDialog({ onPick, onNew, onClose }: PickDocumentDialogProps) {
  const documents = useSessionState((state) => state.evidence.documents)
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const fitting = documents.filter((document) =>
    `${documentName(document)} ${DOCUMENT_KIND_LABELS[document.kind]}`.toLowerCase().includes(wanted),
  )
  return (
    <Dialog title="Rujuk dari kumpulan" onClose={onClose} wide>
      <input
        type="search"
        aria-label="Cari dokumen"
        placeholder="Cari judul, nomor, atau jenis"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="pick">
        {fitting.map((document) => (
          <li key={document.id}>
            <button type="button" className="btn" onClick={() => onPick(document.id)}>
              <span className="user-text">{documentName(document)}</span>
              <span className="hint">{DOCUMENT_KIND_LABELS[document.kind]}</span>
            </button>
          </li>
        ))}
      </ul>
      {fitting.length === 0 && <p className="hint">Tidak ada dokumen yang cocok.</p>}
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          Batal
        </button>
        <button type="button" className="btn" onClick={onNew}>
          <Icon name="add" />
          Tambah dokumen baru
        </button>
      </div>
    </Dialog>
  )
}
