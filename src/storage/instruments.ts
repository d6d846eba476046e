import { z } from '../schema-setup'
import { findShipped, loadShipped } from '../instrument/catalogue'
import { instrumentSchema, type Instrument, type InstrumentRef } from '../instrument/schema'
import type { Database } from './database'

/** Keeps the instrument with the assessments made with it, so that they open after the app ships another version. */
export async function keepInstrument(
  database: Database,
  ref: InstrumentRef,
  instrument: Instrument,
): Promise<void> {
  const transaction = database.transaction('instruments', 'readwrite', { durability: 'strict' })
  const row = { sha256: ref.sha256, json: JSON.stringify(instrument) }
  await Promise.all([transaction.store.put(row, ref.sha256), transaction.done])
}

/** The instrument an assessment was made with: the shipped one if it is the very same, else the kept one. */
export async function readInstrument(
  database: Database,
  ref: InstrumentRef,
): Promise<Instrument | undefined> {
  const shipped = findShipped(ref)
  if (shipped) return loadShipped(shipped)
  const row = await database.get('instruments', ref.sha256)
  return row && z.parse(instrumentSchema, JSON.parse(row.json))
}
