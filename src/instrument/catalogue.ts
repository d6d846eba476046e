import catalogue from './catalogue.json'
import { placedIndicators } from './lookup'
import type { InstrumentRef } from './ref'
import type { Instrument } from './schema'

/** What is known of an instrument without loading its texts. */
export interface CatalogueEntry extends InstrumentRef {
  readonly shortTitle: string
  /** What a person calls it in the strip, e.g. "SPBE". */
  readonly family: string
  /** The same, written out, for covers. */
  readonly familyName: string
  readonly indicatorCount: number
  readonly validFrom: number
  readonly validTo: number | null
  /** Its texts, where it came from a file. */
  readonly texts?: Instrument
}

/** As text: what is kept and handed on must be the very file whose SHA-256 assessments name. */
const loaders = import.meta.glob<string>('./data/*.json', { query: '?raw', import: 'default' })

/** The shipped instruments, newest first. A test compares every entry with its file. */
export const shippedInstruments: readonly CatalogueEntry[] = catalogue

/** The shipped entry with this very content, if any. */
export function findShipped(ref: InstrumentRef): CatalogueEntry | undefined {
  return shippedInstruments.find((entry) => entry.sha256 === ref.sha256 && entry.id === ref.id)
}

/** The entry of the instrument an assessment was made with, shipped or from a file. */
export function entryOf(ref: InstrumentRef, instrument: Instrument): CatalogueEntry {
  const shipped = findShipped(ref)
  if (shipped) return shipped
  // A corrected version is of the same family.
  const relative = shippedInstruments.find(({ id }) => id === ref.id)
  const { title, shortTitle, validFrom, validTo } = instrument
  return {
    ...{ id: ref.id, version: ref.version, sha256: ref.sha256, shortTitle, validFrom, validTo },
    family: relative?.family ?? shortTitle,
    familyName: relative?.familyName ?? title,
    indicatorCount: placedIndicators(instrument).length,
    texts: instrument,
  }
}

/** First and last year a shipped instrument was used for: until the next one began; null where it still is. */
export function yearsOf({ validFrom, validTo }: CatalogueEntry): { from: number; to: number | null } {
  const later = shippedInstruments.map((entry) => entry.validFrom).filter((year) => year > validFrom)
  const ends = [...later.map((year) => year - 1), ...(validTo === null ? [] : [validTo])]
  return { from: validFrom, to: ends.length > 0 ? Math.min(...ends) : null }
}

/** The shipped instrument of a year: the newest one that was in use then, else the newest of all. */
export function shippedForYear(year: number): CatalogueEntry {
  const fitting = shippedInstruments.find(
    ({ validFrom, validTo }) => validFrom <= year && year <= (validTo ?? Infinity),
  )
  const entry = fitting ?? shippedInstruments[0]
  if (!entry) throw new RangeError('no instrument is shipped')
  return entry
}

/** Parsed once: whoever asks again gets the same object. */
const parsed = new Map<string, Promise<Instrument>>()

/**
 * Loads the texts of an instrument (a shipped one is a chunk of its own, so that no text is in the first load). The type
 * of what is shipped is trusted: the tests check every file. Rejects with RangeError for what is neither shipped nor from
 * a file.
 */
export async function loadTexts(entry: CatalogueEntry): Promise<Instrument> {
  if (entry.texts) return entry.texts
  const known = parsed.get(entry.id)
  if (known) return known
  const loading = loadFile(entry).then((text) => JSON.parse(text) as Instrument)
  parsed.set(entry.id, loading)
  // A chunk that did not come may come the next time.
  loading.catch(() => parsed.delete(entry.id))
  return loading
}

/** The file of a shipped instrument, letter by letter. Rejects with RangeError for one that is not shipped. */
export async function loadFile({ id }: InstrumentRef): Promise<string> {
  const load = loaders[`./data/${id}.json`]
  if (!load) throw new RangeError(`instrument ${id} is not shipped`)
  return load()
}
