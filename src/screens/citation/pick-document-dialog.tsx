import type { EvidenceDocument } from '../../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import { documentName } from '../../evidence/reference'
import { Icon } from '../../ui/icon'
import { useSessionState } from '../session/session-context'
import { PickDialog } from './pick-dialog'

interface PickDocumentDialogProps {
  readonly onPick: (documentId: string) => void
  readonly onNew: () => void
  readonly onClose: () => void
}

/** A document that was entered once is cited again by choosing it. */
export default function PickDocumentDialog({ onPick, onNew, onClose }: PickDocumentDialogProps) {
  const documents = useSessionState((state) => state.evidence.documents)
  return (
    <PickDialog
      title="Rujuk dari kumpulan"
      search="Cari dokumen"
      placeholder="Cari judul, nomor, atau jenis"
      none="Tidak ada dokumen yang cocok."
      choicesFor={(typed) =>
        documents
          .filter((document) => fits(document, typed))
          .map((document) => ({
            id: document.id,
            name: (
              <>
                <span className="user-text">{documentName(document)}</span>
                <span className="hint">{DOCUMENT_KIND_LABELS[document.kind]}</span>
              </>
            ),
            onPick: () => onPick(document.id),
          }))
      }
      onClose={onClose}
    >
      <button type="button" className="btn" onClick={onNew}>
        <Icon name="add" />
        Tambah dokumen baru
      </button>
    </PickDialog>
  )
}

function fits(document: EvidenceDocument, typed: string): boolean {
  const said = `${documentName(document)} ${DOCUMENT_KIND_LABELS[document.kind]}`
  return said.toLowerCase().includes(typed.trim().toLowerCase())
}
