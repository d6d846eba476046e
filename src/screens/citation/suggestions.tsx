import { useFormContext, useWatch } from 'react-hook-form'
import type { EvidenceFile } from '../../evidence/evidence'
import { stemOf } from '../../evidence/file-name'
import { guessFacts, type Guess } from '../../evidence/guess'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import { formatDate } from '../../report/format'
import { useFileRow } from '../intake/file-rows'
import { FACT_WORDS, type CitationForm } from './citation-form'
import '../intake/intake.css'

const FIELDS = ['title', 'kind', 'number', 'date'] as const

/** What the newest file's name and first page say of the document: each is taken by a person, or not. */
export function Suggestions({ file }: { readonly file: EvidenceFile }) {
  const { setValue, setFocus } = useFormContext<CitationForm>()
  const [title, kind, number, date] = useWatch<CitationForm, typeof FIELDS>({ name: FIELDS })
  const guess = guessFacts(file.name, useFileRow(file.sha256)?.facts?.firstText ?? '')
  // What a person wrote stays; a title that is only the file's name is nobody's.
  const open: Readonly<Record<keyof Guess, boolean>> = {
    title: title === '' || title === stemOf(file.name),
    kind: kind === 'lainnya',
    number: number === '',
    date: date === '',
  }
  const proposals = FIELDS.flatMap((field) => {
    const value = guess[field]
    return open[field] && value !== undefined && !(field === 'title' && value === title)
      ? [{ field, value }]
      : []
  })
  if (proposals.length === 0) return null
  return (
    <section className="suggestions" aria-label="Usulan dari berkas">
      <p className="hint">Usulan dari nama dan halaman pertama berkas. Periksa dulu; tidak terisi sendiri.</p>
      <ul>
        {proposals.map(({ field, value }) => (
          <li key={field}>
            <span>
              {FACT_WORDS[field]}: <span className="user-text">“{shown(field, value)}”</span>
            </span>
            <button
              type="button"
              className="btn sm"
              aria-label={`Pakai ${FACT_WORDS[field]} “${shown(field, value)}”`}
              onClick={() => {
                setValue(field, value, { shouldDirty: true })
                setFocus(field)
              }}
            >
              Pakai
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function shown(field: keyof Guess, value: string): string {
  if (field === 'kind') return DOCUMENT_KIND_LABELS[value as keyof typeof DOCUMENT_KIND_LABELS]
  return field === 'date' ? formatDate(value) : value
}
