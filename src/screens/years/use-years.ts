import { useEffect, useMemo, useState } from 'react'
import { valuesOf } from '../../answers/present'
import {
  byYear,
  nodesOf,
  pastYearsOf,
  resultOfPastYear,
  type PastYear,
  type YearResult,
} from '../../comparison/years'
import { shippedInstruments } from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'
import { useApp } from '../app/app-context'
import { useSession, useSessionState } from '../session/session-context'
import { loadInstruments, readOtherYears, type OtherYears } from './read-years'

export interface Years {
  readonly pastYears: readonly PastYear[]
  /** Typed years, other assessments of the institution, and the open one, by year. */
  readonly results: readonly YearResult[]
  /** Texts of the instruments by id, as far as they are known here. */
  readonly instruments: ReadonlyMap<string, Instrument>
  /** The instruments that a typed year may be of; empty until they are loaded. */
  readonly choices: readonly Instrument[]
}

const NO_YEARS: OtherYears = { results: [], instruments: new Map() }

/** Everything the section shows; other assessments are read once, when it is opened. */
export function useYears(): Years {
  const { database } = useApp()
  const session = useSession()
  const { instrument } = session
  const present = useSessionState((state) => state.present)
  const score = useSessionState((state) => state.score)
  const isWhole = useSessionState((state) => state.part === null)
  const facts = useSessionState((state) => valuesOf(state.present, { kind: 'assessment' }))
  const [others, setOthers] = useState(NO_YEARS)
  const [shipped, setShipped] = useState<ReadonlyMap<string, Instrument>>(new Map())
  const { id } = session.getState().assessment

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
    const instruments = new Map([...others.instruments, ...shipped, [instrument.id, instrument]])
    const pastYears = pastYearsOf(present)
    const here: YearResult[] =
      isWhole && score.answered > 0 && facts.year !== undefined
        ? [
            {
              key: id,
              year: facts.year,
              instrument: instrument.id,
              origin: 'here',
              index: score.index.rounded,
              nodes: nodesOf(score),
              complete: score.answered === score.total,
              note: score.answered < score.total ? `${score.answered} dari ${score.total} terjawab` : '',
            },
          ]
        : []
    const typed = pastYears.map((past) => resultOfPastYear(past, instruments.get(past.instrument)))
    return {
      pastYears,
      results: byYear([...typed, ...others.results, ...here]),
      instruments,
      choices: [...instruments.values()].sort((one, other) => other.validFrom - one.validFrom),
    }
  }, [others, shipped, instrument, present, isWhole, score, facts, id])
}
