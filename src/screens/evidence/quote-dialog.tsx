import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import type { Citation, EvidenceFile } from '../../evidence/evidence'
import type { PoolRow } from '../../evidence/pool'
import { placeOf } from '../../evidence/reference'
import { formatCount } from '../../report/format'
import { z } from '../../schema-setup'
import { Dialog, DialogForm } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { useUndo } from '../../ui/undo'
import { newId } from '../app/new-id'
import { goTo } from '../app/routes'
import { citationFormSchema } from '../citation/citation-form'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { answerIn, useSession } from '../session/session-context'

/** Stands for a citation that is yet to be made. */
const NEW = ''

const schema = z
  .object({
    citation: z.string(),
    indicator: z.string(),
    pages: citationFormSchema.shape.pages,
    pdfPages: citationFormSchema.shape.pages.check(
      z.regex(/^\d{1,6}([–,\s-]+\d{1,6})*$/, 'Tulis nomor halaman, misalnya 6 atau 6–9.'),
    ),
  })
  .check(
    z.refine(({ citation, indicator }) => citation !== NEW || indicator !== '', {
      path: ['indicator'],
      error: 'Pilih indikator yang merujuk halaman ini.',
    }),
  )
type QuoteForm = z.infer<typeof schema>

interface QuoteDialogProps {
  readonly row: PoolRow
  readonly file: EvidenceFile
  /** The citation one came for: chosen from the start. */
  readonly citation: Citation | null
  /** From 1. */
  readonly page: number
  readonly label: string | null
  readonly onClose: () => void
}

/** Has a citation, or a new one, point to the page that is looked at. */
export function QuoteDialog({ row, file, citation, page, label, onClose }: QuoteDialogProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const placed = useScopedIndicators()
  const { document, citations } = row
  const [only] = citations
  const chosen = citation ?? (citations.length === 1 ? only : undefined)
  const { register, handleSubmit, formState, control } = useForm<QuoteForm>({
    resolver: zodResolver(schema),
    defaultValues: {
      citation: chosen?.id ?? NEW,
      indicator: '',
      pages: label ?? String(page),
      pdfPages: String(page),
    },
  })
  const { errors } = formState
  const target = useWatch({ control, name: 'citation' })
  const numberOf = (id: string) => placed.find(({ indicator }) => indicator.id === id)?.indicator

  function save(form: QuoteForm): void {
    const known = citations.find(({ id }) => id === form.citation)
    const id = known?.id ?? newId()
    const citationTarget = { kind: 'citation', id } as const
    const entries = (values: { pages: string; pdfPages: string; file: string }) =>
      Object.entries(values).map(([field, value]) => ({ target: citationTarget, field, value }))
    const quoted = { pages: form.pages, pdfPages: form.pdfPages, file: file.sha256 }
    if (known) {
      session.set(entries(quoted))
      const { pages, pdfPages, file: before } = known
      offerUndo(`Rujukan kini menunjuk halaman ${form.pdfPages}`, () =>
        session.set(entries({ pages, pdfPages, file: before })),
      )
    } else {
      session.set([
        { target: citationTarget, field: 'indicator', value: form.indicator },
        { target: citationTarget, field: 'document', value: document.id },
        // Said of the level that is claimed, as where one cites from the indicator.
        {
          target: citationTarget,
          field: 'level',
          value: answerIn(session.getState(), form.indicator).value ?? null,
        },
        ...entries(quoted),
      ])
    }
    goTo({
      screen: 'evidence',
      assessment: session.getState().assessment.id,
      document: document.id,
      citation: id,
    })
    onClose()
  }

  return (
    <Dialog title={`Kutip halaman ${formatCount(page)}`} onClose={onClose}>
      <DialogForm onSubmit={handleSubmit(save)} onCancel={onClose} submit="Kutip">
        <Field label="Rujukan" light>
          {(ids) => (
            <select {...ids} {...register('citation')}>
              {citations.map((candidate) => (
                <option key={candidate.id} value={candidate.id}>
                  {numberOf(candidate.indicator)?.number} {numberOf(candidate.indicator)?.shortName}
                  {placeOf(candidate) && ` (${placeOf(candidate)})`}
                </option>
              ))}
              <option value={NEW}>Rujukan baru</option>
            </select>
          )}
        </Field>
        {target === NEW && (
          <Field label="Indikator" light error={errors.indicator?.message}>
            {(ids) => (
              <select {...ids} {...register('indicator')}>
                <option value="">Pilih indikator</option>
                {placed.map(({ indicator }) => (
                  <option key={indicator.id} value={indicator.id}>
                    {indicator.number} {indicator.shortName}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div className="pair">
          <Field
            label="Halaman berkas"
            hint="Misalnya “6” atau “6–9”."
            light
            error={errors.pdfPages?.message}
          >
            {(ids) => <input type="text" autoComplete="off" {...ids} {...register('pdfPages')} />}
          </Field>
          <Field
            label="Halaman tercetak"
            hint="Nomor yang tertulis di kertasnya."
            light
            error={errors.pages?.message}
          >
            {(ids) => <input type="text" autoComplete="off" {...ids} {...register('pages')} />}
          </Field>
        </div>
      </DialogForm>
    </Dialog>
  )
}
