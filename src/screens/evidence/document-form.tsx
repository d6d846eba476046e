import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm } from 'react-hook-form'
import { fieldKey } from '../../answers/change'
import type { EvidenceDocument } from '../../evidence/evidence'
import { z } from '../../schema-setup'
import { Dialog, DialogForm } from '../../ui/dialog'
import { DocumentFields } from '../citation/citation-fields'
import { citationFormSchema, DOCUMENT_FIELDS, FACT_WORDS } from '../citation/citation-form'
import { DifferenceChooser } from '../fill-in/difference-chooser'
import { useSession, useSessionState } from '../session/session-context'

const { title, kind, number, date, issuer, confidential, link, shownAtInterview } = citationFormSchema.shape

const schema = z.object({ title, kind, number, date, issuer, confidential, link, shownAtInterview })
type DocumentForm = z.infer<typeof schema>

const BLANK: DocumentForm = {
  title: '',
  kind: 'perda-perkada',
  number: '',
  date: '',
  issuer: '',
  confidential: false,
  link: '',
  shownAtInterview: false,
}

interface DocumentDialogProps {
  /** The title of the dialog. */
  readonly heading: string
  readonly id: string
  /** Null for a new one. */
  readonly document: EvidenceDocument | null
  /** Said above the fields: whom a change concerns. */
  readonly note: string
  readonly onSaved?: () => void
  readonly onClose: () => void
}

/** All facts of a document. */
export function DocumentDialog({ heading, id, document, note, onSaved, onClose }: DocumentDialogProps) {
  const session = useSession()
  const target = { kind: 'document', id } as const
  const differing = useSessionState((state) =>
    DOCUMENT_FIELDS.filter((field) => state.present.differences.has(fieldKey(target, field))).join(' '),
  )
  const form = useForm<DocumentForm>({
    resolver: zodResolver(schema),
    defaultValues: document ? formOf(document) : BLANK,
  })

  function save(values: DocumentForm): void {
    session.set(DOCUMENT_FIELDS.map((field) => ({ target, field, value: values[field] })))
    onSaved?.()
    onClose()
  }

  return (
    <Dialog title={heading} onClose={onClose} wide>
      {DOCUMENT_FIELDS.filter((field) => differing.split(' ').includes(field)).map((field) => (
        <DifferenceChooser
          key={field}
          target={target}
          field={field}
          title={`Dua isian untuk ${FACT_WORDS[field]}`}
        />
      ))}
      <FormProvider {...form}>
        <DialogForm
          onSubmit={form.handleSubmit(save)}
          onCancel={onClose}
          submit={document ? 'Simpan' : 'Tambah'}
        >
          <DocumentFields note={note} />
        </DialogForm>
      </FormProvider>
    </Dialog>
  )
}

function formOf(document: EvidenceDocument): DocumentForm {
  const { title, kind, number, date, issuer, confidential, link, shownAtInterview } = document
  return { title, kind, number, date, issuer, confidential, link, shownAtInterview }
}
