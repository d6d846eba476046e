import { findShipped, loadFile, loadTexts, shippedInstruments } from '../instrument/catalogue'
import type { InstrumentRef } from '../instrument/ref'
import type { Instrument } from '../instrument/schema'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'

/**
 * Keeps an instrument by its SHA-256, so that the assessments made with it open after the app ships another version, and
 * on a computer that never had its file. `json` is the text of its file as it came.
 */
export async function keepInstrument(database: Database, ref: InstrumentRef, json: string): Promise<void> {
  const transaction = beginWriting(database, ['instruments'])
  await onDisk(
    transaction,
    transaction.objectStore('instruments').put({ sha256: ref.sha256, json }, ref.sha256),
  )
}

/** The instrument an assessment was made with: the shipped one if it is the very same, else the kept one. */
export async function readInstrument(
  database: Database,
  ref: InstrumentRef,
): Promise<Instrument | undefined> {
  const shipped = findShipped(ref)
  if (shipped) return loadTexts(shipped)
  const row = await database.get('instruments', ref.sha256)
  if (!row) return undefined
  const { parseKept } = await import('./kept-instruments')
  return parseKept(row.json)
}

/** The text of the file of an instrument, as it came or is shipped; undefined where it is not here. */
export async function readInstrumentFile(
  database: Database,
  ref: InstrumentRef,
): Promise<string | undefined> {
  if (findShipped(ref)) return loadFile(ref)
  return (await database.get('instruments', ref.sha256))?.json
}

/** The instruments that came from files, whichever assessment they are of. */
export async function readUnshipped(
  database: Database,
): Promise<{ readonly ref: InstrumentRef; readonly instrument: Instrument }[]> {
  const keys = await database.getAllKeys('instruments')
  if (keys.every((sha256) => shippedInstruments.some((entry) => entry.sha256 === sha256))) return []
  const { keptInstruments } = await import('./kept-instruments')
  return (await keptInstruments(database)).filter(({ ref }) => !findShipped(ref))
}
