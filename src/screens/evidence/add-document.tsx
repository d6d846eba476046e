import { useState } from 'react'
import { newId } from '../app/new-id'
import { goTo } from '../app/routes'
import { useSession } from '../session/session-context'
import { DocumentDialog } from './document-form'

/** Enters a document into the pool and opens it. */
export function AddDocument({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const [id] = useState(newId)
  const assessment = session.getState().assessment.id
  return (
    <DocumentDialog
      heading="Tambah dokumen"
      id={id}
      document={null}
      note=""
      onSaved={() => goTo({ screen: 'evidence', assessment, document: id })}
      onClose={onClose}
    />
  )
}
