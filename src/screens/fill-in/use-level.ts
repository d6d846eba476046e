import { useCallback, useState } from 'react'
import type { ChangeValue } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import { criterionOf, levelOf, lowestValueOf, maturityModelOf } from '../../instrument/lookup'
import type { Indicator, Level } from '../../instrument/schema'
import { formatCount, formatLevel, formatNumber } from '../../report/format'
import { useUndo } from '../../ui/undo'
import type { Session, SessionState } from '../session/session'
import { useSession, useSessionState } from '../session/session-context'
import { ratedName } from '../../report/rated-name'

interface LevelInUse {
  /** All levels of the indicator's maturity model, from the lowest. */
  readonly levels: readonly Level[]
  readonly value: number | null
  readonly chosen: Level | undefined
  /** The same function from one drawing to the next. */
  readonly choose: (level: Level) => void
  readonly clear: () => void
  /** Chooses by a digit. Returns the place of the level chosen, or -1 for any other key. */
  readonly chooseByKey: (event: React.KeyboardEvent) => number
  /** What was chosen last, to be said aloud. */
  readonly announcement: string
}

/**
 * The level of one indicator, or of one of its parts (`valueKey`): chosen at once, saved at once, and undone for ten
 * seconds. Choosing a level by hand lets go of the index it was computed from.
 */
export function useLevel(indicator: Indicator, valueKey: string = indicator.id): LevelInUse {
  const session = useSession()
  const offerUndo = useUndo()
  const [announcement, setAnnouncement] = useState('')
  const value = useSessionState((state) => valueIn(state, valueKey))
  const { levels } = maturityModelOf(session.instrument, indicator)
  const chosen = value === null ? undefined : levelOf(session.instrument, indicator, value)
  const name = ratedName(session.instrument, indicator, valueKey)

  const choose = useCallback(
    (level: Level): void => {
      const before = valueIn(session.getState(), valueKey)
      // Its value may have been raised: choosing it again by its digit must not lower it.
      if (before !== null && levelOf(session.instrument, indicator, before) === level) return
      const next = lowestValueOf(level)
      const undo = put(session, valueKey, next)
      const wanted = criterionOf(indicator, level.level)?.evidence.length ?? 0
      const said = [`Tingkat ${formatNumber(level.level)}.`, `${formatCount(wanted)} bukti diminta.`]
      if (next !== level.level) said.splice(1, 0, `Nilai ${formatLevel(next)}.`)
      setAnnouncement(said.join(' '))
      if (before === null) return
      offerUndo(`Tingkat ${name} diubah dari ${formatLevel(before)} menjadi ${formatLevel(next)}`, undo)
    },
    [session, indicator, valueKey, name, offerUndo],
  )

  function clear(): void {
    const undo = put(session, valueKey, null)
    offerUndo(`Tingkat ${name} dikosongkan`, undo)
  }

  function chooseByKey(event: React.KeyboardEvent): number {
    if (event.ctrlKey || event.altKey || event.metaKey) return -1
    // In a field a digit is a digit.
    if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return -1
    const index = levels.findIndex((level) => String(level.level) === event.key)
    const level = levels[index]
    if (!level) return -1
    event.preventDefault()
    choose(level)
    return index
  }

  return { levels, value, chosen, choose, clear, chooseByKey, announcement }
}

function valueIn({ present }: SessionState, valueKey: string): number | null {
  return valuesOf(present, { kind: 'indicator', id: valueKey }).value ?? null
}

/** Sets the value, and gives a function that puts back what was there. */
function put(session: Session, valueKey: string, next: number | null): () => void {
  const target = { kind: 'indicator', id: valueKey } as const
  const { value = null, sourceIndex = null } = valuesOf(session.getState().present, target)
  const set = (values: readonly (readonly [field: string, value: ChangeValue])[]) =>
    session.set(values.map(([field, of]) => ({ target, field, value: of })))
  set([
    ['value', next],
    ['sourceIndex', null],
  ])
  return () =>
    set([
      ['value', value],
      ['sourceIndex', sourceIndex],
    ])
}
