import { useState } from 'react'
import type { ChangeValue } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import { criterionOf, levelOf, lowestValueOf, maturityModelOf } from '../../instrument/lookup'
import type { Indicator, Level } from '../../instrument/schema'
import { formatCount, formatLevel, formatNumber } from '../../report/format'
import { useUndo } from '../../ui/undo'
import { useSession, useSessionState } from '../session/session-context'
import { ratedName } from '../../report/rated-name'

interface LevelInUse {
  /** All levels of the indicator's maturity model, from the lowest. */
  readonly levels: readonly Level[]
  readonly value: number | null
  readonly chosen: Level | undefined
  readonly choose: (level: Level) => void
  readonly clear: () => void
  /** Chooses by a digit. Returns the place of the level chosen, or -1 for any other key. */
  readonly chooseByKey: (event: React.KeyboardEvent) => number
  /** What was done last, to be said aloud. */
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
  const target = { kind: 'indicator', id: valueKey } as const
  const value = useSessionState((state) => valuesOf(state.present, target).value ?? null)
  const { levels } = maturityModelOf(session.instrument, indicator)
  const chosen = value === null ? undefined : levelOf(session.instrument, indicator, value)
  const name = ratedName(session.instrument, indicator, valueKey)

  /** Sets the value, and gives a function that puts back what was there. */
  function put(next: number | null): () => void {
    const { sourceIndex = null } = valuesOf(session.getState().present, target)
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

  function choose(level: Level): void {
    // Its value may have been raised: choosing it again by its digit must not lower it.
    if (level === chosen) return
    const next = lowestValueOf(level)
    const undo = put(next)
    const wanted = criterionOf(indicator, level.level)?.evidence.length ?? 0
    const said = `Tingkat ${formatNumber(level.level)}.`
    setAnnouncement(
      next === level.level
        ? `${said} ${formatCount(wanted)} bukti diminta.`
        : `${said} Nilai ${formatLevel(next)}. ${formatCount(wanted)} bukti diminta.`,
    )
    if (value !== null) {
      offerUndo(`Tingkat ${name} diubah dari ${formatLevel(value)} menjadi ${formatLevel(next)}`, undo)
    }
  }

  function clear(): void {
    const undo = put(null)
    setAnnouncement('Pilihan tingkat dikosongkan.')
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
