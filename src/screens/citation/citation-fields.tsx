import { useFormContext } from 'react-hook-form'
import { DOCUMENT_KINDS } from '../../answers/fields'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import { maturityModelOf } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { Field } from '../../ui/field'
import { useSession } from '../session/session-context'
import type { CitationForm } from './citation-form'

type TextName = 'title' | 'number' | 'date' | 'issuer' | 'link' | 'label' | 'pages'

interface LineProps {
  readonly name: TextName
  readonly label: string
  readonly hint?: string
}

function Line({ name, label, hint }: LineProps) {
  const { register, formState } = useFormContext<CitationForm>()
  return (
    <Field label={label} light error={formState.errors[name]?.message} {...(hint ? { hint } : {})}>
      {(ids) => <input type="text" autoComplete="off" {...ids} {...register(name)} />}
    </Field>
  )
}

/** Where in the document, and which level it proves. */
export function CitationFields({ indicator }: { readonly indicator: Indicator }) {
  const { instrument } = useSession()
  const { register, formState } = useFormContext<CitationForm>()
  const { levels } = maturityModelOf(instrument, indicator)
  return (
    <fieldset className="field">
      <legend className="label">Letak bukti dalam dokumen</legend>
      <div className="pair">
        <Line name="label" label="Pasal, bab, atau bagian" hint="Misalnya “Pasal 7–12”." />
        <Line name="pages" label="Halaman" hint="Misalnya “6–9”." />
      </div>
      <Field label="Membuktikan tingkat (boleh kosong)" light>
        {(ids) => (
          <select {...ids} {...register('level')}>
            <option value="">Tidak ditentukan</option>
            {levels.map((level) => (
              <option key={level.level} value={level.level}>
                {level.level} {level.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Keterangan (boleh kosong)" light error={formState.errors.remark?.message}>
        {(ids) => <textarea rows={2} {...ids} {...register('remark')} />}
      </Field>
    </fieldset>
  )
}

/** What the document is. `note` says whom else a change concerns. */
export function DocumentFields({ note }: { readonly note: string }) {
  const { register } = useFormContext<CitationForm>()
  return (
    <fieldset className="field">
      <legend className="label">Dokumen</legend>
      {note && <span className="hint">{note}</span>}
      <Line name="title" label="Judul" />
      <div className="pair">
        <Field label="Jenis" light>
          {(ids) => (
            <select {...ids} {...register('kind')}>
              {DOCUMENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {DOCUMENT_KIND_LABELS[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Line name="number" label="Nomor" />
      </div>
      <div className="pair">
        <Line name="date" label="Tanggal atau tahun" hint="2023, 2023-05, atau 2023-05-17." />
        <Line name="issuer" label="Diterbitkan oleh" hint="Misalnya “Wali Kota”." />
      </div>
      <Line
        name="link"
        label="Tautan (boleh kosong)"
        hint="Alamat tempat dokumen dapat dilihat. Hanya ditulis, tidak pernah dibuka oleh aplikasi."
      />
      <label className="choice">
        <input type="checkbox" {...register('shownAtInterview')} />
        <span>
          Ditunjukkan saat interviu
          <span className="hint">Tidak ada berkas maupun tautan; aslinya dibawa.</span>
        </span>
      </label>
      <label className="choice">
        <input type="checkbox" {...register('confidential')} />
        <span>
          Rahasia
          <span className="hint">Pada laporan tertulis “ditunjukkan saat interviu”.</span>
        </span>
      </label>
    </fieldset>
  )
}
