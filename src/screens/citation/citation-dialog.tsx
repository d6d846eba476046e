import { newId } from '../app/new-id'
import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { newestFile, type Citation } from '../../evidence/evidence'
import { levelOf } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { Dialog, DialogForm } from '../../ui/dialog'
import { Notice } from '../../ui/notice'
import { DocumentFiles } from '../intake/document-files'
import { answerIn, useSession, useSessionState } from '../session/session-context'
import { CitationFields, DocumentFields } from './citation-fields'
import {
  CITATION_FIELDS,
  citationFormOf,
  citationFormSchema,
  DOCUMENT_FIELDS,
  type CitationForm,
} from './citation-form'
import { EvidenceDifferences } from './evidence-differences'
import { dropDraft, keepDraft, readDraft } from './draft'
import { Suggestions } from './suggestions'

interface CitationDialogProps {
  readonly indicator: Indicator
  /** Null for a new one. */
  readonly citation: Citation | null
  /** A document that is known already. */
  readonly documentId?: string
  readonly onClose: () => void
}

/** Enters a document with the place in it, cites a known one, or changes either. */
export default function CitationDialog({ indicator, citation, documentId, onClose }: CitationDialogProps) {
  const session = useSession()
  const document = useSessionState((state) => state.evidence.documents.find(({ id }) => id === documentId))
  const uses = useSessionState((state) => countUses(state.evidence.citations, documentId))
  const assessment = session.getState().assessment.id
  const isNew = !document
  const draft = useMemo(
    () => (isNew ? readDraft(assessment, indicator.id) : null),
    [isNew, assessment, indicator.id],
  )
  const value = answerIn(session.getState(), indicator.id).value ?? null
  const level = value === null ? undefined : levelOf(session.instrument, indicator, value)
  const form = useForm<CitationForm>({
    resolver: zodResolver(citationFormSchema),
    defaultValues: { ...citationFormOf(document, citation, level?.level ?? null), ...draft },
  })
  useEffect(() => {
    if (!isNew) return
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => keepDraft(assessment, indicator.id, values),
    })
  }, [form, isNew, assessment, indicator.id])

  const newest = document && newestFile(document)

  function save(answers: CitationForm): void {
    const documentTarget = { kind: 'document', id: document?.id ?? newId() } as const
    const citationTarget = { kind: 'citation', id: citation?.id ?? newId() } as const
    session.set([
      ...DOCUMENT_FIELDS.map((field) => ({ target: documentTarget, field, value: answers[field] })),
      { target: citationTarget, field: 'indicator', value: indicator.id },
      { target: citationTarget, field: 'document', value: documentTarget.id },
      ...CITATION_FIELDS.map((field) => ({ target: citationTarget, field, value: answers[field] })),
      // Read from this version, whichever comes later.
      ...(answers.pages !== (citation?.pages ?? '') && newest
        ? [{ target: citationTarget, field: 'file', value: newest.sha256 }]
        : []),
      { target: citationTarget, field: 'level', value: answers.level === '' ? null : Number(answers.level) },
    ])
    dropDraft(assessment, indicator.id)
    onClose()
  }

  const title = citation ? 'Ubah rujukan' : document ? 'Rujuk dokumen' : 'Tambah dokumen dan rujuk'
  return (
    <Dialog title={title} onClose={onClose} wide>
      {draft && (
        <Notice tone="info">
          <p>Isian Anda yang belum selesai dikembalikan.</p>
        </Notice>
      )}
      {document && citation && <EvidenceDifferences document={document.id} citation={citation.id} />}
      <FormProvider {...form}>
        <DialogForm
          onSubmit={form.handleSubmit(save)}
          onCancel={onClose}
          submit={citation ? 'Simpan' : 'Rujuk'}
          cancel="Nanti saja"
        >
          {isNew && <DocumentFields note="" />}
          <CitationFields indicator={indicator} />
          {document && (
            <>
              <DocumentFields note={uses > 1 ? `Dirujuk ${uses} kali; perubahan berlaku di semuanya.` : ''} />
              {newest && <Suggestions file={newest} />}
              <DocumentFiles document={document} />
            </>
          )}
        </DialogForm>
      </FormProvider>
    </Dialog>
  )
}

function countUses(
  citations: ReadonlyMap<string, readonly Citation[]>,
  documentId: string | undefined,
): number {
  return [...citations.values()].flat().filter(({ document }) => document.id === documentId).length
}
