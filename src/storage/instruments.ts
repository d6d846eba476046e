import { z } from '../schema-setup'
import { findShipped, loadTexts } from '../instrument/catalogue'
import { instrumentSchema, type Instrument, type InstrumentRef } from '../instrument/schema'
import type { Database } from './database'
import { onDisk } from './on-disk'

/**
 * Keeps an instrument by its SHA-256, so that the assessments made with it open after the app ships another version, and
 * on a computer that never had its file. `json` is the text of its file as it came.
 */
export async function keepInstrument(database: Database, ref: InstrumentRef, json: string): Promise<void> {
  const transaction = database.transaction('instruments', 'readwrite', { durability: 'strict' })
  await onDisk(transaction, transaction.store.put({ sha256: ref.sha256, json }, ref.sha256))
}

/** The instrument an assessment was made with: the shipped one if it is the very same, else the kept one. */
export async function readInstrument(
  database: Database,
  ref: InstrumentRef,
): Promise<Instrument | undefined> {
  const shipped = findShipped(ref)
  if (shipped) return loadTexts(shipped)
  const row = await database.get('instruments', ref.sha256)
  return row && z.parse(instrumentSchema, JSON.parse(row.json))
}

/** The kept text of an instrument that is not shipped; undefined where it is not here. */
export async function readInstrumentFile(
  database: Database,
  ref: InstrumentRef,
): Promise<string | undefined> {
  const row = await database.get('instruments', ref.sha256)
  return row?.json
}

/** Every instrument kept here that can be read, with what it is known by. */
export async function keptInstruments(
  database: Database,
): Promise<{ readonly ref: InstrumentRef; readonly instrument: Instrument }[]> {
  const rows = await database.getAll('instruments')
  return rows.flatMap(({ sha256, json }) => {
    const reading = z.safeParse(instrumentSchema, parsed(json))
    if (!reading.success) return []
    const { id, version } = reading.data
    return [{ ref: { id, version, sha256 }, instrument: reading.data }]
  })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
