import { memo } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { fieldKey } from '../../answers/change'
import { STATUS_LABELS } from '../../answers/labels'
import { missingOf, type Missing } from '../../answers/status'
import type { Indicator } from '../../instrument/schema'
import { formatNumber } from '../../report/format'
import { levelTone } from '../../report/tone'
import { Icon } from '../../ui/icon'
import { StatusMark } from '../../ui/status-mark'
import { hrefOf } from '../app/routes'
import { hasDifference } from '../fill-in/filters'
import { useLevel } from '../fill-in/use-level'
import { useTextPlace } from '../fields/text-form'
import { answerIn, citationsIn, statusIn, useSession, useSessionState } from '../session/session-context'
import { QuickRowView } from './quick-row-view'

interface QuickRowProps {
  readonly indicator: Indicator
  /** Whether its maturity model asks for a subject. */
  readonly hasSubject: boolean
}

/** One indicator of the quick list; re-renders only when something of its own changes. */
export const QuickRow = memo(function QuickRow({ indicator, hasSubject }: QuickRowProps) {
  const session = useSession()
  const { levels, chosen, choose, chooseByKey, announcement } = useLevel(indicator)
  const name = `${indicator.number} ${indicator.shortName}`

  function chooseByDigit(event: React.KeyboardEvent<HTMLElement>): void {
    const index = chooseByKey(event)
    event.currentTarget.querySelectorAll('input')[index]?.focus()
  }

  return (
    <QuickRowView
      number={indicator.number}
      name={
        <a
          href={hrefOf({
            screen: 'fill-in',
            assessment: session.getState().assessment.id,
            indicator: indicator.id,
          })}
        >
          {indicator.shortName}
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
                name={`quick-${indicator.id}`}
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
      subject={hasSubject ? <Subject indicator={indicator} /> : null}
      state={<State indicator={indicator} />}
    />
  )
})

/** Type of the subject's own input: no wider form than its row re-renders. */
function Subject({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const { register } = useFormContext<Record<string, string>>()
  const { target, field, label } = useTextPlace(indicator.id)
  const { errors } = useFormState<Record<string, string>>({ name: indicator.id })
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, field)))
  const error = errors[indicator.id]?.message
  if (differs) return <span className="hint">Dua isian berbeda: buka indikatornya</span>
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        aria-label={`${label}, indikator ${indicator.number}`}
        aria-invalid={error !== undefined}
        {...register(indicator.id, { onBlur: () => session.endTyping(target, field) })}
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
