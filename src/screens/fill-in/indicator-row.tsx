import { memo } from 'react'
import { STATUS_LABELS } from '../../answers/labels'
import { levelOf } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { levelTone } from '../../report/tone'
import { hrefOf } from '../app/routes'
import { answerIn, statusIn, useDrawnState, useSession } from '../session/session-context'
import { hasDifference } from './filters'
import { IndicatorRowView } from './indicator-row-view'

interface IndicatorRowProps {
  readonly indicator: Indicator
  readonly current: boolean
}

/** One indicator in the list; re-renders only when its own level or status changes. */
export const IndicatorRow = memo(function IndicatorRow({ indicator, current }: IndicatorRowProps) {
  const session = useSession()
  const value = useDrawnState((state) => answerIn(state, indicator.id).value ?? null)
  const status = useDrawnState((state) => statusIn(session, state, indicator.id))
  const difference = useDrawnState((state) => hasDifference(state, indicator.id))
  const level = value === null ? undefined : levelOf(session.instrument, indicator, value)
  return (
    <IndicatorRowView
      href={hrefOf({
        screen: 'fill-in',
        assessment: session.getState().assessment.id,
        indicator: indicator.id,
      })}
      number={indicator.number}
      name={indicator.shortName}
      current={current}
      status={status}
      statusLabel={STATUS_LABELS[status]}
      difference={difference}
      value={value}
      tone={level ? levelTone(session.instrument, level.level) : 0}
    />
  )
})
