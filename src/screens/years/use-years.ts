import { useEffect, useMemo, useState } from 'react'
import { valuesOf } from '../../answers/present'
import { shippedInstruments } from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'
import { useApp } from '../app/app-context'
import { useSession, useSessionState } from '../session/session-context'
import { loadInstruments, readOtherYears, yearsBeside, type OtherYears, type Years } from './read-years'

export interface YearsHere extends Years {
  /** The instruments that a typed year may be of, newest first. */
  readonly choices: readonly Instrument[]
}

const NO_OTHERS: OtherYears = { results: [], instruments: new Map() }

/** Everything the section shows; other assessments are read once, when it is opened. */
export function useYears(): YearsHere {
  const { database } = useApp()
  const session = useSession()
  const { instrument } = session
  const present = useSessionState((state) => state.present)
  const score = useSessionState((state) => state.score)
  const part = useSessionState((state) => state.part)
  const facts = useSessionState((state) => valuesOf(state.present, { kind: 'assessment' }))
  const [others, setOthers] = useState(NO_OTHERS)
  const [shipped, setShipped] = useState<ReadonlyMap<string, Instrument>>(new Map())
  const assessment = useSessionState((state) => state.assessment)
  const { id } = assessment

  useEffect(() => {
    let current = true
    void readOtherYears(database, facts, id).then((read) => {
      if (current) setOthers(read)
    })
    return () => {
      current = false
    }
  }, [database, facts, id])

  useEffect(() => {
    let current = true
    void loadInstruments(shippedInstruments.map((entry) => entry.id)).then((loaded) => {
      if (current) setShipped(loaded)
    })
    return () => {
      current = false
    }
  }, [])

  return useMemo(() => {
    const state = { assessment, present, score, part }
    const years = yearsBeside(state, instrument, others, shipped)
    const choices = [...years.instruments.values()].sort((one, other) => other.validFrom - one.validFrom)
    return { ...years, choices }
  }, [others, shipped, instrument, assessment, present, score, part])
}
