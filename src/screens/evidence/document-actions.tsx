import { useState } from 'react'
import type { PoolRow } from '../../evidence/pool'
import { formatCount } from '../../report/format'
import { focusOn } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { useUndo } from '../../ui/undo'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { NewVersionButton } from '../intake/new-version-button'
import { useSession } from '../session/session-context'
import { DocumentDialog } from './document-form'
import { removalWords, removeDocuments } from './removal'
import '../../ui/fold.css'
import './document-actions.css'

/** What can be done with the document that is open. */
export function DocumentActions({ row }: { readonly row: PoolRow }) {
  const session = useSession()
  const offerUndo = useUndo()
  const placed = useScopedIndicators()
  const [editing, setEditing] = useState(false)
  const { document, citations, removed } = row
  const target = { kind: 'document', id: document.id } as const

  function set(field: 'removed' | 'confidential', value: boolean): void {
    session.set([{ target, field, value }])
  }

  function remove(): void {
    focusOn(window.document.querySelector<HTMLElement>('main h1'))
    offerUndo(removalWords([row], placed), removeDocuments(session, [row]))
  }

  if (removed) {
    return (
      <div className="actions">
        <button type="button" className="btn sm" onClick={() => set('removed', false)}>
          <Icon name="undo" />
          Kembalikan
        </button>
      </div>
    )
  }
  const note =
    citations.length > 1
      ? `Dirujuk ${formatCount(citations.length)} kali; perubahan berlaku di semuanya.`
      : ''
  return (
    <div className="actions doc-actions">
      <button type="button" className="btn sm" onClick={() => setEditing(true)}>
        <Icon name="change" />
        Ubah keterangan
      </button>
      <NewVersionButton document={document} small />
      <details className="more">
        <summary className="btn sm">Lainnya</summary>
        <div className="menu">
          <button
            type="button"
            className="btn plain sm"
            onClick={() => set('confidential', !document.confidential)}
          >
            {document.confidential ? 'Jadikan terbuka' : 'Jadikan rahasia'}
          </button>
          <button type="button" className="btn plain sm" onClick={remove}>
            Hapus dokumen
          </button>
        </div>
      </details>
      {editing && (
        <DocumentDialog
          heading="Ubah keterangan"
          id={document.id}
          document={document}
          note={note}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  )
}
