import { useRef } from 'react'
import { fieldKey } from '../../answers/change'
import { criterionOf } from '../../instrument/lookup'
import type { Indicator, Level } from '../../instrument/schema'
import { formatNumber, formatValue } from '../../report/format'
import { levelTone } from '../../report/tone'
import { afterFrame } from '../../ui/after-frame'
import { LevelMark } from '../../ui/level-mark'
import { useSession, useSessionState } from '../session/session-context'
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
    // Where it stands is only known once it is drawn.
    input.focus({ preventScroll: true })
    afterFrame(() => input.scrollIntoView({ block: 'nearest' }))
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
        {levels.map((level) => (
          <LevelRow
            key={level.level}
            indicator={indicator}
            name={`level-${valueKey}`}
            level={level}
            tone={levelTone(instrument, level.level)}
            on={chosen === level}
            next={chosen !== undefined && levels[levels.indexOf(chosen) + 1] === level}
            onChoose={() => choose(level)}
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
  /** Of the radio buttons that belong together. */
  readonly name: string
  readonly level: Level
  readonly tone: number
  readonly on: boolean
  /** The level after the chosen one: what it would take is said where there is no rail to say it. */
  readonly next: boolean
  readonly onChoose: () => void
}

function LevelRow({ indicator, name, level, tone, on, next, onChoose }: LevelRowProps) {
  const criterion = criterionOf(indicator, level.level)
  const { alias, valueMin, valueMax } = level
  const range =
    valueMin !== undefined && valueMax !== undefined
      ? `${formatValue(valueMin)}–${formatValue(valueMax)}`
      : null
  const beside = [alias, range].filter(Boolean).join(' · ')
  return (
    <label className={`level${on ? ' on' : ''}${next ? ' next' : ''}`}>
      <input type="radio" name={name} checked={on} onChange={onChoose} />
      <LevelMark text={formatNumber(level.level)} tone={on ? tone : 0} />
      <span className="name">
        {level.name}
        {beside && <span className="hint also">{beside}</span>}
      </span>
      <span className="crit">{criterion?.text}</span>
      {(on || next) && criterion && criterion.evidence.length > 0 && (
        <span className="ev">
          <b>{on ? 'Bukti yang diminta' : `Untuk naik ke tingkat ${formatNumber(level.level)}`}</b>
          {criterion.evidence.map((wanted) => (
            <span key={wanted} className="ev-item">
              {wanted}
            </span>
          ))}
        </span>
      )}
    </label>
  )
}
