import { useId, useRef } from 'react'
import { fieldKey } from '../../answers/change'
import { criterionOf } from '../../instrument/lookup'
import type { Indicator, Level } from '../../instrument/schema'
import { formatNumber } from '../../report/format'
import { levelTone } from '../../report/tone'
import { LevelMark } from '../../ui/level-mark'
import { TermHelp } from '../guide/term'
import { useSession, useSessionState } from '../session/session-context'
import { DifferenceChooser } from './difference-chooser'
import { useLevel } from './use-level'

/** The levels as radio buttons, each with its criterion. Digits choose while one of them has the focus. */
export function LevelChoice({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const titleId = useId()
  const { levels, value, chosen, choose, clear, chooseByKey, announcement } = useLevel(indicator)
  const target = { kind: 'indicator', id: indicator.id } as const
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, 'value')))
  const group = useRef<HTMLDivElement>(null)

  function empty(): void {
    clear()
    group.current?.querySelector('input')?.focus()
  }

  function chooseByDigit(event: React.KeyboardEvent): void {
    group.current?.querySelectorAll('input')[chooseByKey(event)]?.focus()
  }

  return (
    <section aria-labelledby={titleId}>
      <div className="explained">
        <h2 id={titleId}>
          <span className="k">1</span> Tingkat
          <span className="vh">
            , indikator {indicator.number} {indicator.shortName}
          </span>
          {value !== null && (
            <button type="button" className="link quiet" onClick={empty}>
              Kosongkan
            </button>
          )}
        </h2>
        <TermHelp id="level" word="tingkat kematangan" />
      </div>
      {differs && <DifferenceChooser target={target} field="value" title="Dua tingkat untuk indikator ini" />}
      <div
        className="levels"
        role="radiogroup"
        aria-labelledby={titleId}
        ref={group}
        onKeyDown={chooseByDigit}
      >
        {levels.map((level) => (
          <LevelRow
            key={level.level}
            indicator={indicator}
            level={level}
            tone={levelTone(session.instrument, level.level)}
            on={chosen === level}
            next={chosen !== undefined && levels[levels.indexOf(chosen) + 1] === level}
            onChoose={() => choose(level)}
          />
        ))}
      </div>
      <span className="vh" role="status">
        {announcement}
      </span>
    </section>
  )
}

interface LevelRowProps {
  readonly indicator: Indicator
  readonly level: Level
  readonly tone: number
  readonly on: boolean
  /** The level after the chosen one: what it would take is said where there is no rail to say it. */
  readonly next: boolean
  readonly onChoose: () => void
}

function LevelRow({ indicator, level, tone, on, next, onChoose }: LevelRowProps) {
  const criterion = criterionOf(indicator, level.level)
  return (
    <label className={`level${on ? ' on' : ''}${next ? ' next' : ''}`}>
      <input type="radio" name={`level-${indicator.id}`} checked={on} onChange={onChoose} />
      <LevelMark text={formatNumber(level.level)} tone={on ? tone : 0} />
      <span className="name">{level.name}</span>
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
