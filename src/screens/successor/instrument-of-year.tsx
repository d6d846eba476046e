import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { shippedInstruments, type CatalogueEntry } from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'
import { Field } from '../../ui/field'
import { Term } from '../guide/term'
import { instrumentOfYear, type SuccessorForm } from './successor-form'

interface InstrumentOfYearProps {
  readonly number: string
  /** Of the assessment one begins from. */
  readonly source: Instrument
}

/** Of which year, and with which instrument: the one of that year, until another one is chosen. */
export function InstrumentOfYear({ number, source }: InstrumentOfYearProps) {
  const { register, control, setValue, formState } = useFormContext<SuccessorForm>()
  const instrument = useWatch({ control, name: 'instrument' })

  const [chosen, setChosen] = useState(false)

  function take(id: string): void {
    if (id === instrument) return
    setValue('instrument', id)
    // Ids of another instrument name other indicators.
    setValue('chosen', [])
  }

  function choose(id: string): void {
    setChosen(true)
    take(id)
  }

  function followYear(text: string): void {
    if (!chosen && /^\d{4}$/.test(text.trim())) take(instrumentOfYear(Number(text)).id)
  }

  return (
    <fieldset className="field">
      <legend className="label">{number}Tahun dan instrumen?</legend>
      <div className="pair">
        <Field label="Tahun penilaian" light error={formState.errors.year?.message}>
          {(ids) => (
            <input
              type="text"
              inputMode="numeric"
              className="year"
              autoComplete="off"
              {...ids}
              {...register('year', {
                onChange: (event: { target: HTMLInputElement }) => followYear(event.target.value),
              })}
            />
          )}
        </Field>
        <Field label="Instrumen" light>
          {(ids) => (
            <select {...ids} value={instrument} onChange={(event) => choose(event.target.value)}>
              {shippedInstruments.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entry.shortTitle} ({yearsOf(entry)})
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <span className="hint">
        {instrument === source.id ? (
          'Instrumennya sama dengan penilaian asal: tiap indikator bersambung dengan dirinya sendiri.'
        ) : (
          <>
            Instrumennya lain dari penilaian asal ({source.shortTitle}). Yang bersambung dicari lewat{' '}
            <Term id="crosswalk">padanan indikator</Term>, menurut penilaian kami.
          </>
        )}
      </span>
    </fieldset>
  )
}

function yearsOf({ validFrom, validTo }: CatalogueEntry): string {
  return validTo === null ? `sejak ${validFrom}` : `${validFrom}–${validTo}`
}
