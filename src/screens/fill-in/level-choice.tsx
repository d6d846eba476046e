import { useId, useRef, useState } from 'react'
import { fieldKey } from '../../answers/change'
import { criterionOf, levelOf, maturityModelOf } from '../../instrument/lookup'
import type { Indicator, Level } from '../../instrument/schema'
import { formatCount, formatNumber } from '../../report/format'
import { levelTone } from '../../report/tone'
import { LevelMark } from '../../ui/level-mark'
import { useUndo } from '../../ui/undo'
import { TermHelp } from '../guide/term'
import { answerIn, useSession, useSessionState } from '../session/session-context'
import { DifferenceChooser } from './difference-chooser'

/** The levels as radio buttons, each with its criterion. Digits choose while one of them has the focus. */
export function LevelChoice({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const offerUndo = useUndo()
  const titleId = useId()
  const [announcement, setAnnouncement] = useState('')
  const target = { kind: 'indicator', id: indicator.id } as const
  const value = useSessionState((state) => answerIn(state, indicator.id).value ?? null)
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, 'value')))
  const { levels } = maturityModelOf(session.instrument, indicator)
  const chosen = value === null ? undefined : levelOf(session.instrument, indicator, value)
  const group = useRef<HTMLDivElement>(null)

  function put(next: number | null): void {
    session.set([{ target, field: 'value', value: next }])
  }

  function choose(level: Level): void {
    const before = value
    const next = level.valueMin ?? level.level
    put(next)
    const wanted = criterionOf(indicator, level.level)?.evidence.length ?? 0
    setAnnouncement(`Tingkat ${level.level}. ${formatCount(wanted)} bukti diminta.`)
    if (before !== null && before !== next) {
      const text = `Tingkat indikator ${indicator.number} diubah dari ${formatNumber(before)} menjadi ${formatNumber(next)}`
      offerUndo(text, () => put(before))
    }
  }

  function clear(): void {
    const before = value
    put(null)
    setAnnouncement('Pilihan tingkat dikosongkan.')
    group.current?.querySelector('input')?.focus()
    offerUndo(`Tingkat indikator ${indicator.number} dikosongkan`, () => put(before))
  }

  function chooseByDigit(event: React.KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const index = levels.findIndex((level) => String(level.level) === event.key)
    const level = levels[index]
    if (!level) return
    event.preventDefault()
    choose(level)
    group.current?.querySelectorAll('input')[index]?.focus()
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
            <button type="button" className="link quiet" onClick={clear}>
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
