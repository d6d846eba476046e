import { useFormContext, useWatch } from 'react-hook-form'
import type { CatalogueEntry } from '../../instrument/catalogue'
import { fetched } from '../../ui/fetched'
import { Term } from '../guide/term'
import type { StartForm } from './start-form'
import { useTexts } from './use-instrument'

const IndicatorChecklist = fetched(() => import('./indicator-checklist'))

interface ScopeQuestionProps {
  readonly number: string
  readonly instrument: CatalogueEntry
}

/** Which indicators the unit answers: all, or those it ticks. */
export function ScopeQuestion({ number, instrument: entry }: ScopeQuestionProps) {
  const { register, control, setValue, formState } = useFormContext<StartForm>()
  const scopeKind = useWatch({ control, name: 'scopeKind' })
  const chosen = useWatch({ control, name: 'chosen' })
  const instrument = useTexts(entry)
  return (
    <fieldset className="field">
      <legend className="label">{number}Indikator mana yang Anda isi?</legend>
      <span className="hint">
        Tiap <Term id="indicator">indikator</Term> lazimnya mempunyai unit <Term id="owner">pengampu</Term>.
      </span>
      <label className="choice">
        <input type="radio" value="all" {...register('scopeKind')} />
        <span>
          <b>Semua {entry.indicatorCount} indikator</b>
          <span className="hint">Untuk koordinator yang menyusun nilai instansi.</span>
        </span>
      </label>
      <label className="choice">
        <input type="radio" value="chosen" {...register('scopeKind')} />
        <span>
          <b>Sebagian saja</b>
          <span className="hint">Untuk unit pengampu: hanya indikator yang Anda centang.</span>
        </span>
      </label>
      {scopeKind === 'chosen' && instrument && (
        <IndicatorChecklist
          instrument={instrument}
          chosen={chosen}
          onChange={(ids) => setValue('chosen', ids, { shouldValidate: formState.isSubmitted })}
        />
      )}
      {formState.errors.chosen && (
        <span className="tag err" role="alert">
          {formState.errors.chosen.message}
        </span>
      )}
    </fieldset>
  )
}
