import { z } from '../../schema-setup'
import { instrumentSchema, type Instrument } from '../../instrument/schema'
import { readBackup, type Backup } from '../backup'
import { isTooDeep } from '../json-depth'
import { ASSESSMENT, fileOf, INSTRUMENT, MANIFEST, readManifest, type Manifest } from '../manifest'
import {
  compareEntries,
  contradiction,
  faultOfEntries,
  unknownIndicator,
  type CheckedEntry,
} from '../parcel-check'
import type { ParcelFault } from '../parcel-fault'
import { shortSeal } from '../seal'
import { copyWithDigest, digestOf } from './digest'
import { readDirectory, unpack, type PlacedEntry } from './zip-reader'

/** A parcel of which every entry was read and compared with its manifest. */
export interface CheckedParcel {
  readonly status: 'read'
  readonly manifest: Manifest
  /** Short form. */
  readonly seal: string
  /** In the manifest's order, then what it does not list. */
  readonly entries: readonly CheckedEntry[]
  /** Why it is not to be opened; null if it is whole and says nothing untrue. */
  readonly fault: ParcelFault | null
  /** Null where it cannot be read. */
  readonly backup: Backup | null
  /** The instrument file it carries, letter by letter; null where it is no instrument of this assessment. */
  readonly instrument: string | null
}

export type ParcelReading = CheckedParcel | { readonly status: 'refused'; readonly fault: ParcelFault }

interface Opened {
  readonly manifest: Manifest
  readonly seal: string
  readonly places: ReadonlyMap<string, PlacedEntry>
}

/**
 * Reads the whole of a parcel without a lock: directory, manifest, and each entry's bytes against their SHA-256. What
 * stands in the way of reading it at all is refused; a single entry that is not whole is told as such.
 * `onBytes` hears how many of the bytes are read. Rejects only with what reading the blob rejects.
 */
export async function checkParcel(
  zip: Blob,
  onBytes: (done: number, total: number) => void = () => undefined,
): Promise<ParcelReading> {
  const opening = await open(zip)
  if ('fault' in opening) return { status: 'refused', fault: opening.fault }
  const { manifest, seal, places } = opening
  const sizes = new Map([...places].map(([path, { size }]) => [path, size]))
  const { listed, fault: listFault } = compareEntries(manifest, sizes)
  if (listFault) return { status: 'refused', fault: listFault }
  const expected = new Map(manifest.entries.map((entry) => [entry.path, entry]))
  const total = listed.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const entries: CheckedEntry[] = []
  for (const entry of listed) {
    const place = places.get(entry.path)
    const known = expected.get(entry.path)
    if (entry.state !== 'whole' || !place || !known) {
      entries.push(entry)
      continue
    }
    const bytes = await unpack(zip, place)
    const digest = bytes && (await digestOf(bytes, (more) => onBytes((done += more), total)))
    const whole = digest?.sha256 === known.sha256 && digest.crc32 === place.crc32
    entries.push({ ...entry, state: whole ? 'whole' : 'altered' })
  }
  const backup = await readAssessment(zip, places)
  const altered = faultOfEntries(entries)
  const parcel = { status: 'read', manifest, seal, entries } as const
  if ('fault' in backup) {
    return { ...parcel, fault: altered ?? backup.fault, backup: null, instrument: null }
  }
  const text = await entryText(zip, places.get(INSTRUMENT))
  const fault = altered ?? contradiction(manifest, backup) ?? faultOfInstrument(text, backup)
  return { ...parcel, fault, backup, instrument: fault ? null : text }
}

/** A file of a parcel, unpacked and found to be what was sealed. */
export interface SealedFile {
  readonly sha256: string
  readonly extension: string
  readonly bytes: Blob
  readonly crc32: number
}

/**
 * The files of a parcel that was checked before, one after the other, each compared with its SHA-256 once more: the
 * parcel may lie on a stick that was changed since. Yields the fault instead where one is not what was sealed.
 */
