import { use, useMemo } from 'react'
import { valuesOf } from '../../answers/present'
import { materialsOf, type Materials } from '../../comparison/material'
import { linksBetween, type Link } from '../../instrument/crosswalk'
import type { Instrument } from '../../instrument/schema'
import type { Database } from '../../storage/database'
import { useApp } from '../app/app-context'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { useSession, useSessionState } from '../session/session-context'
import type { Session } from '../session/session'
import { readSource, type StoredSource } from '../successor/read-source'

interface Linked {
  readonly source: StoredSource
  /** Null where no crosswalk leads from its instrument to this one. */
  readonly links: readonly Link[] | null
}

/** The source of an open assessment with everything it holds for it. */
export interface SourceHere extends Materials {
  readonly source: StoredSource
  readonly links: readonly Link[] | null
}

/** Read once for each open assessment: the old one is not worked on meanwhile. */
const readings = new WeakMap<Session, { readonly id: string; readonly reading: Promise<Linked | null> }>()

/**
 * What the open assessment was begun from, suspending until it is read; null where it was begun from none, or its source
 * is not on this computer.
 */
export function useSource(): SourceHere | null {
  const { database } = useApp()
  const session = useSession()
  const id = useSessionState((state) => valuesOf(state.present, { kind: 'assessment' }).sourceAssessment)
  const linked = use(id ? readingOf(session, database, id) : NONE)
  const placed = useScopedIndicators()
  return useMemo(() => {
    if (!linked) return null
    const indicators = placed.map(({ indicator }) => indicator.id)
    const materials = materialsOf(linked.source, session.instrument, indicators, linked.links ?? [])
    return { ...linked, ...materials }
  }, [linked, placed, session])
}

const NONE = Promise.resolve(null)

function readingOf(session: Session, database: Database, id: string): Promise<Linked | null> {
  const known = readings.get(session)
  if (known?.id === id) return known.reading
  const reading = readLinked(database, session.instrument, id)
  readings.set(session, { id, reading })
  return reading
}

async function readLinked(database: Database, instrument: Instrument, id: string): Promise<Linked | null> {
  const source = await readSource(database, id)
  if (!source) return null
  if (source.instrument.id === instrument.id)
    return { source, links: linksBetween(source.instrument, instrument, []) }
  const { loadCrosswalks } = await import('../../instrument/crosswalk-files')
  return { source, links: linksBetween(source.instrument, instrument, await loadCrosswalks()) }
}
