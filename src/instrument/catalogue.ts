import catalogue from './catalogue.json'
import type { Instrument, InstrumentRef } from './schema'

/** What is known of a shipped instrument without loading its texts. */
export interface CatalogueEntry extends InstrumentRef {
  readonly shortTitle: string
  /** What a person calls it in the strip, e.g. "SPBE". */
  readonly family: string
  /** The same, written out, for covers. */
  readonly familyName: string
  readonly indicatorCount: number
  readonly validFrom: number
  readonly validTo: number | null
}

const loaders = import.meta.glob<Instrument>('./data/*.json', { import: 'default' })

/** The shipped instruments, newest first. A test compares every entry with its file. */
export const shippedInstruments: readonly CatalogueEntry[] = catalogue

/** The shipped entry with this very content, if any. */
export function findShipped(ref: InstrumentRef): CatalogueEntry | undefined {
  return shippedInstruments.find((entry) => entry.sha256 === ref.sha256 && entry.id === ref.id)
}

/**
 * Loads a shipped instrument (a chunk of its own, so that no text is in the first load). Its type is trusted:
 * the tests check every shipped file against the schema. Throws RangeError for an entry that is not shipped.
 */
export async function loadShipped(entry: CatalogueEntry): Promise<Instrument> {
  const load = loaders[`./data/${entry.id}.json`]
  if (!load) throw new RangeError(`instrument ${entry.id} is not shipped`)
  return load()
}
