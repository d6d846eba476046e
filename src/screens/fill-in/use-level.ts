import { useState } from 'react'
import { criterionOf, levelOf, maturityModelOf } from '../../instrument/lookup'
import type { Indicator, Level } from '../../instrument/schema'
import { formatCount, formatNumber } from '../../report/format'
import { useUndo } from '../../ui/undo'
import { answerIn, useSession, useSessionState } from '../session/session-context'

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

/** The level of one indicator: chosen at once, saved at once, and undone for ten seconds. */
export function useLevel(indicator: Indicator): LevelInUse {
  const session = useSession()
  const offerUndo = useUndo()
  const [announcement, setAnnouncement] = useState('')
  const target = { kind: 'indicator', id: indicator.id } as const
  const value = useSessionState((state) => answerIn(state, indicator.id).value ?? null)
  const { levels } = maturityModelOf(session.instrument, indicator)
  const chosen = value === null ? undefined : levelOf(session.instrument, indicator, value)

  function put(next: number | null): void {
    session.set([{ target, field: 'value', value: next }])
  }

  function choose(level: Level): void {
    const next = level.valueMin ?? level.level
    put(next)
    const wanted = criterionOf(indicator, level.level)?.evidence.length ?? 0
    setAnnouncement(`Tingkat ${level.level}. ${formatCount(wanted)} bukti diminta.`)
    if (value !== null && value !== next) {
      const text = `Tingkat indikator ${indicator.number} diubah dari ${formatNumber(value)} menjadi ${formatNumber(next)}`
      offerUndo(text, () => put(value))
    }
  }

  function clear(): void {
    put(null)
    setAnnouncement('Pilihan tingkat dikosongkan.')
    offerUndo(`Tingkat indikator ${indicator.number} dikosongkan`, () => put(value))
  }

  function chooseByKey(event: React.KeyboardEvent): number {
    if (event.ctrlKey || event.altKey || event.metaKey) return -1
    const index = levels.findIndex((level) => String(level.level) === event.key)
    const level = levels[index]
    if (!level) return -1
    event.preventDefault()
    choose(level)
    return index
  }

  return { levels, value, chosen, choose, clear, chooseByKey, announcement }
}
