import { memo } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { fieldKey } from '../../answers/change'
import { STATUS_LABELS } from '../../answers/labels'
import { missingOf, type Missing } from '../../answers/status'
import { valueKeys } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { formatNumber } from '../../report/format'
import { levelTone } from '../../report/tone'
import { Icon } from '../../ui/icon'
import { StatusMark } from '../../ui/status-mark'
import { hrefOf } from '../app/routes'
import { hasDifference } from '../fill-in/filters'
import { ConversionField } from '../fill-in/conversion-field'
import { partName, ratedName } from '../../report/rated-name'
import { useLevel } from '../fill-in/use-level'
import { ValueField } from '../fill-in/value-field'
import { useTextPlace } from '../fields/text-form'
import { answerIn, citationsIn, statusIn, useSession, useSessionState } from '../session/session-context'
import { QuickRowView } from './quick-row-view'

interface QuickRowProps {
  readonly indicator: Indicator
  /** Under which the value is kept: the indicator's id, or a part's. */
  readonly valueKey: string
  /** Whether its maturity model asks for a subject. */
  readonly hasSubject: boolean
}

/** One indicator of the quick list, or one of its parts; re-renders only when something of its own changes. */
export const QuickRow = memo(function QuickRow({ indicator, valueKey, hasSubject }: QuickRowProps) {
  const session = useSession()
  const { levels, chosen, choose, chooseByKey, announcement } = useLevel(indicator, valueKey)
  const part = indicator.parts ? partName(session.instrument, indicator, valueKey) : ''
  const keys = valueKeys(indicator)
  const name = [indicator.number, indicator.shortName, part].filter(Boolean).join(' ')
  const { conversion } = indicator

  function chooseByDigit(event: React.KeyboardEvent<HTMLElement>): void {
    const index = chooseByKey(event)
    event.currentTarget.querySelectorAll('input')[index]?.focus()
  }

  return (
    <QuickRowView
      number={part ? `${indicator.number}.${keys.indexOf(valueKey) + 1}` : String(indicator.number)}
      name={
        <a
          href={hrefOf({
            screen: 'fill-in',
            assessment: session.getState().assessment.id,
            indicator: indicator.id,
          })}
        >
          {indicator.shortName}
          {part && <span className="hint"> {part}</span>}
        </a>
      }
      levels={
        <div
          className="seg"
          role="radiogroup"
          aria-label={`Tingkat indikator ${name}`}
          data-indicator={indicator.id}
          onKeyDown={chooseByDigit}
        >
          {levels.map((level) => (
            <label
              key={level.level}
              className={chosen === level ? `on l${levelTone(session.instrument, level.level)}` : ''}
            >
              <input
                type="radio"
                name={`quick-${valueKey}`}
                aria-label={`${formatNumber(level.level)} ${level.name}`}
                checked={chosen === level}
                onChange={() => choose(level)}
              />
              <span aria-hidden="true">{formatNumber(level.level)}</span>
            </label>
          ))}
        </div>
      }
      announcement={announcement}
      typed={
        conversion ? (
          <ConversionField indicator={indicator} conversion={conversion} compact />
        ) : session.instrument.valueMode === 'decimal' ? (
          <ValueField indicator={indicator} valueKey={valueKey} compact />
        ) : null
      }
      subject={hasSubject ? <Subject indicator={indicator} valueKey={valueKey} /> : null}
      state={valueKey === keys[0] ? <State indicator={indicator} /> : null}
    />
  )
})

/** Type of the subject's own input: no wider form than its row re-renders. */
function Subject({ indicator, valueKey }: Pick<QuickRowProps, 'indicator' | 'valueKey'>) {
  const session = useSession()
  const { register } = useFormContext<Record<string, string>>()
  const { target, field, label } = useTextPlace(valueKey)
  const { errors } = useFormState<Record<string, string>>({ name: valueKey })
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, field)))
  const error = errors[valueKey]?.message
  if (differs) return <span className="hint">Dua isian berbeda: buka indikatornya</span>
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        aria-label={`${label}, ${ratedName(session.instrument, indicator, valueKey)}`}
        aria-invalid={error !== undefined}
        {...register(valueKey, { onBlur: () => session.endTyping(target, field) })}
      />
      {error && (
        <span role="alert" className="tag err">
          {error}
        </span>
      )}
    </>
  )
}

const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  value: 'tingkat belum dipilih',
  evidence: 'bukti belum dirujuk',
  analysis: 'analisis belum ditulis',
}

function State({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const status = useSessionState((state) => statusIn(session, state, indicator.id))
  const differs = useSessionState((state) => hasDifference(state, indicator.id))
  const missing = useSessionState((state) => {
    const cited = citationsIn(state, indicator.id).length
    const [first] = missingOf(answerIn(state, indicator.id), cited, session.instrument.scale.min)
    return first ?? null
  })
  return (
    <span className="status">
      <StatusMark status={status} />
      {STATUS_LABELS[status]}
      {status === 'sebagian' && missing && `: ${MISSING_WORDS[missing]}`}
      {differs && <Icon name="warning" label="Ada perbedaan" />}
    </span>
  )
}
