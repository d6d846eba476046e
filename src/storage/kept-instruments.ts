import { z } from '../schema-setup'
import type { InstrumentRef } from '../instrument/ref'
import { instrumentSchema, type Instrument } from '../instrument/schema'
import type { Database } from './database'

// Apart from instruments.ts: only what came from a file needs the instrument's schema, and that is loaded then.

/** An instrument from its kept text. Throws for a text that is none. */
export function parseKept(json: string): Instrument {
  return z.parse(instrumentSchema, JSON.parse(json))
}

/** Every instrument kept here that can be read, with what it is known by. */
export async function keptInstruments(
  database: Database,
): Promise<{ readonly ref: InstrumentRef; readonly instrument: Instrument }[]> {
  const rows = await database.getAll('instruments')
  return rows.flatMap(({ sha256, json }) => {
    const instrument = readable(json)
    if (!instrument) return []
    const { id, version } = instrument
    return [{ ref: { id, version, sha256 }, instrument }]
  })
}

function readable(json: string): Instrument | null {
  try {
    return parseKept(json)
  } catch {
    return null
  }
}
