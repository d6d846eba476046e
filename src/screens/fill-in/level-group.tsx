import { memo, useRef } from 'react'
import { fieldKey } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import { criterionOf, levelOf } from '../../instrument/lookup'
import type { Indicator, Level } from '../../instrument/schema'
import { formatNumber, formatValue } from '../../report/format'
import { levelTone } from '../../report/tone'
import { afterTwoFrames } from '../../ui/after-frame'
import { LevelMark } from '../../ui/level-mark'
import { useDrawnState, useSession, useSessionState } from '../session/session-context'
import { DifferenceChooser } from './difference-chooser'
import { ratedName } from '../../report/rated-name'
import { useLevel } from './use-level'

interface LevelGroupProps {
  readonly indicator: Indicator
  /** Under which the value is kept: the indicator's id, or a part's. */
  readonly valueKey: string
  readonly labelledBy: string
}

/** The levels as radio buttons, each with its criterion. Digits choose while one of them has the focus. */
export function LevelGroup({ indicator, valueKey, labelledBy }: LevelGroupProps) {
  const { instrument } = useSession()
  const { levels, chosen, choose, chooseByKey, announcement } = useLevel(indicator, valueKey)
  const target = { kind: 'indicator', id: valueKey } as const
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, 'value')))
  const group = useRef<HTMLDivElement>(null)

  function chooseByDigit(event: React.KeyboardEvent): void {
    const input = group.current?.querySelectorAll('input')[chooseByKey(event)]
    if (!input) return
    // Where it stands is known, without having it computed, once what was chosen and what follows is drawn.
    input.focus({ preventScroll: true })
    afterTwoFrames(() => input.scrollIntoView({ block: 'nearest' }))
  }

  return (
    <>
      {differs && (
        <DifferenceChooser
          target={target}
          field="value"
          title={`Dua tingkat untuk ${indicator.parts ? ratedName(instrument, indicator, valueKey) : 'indikator ini'}`}
        />
      )}
      <div
        className="levels"
        role="radiogroup"
        aria-labelledby={labelledBy}
        ref={group}
        onKeyDown={chooseByDigit}
      >
        {levels.map((level, at) => (
          <LevelRow
            key={level.level}
            indicator={indicator}
            valueKey={valueKey}
            level={level}
            before={levels[at - 1]}
            tone={levelTone(instrument, level.level)}
            on={chosen === level}
            onChoose={choose}
          />
        ))}
      </div>
      <span className="vh" role="status">
        {announcement}
      </span>
    </>
  )
}

interface LevelRowProps {
  readonly indicator: Indicator
  readonly valueKey: string
  readonly level: Level
  readonly tone: number
  readonly on: boolean
  /** The level below: where it is chosen, what this one would take is said, if there is no rail to say it. */
  readonly before: Level | undefined
  readonly onChoose: (level: Level) => void
}

const LevelRow = memo(function LevelRow(props: LevelRowProps) {
  const { indicator, valueKey, level, before, tone, on, onChoose } = props
  const criterion = criterionOf(indicator, level.level)
  const { alias, valueMin, valueMax } = level
  const range =
    valueMin !== undefined && valueMax !== undefined
      ? `${formatValue(valueMin)}–${formatValue(valueMax)}`
      : null
  const beside = [alias, range].filter(Boolean).join(' · ')
  return (
    <label className={on ? 'level on' : 'level'}>
      <input type="radio" name={`level-${valueKey}`} checked={on} onChange={() => onChoose(level)} />
      <LevelMark text={formatNumber(level.level)} tone={on ? tone : 0} />
      <span className="name">
        {level.name}
        {beside && <span className="hint also">{beside}</span>}
      </span>
      <span className="crit">{criterion?.text}</span>
      <AskedFor indicator={indicator} valueKey={valueKey} level={level} before={before} />
    </label>
  )
})

/** The evidence wanted by the chosen level, and by the next one. The choice itself is drawn a frame before. */
function AskedFor({ indicator, valueKey, level, before }: Omit<LevelRowProps, 'tone' | 'on' | 'onChoose'>) {
  const { instrument } = useSession()
  const chosen = useDrawnState((state) => {
    const { value } = valuesOf(state.present, { kind: 'indicator', id: valueKey })
    return typeof value === 'number' ? levelOf(instrument, indicator, value) : undefined
  })
  const evidence = criterionOf(indicator, level.level)?.evidence ?? []
  if (!chosen || evidence.length === 0 || (chosen !== level && chosen !== before)) return null
  return (
    <span className={chosen === level ? 'ev' : 'ev next'}>
      <b>{chosen === level ? 'Bukti yang diminta' : `Untuk naik ke tingkat ${formatNumber(level.level)}`}</b>
      {evidence.map((wanted) => (
        <span key={wanted} className="ev-item">
          {wanted}
        </span>
      ))}
    </span>
  )
}
