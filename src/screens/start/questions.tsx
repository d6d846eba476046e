import { useFormContext } from 'react-hook-form'
import { INSTITUTION_KINDS } from '../../answers/fields'
import { INSTITUTION_LABELS } from '../../answers/labels'
import { Field } from '../../ui/field'
import { Term } from '../guide/term'
import type { StartForm } from './start-form'

/** Which institution is assessed. `number` is the question's number with its dot, or empty. */
export function InstitutionQuestion({ number }: { readonly number: string }) {
  const { register, formState } = useFormContext<StartForm>()
  return (
    <fieldset className="field">
      <legend className="label">{number}Instansi mana yang dinilai?</legend>
      <div className="pair">
        <Field label="Jenis instansi" light>
          {(ids) => (
            <select {...ids} {...register('institutionKind')}>
              {INSTITUTION_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {INSTITUTION_LABELS[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Nama lengkap instansi" light error={formState.errors.institutionName?.message}>
          {(ids) => (
            <input type="text" {...ids} {...register('institutionName')} autoComplete="organization" />
          )}
        </Field>
      </div>
    </fieldset>
  )
}

/** Of which year; a new assessment is asked for its instrument by that. */
export function YearQuestion({ number }: { readonly number: string }) {
  const { register, formState } = useFormContext<StartForm>()
  return (
    <Field label={`${number}Tahun penilaian?`} error={formState.errors.year?.message}>
      {(ids) => (
        <input
          type="text"
          inputMode="numeric"
          className="year"
          autoComplete="off"
          {...ids}
          {...register('year')}
        />
      )}
    </Field>
  )
}

/** Who fills in; recorded with every change. */
export function WhoQuestion({ number }: { readonly number: string }) {
  const { register, formState } = useFormContext<StartForm>()
  return (
    <fieldset className="field">
      <legend className="label">{number}Siapa yang mengisi?</legend>
      <div className="pair">
        <Field label="Unit Anda" light error={formState.errors.unit?.message}>
          {(ids) => <input type="text" {...ids} {...register('unit')} autoComplete="off" />}
        </Field>
        <Field label="Nama Anda" light error={formState.errors.person?.message}>
          {(ids) => <input type="text" {...ids} {...register('person')} autoComplete="name" />}
        </Field>
      </div>
      <span className="hint">
        Boleh dikosongkan. Tercatat pada <Term id="history">riwayat</Term> perubahan dan pada berkas yang Anda
        kirim.
      </span>
    </fieldset>
  )
}
