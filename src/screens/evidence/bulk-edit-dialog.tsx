import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { fieldKey } from '../../answers/change'
import { DOCUMENT_KINDS } from '../../answers/fields'
import type { EvidenceDocument } from '../../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import type { PoolRow } from '../../evidence/pool'
import { formatCount } from '../../report/format'
import { z } from '../../schema-setup'
import { Dialog, DialogForm } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useUndo } from '../../ui/undo'
import { citationFormSchema } from '../citation/citation-form'
import type { Entry } from '../session/session'
import { useSession } from '../session/session-context'

/** What is left blank stays as it is. */
const schema = z.object({
  kind: z.union([z.literal(''), citationFormSchema.shape.kind]),
  issuer: citationFormSchema.shape.issuer,
  date: citationFormSchema.shape.date,
  confidential: z.enum(['', 'yes', 'no']),
})
type BulkForm = z.infer<typeof schema>

interface BulkEditDialogProps {
  readonly rows: readonly PoolRow[]
  readonly onClose: () => void
}

/** Sets the same facts on many documents; taken back for all at once. */
export function BulkEditDialog({ rows, onClose }: BulkEditDialogProps) {
  const session = useSession()
  // What two people entered differently is for a person to decide, one by one; taking it back could not restore both.
  const { differences } = session.getState().present
  const differs = (id: string, field: Fact) => differences.has(fieldKey({ kind: 'document', id }, field))
  const differing = rows.filter(({ document }) => FACTS.some((field) => differs(document.id, field)))
  const offerUndo = useUndo()
  const { register, handleSubmit, formState } = useForm<BulkForm>({
    resolver: zodResolver(schema),
    defaultValues: { kind: '', issuer: '', date: '', confidential: '' },
  })
  const { errors } = formState

  function save(form: BulkForm): void {
    const facts = factsOf(form)
    const entriesOf = (from: (document: EvidenceDocument) => Partial<EvidenceDocument>): Entry[] =>
      rows.flatMap(({ document }) => {
        const values = from(document)
        const target = { kind: 'document', id: document.id } as const
        const changed = FACTS.filter((field) => field in facts && !differs(document.id, field))
        return changed.map((field) => ({
          target,
          field,
          value: values[field] ?? '',
        }))
      })
    const before = entriesOf((document) => document)
    if (session.set(entriesOf(() => facts)) && before.length > 0) {
      offerUndo(`${formatCount(rows.length)} dokumen diubah`, () => session.set(before))
    }
    onClose()
  }

  return (
    <Dialog title={`Ubah ${formatCount(rows.length)} dokumen`} onClose={onClose}>
      <DialogForm onSubmit={handleSubmit(save)} onCancel={onClose} submit="Simpan">
        <p className="hint">Yang dikosongkan tidak berubah.</p>
        {differing.length > 0 && (
          <Notice tone="warn">
            <p>
              Isian yang berbeda dari dua orang juga tidak berubah; pilih dulu pada dokumennya:{' '}
              {differing.map(({ document }) => document.title || 'Dokumen tanpa judul').join(', ')}.
            </p>
          </Notice>
        )}
        <Field label="Jenis" light>
          {(ids) => (
            <select {...ids} {...register('kind')}>
              <option value="">Tidak diubah</option>
              {DOCUMENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {DOCUMENT_KIND_LABELS[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Diterbitkan oleh" light error={errors.issuer?.message}>
          {(ids) => <input type="text" autoComplete="off" {...ids} {...register('issuer')} />}
        </Field>
        <Field
          label="Tanggal atau tahun"
          hint="2023, 2023-05, atau 2023-05-17."
          light
          error={errors.date?.message}
        >
          {(ids) => <input type="text" autoComplete="off" {...ids} {...register('date')} />}
        </Field>
        <Field label="Kerahasiaan" light>
          {(ids) => (
            <select {...ids} {...register('confidential')}>
              <option value="">Tidak diubah</option>
              <option value="yes">Rahasia</option>
              <option value="no">Terbuka</option>
            </select>
          )}
        </Field>
      </DialogForm>
    </Dialog>
  )
}

const FACTS = ['kind', 'issuer', 'date', 'confidential'] as const
type Fact = (typeof FACTS)[number]
type Facts = Partial<Pick<EvidenceDocument, Fact>>

function factsOf({ kind, issuer, date, confidential }: BulkForm): Facts {
  return {
    ...(kind ? { kind } : {}),
    ...(issuer ? { issuer } : {}),
    ...(date ? { date } : {}),
    ...(confidential ? { confidential: confidential === 'yes' } : {}),
  }
}