export async function* filesOf(zip: Blob): AsyncGenerator<SealedFile | { readonly fault: ParcelFault }> {
  const opening = await open(zip)
  if ('fault' in opening) {
    yield { fault: opening.fault }
    return
  }
  const { manifest, places } = opening
  const sealed = manifest.entries.flatMap(({ path, sha256 }) => {
    const file = fileOf(path)
    return file ? [{ path, sha256, file }] : []
  })
  const copyOf = async (path: string) => {
    const place = places.get(path)
    const bytes = place && (await unpack(zip, place))
    return bytes ? copyWithDigest(bytes) : null
  }
  let ahead = sealed[0] && copyOf(sealed[0].path)
  for (const [at, { path, sha256, file }] of sealed.entries()) {
    const copy = await ahead
    const next = sealed[at + 1]
    // The next one is read while this one is kept; should nobody ask for it, its failure is nobody's business.
    ahead = next && copyOf(next.path)
    ahead?.catch(() => undefined)
    if (copy?.sha256 !== sha256) {
      yield { fault: { kind: 'altered', name: path } }
      return
    }
    yield { ...file, bytes: copy.bytes, crc32: copy.crc32 }
  }
}

async function open(zip: Blob): Promise<Opened | { readonly fault: ParcelFault }> {
  const directory = await readDirectory(zip)
  if (directory.status === 'refused') return directory
  const place = directory.entries.get(MANIFEST)
  if (!place) return { fault: { kind: 'not-a-parcel' } }
  const bytes = await unpack(zip, place)
  const digest = bytes && (await digestOf(bytes))
  if (!bytes || digest?.crc32 !== place.crc32) return { fault: { kind: 'altered', name: MANIFEST } }
  const text = await textOf(bytes)
  const reading = text === null ? null : readManifest(text)
  if (!reading) return { fault: { kind: 'damaged', name: MANIFEST, where: '' } }
  if (reading.status === 'refused') return reading
  return { manifest: reading.manifest, seal: shortSeal(digest.sha256), places: directory.entries }
}

async function readAssessment(
  zip: Blob,
  places: Opened['places'],
): Promise<Backup | { readonly fault: ParcelFault }> {
  const text = await entryText(zip, places.get(ASSESSMENT))
  const reading = text === null ? null : readBackup(text)
  if (!reading) return { fault: { kind: 'damaged', name: ASSESSMENT, where: '' } }
  return reading.status === 'refused' ? { fault: asParcelFault(reading.fault) } : reading.backup
}

function faultOfInstrument(text: string | null, { assessment, changes }: Backup): ParcelFault | null {
  const instrument = instrumentIn(text)
  if (!instrument) return { kind: 'damaged', name: INSTRUMENT, where: '' }
  const { id, version } = assessment.instrument
  if (instrument.id !== id || instrument.version !== version) return { kind: 'untrue', what: INSTRUMENT }
  return unknownIndicator(instrument, changes)
}

function asParcelFault(
  fault: Extract<ReturnType<typeof readBackup>, { status: 'refused' }>['fault'],
): ParcelFault {
  if (fault.kind === 'newer-format') return fault
  return { kind: 'damaged', name: ASSESSMENT, where: fault.kind === 'damaged' ? fault.where : '' }
}

function instrumentIn(text: string | null): Instrument | null {
  if (text === null || isTooDeep(text)) return null
  try {
    const reading = z.safeParse(instrumentSchema, JSON.parse(text))
    return reading.success ? reading.data : null
  } catch {
    return null
  }
}

async function entryText(zip: Blob, place: PlacedEntry | undefined): Promise<string | null> {
  const bytes = place && (await unpack(zip, place))
  return bytes ? textOf(bytes) : null
}

async function textOf(bytes: Blob): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await bytes.arrayBuffer())
  } catch {
    return null
  }
}
