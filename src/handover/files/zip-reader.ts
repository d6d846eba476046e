import { cleanLine } from '../../answers/text'
import { ASSESSMENT, INSTRUMENT, isParcelPath, MANIFEST } from '../manifest'
import type { ParcelFault } from '../parcel-fault'
import {
  ASSESSMENT_LIMIT,
  DIRECTORY_LIMIT,
  ENTRY_LIMIT,
  FILE_LIMIT,
  INSTRUMENT_LIMIT,
  MANIFEST_LIMIT,
  PARCEL_LIMIT,
  RATIO_LIMIT,
} from '../parcel-limits'
import {
  CENTRAL,
  CENTRAL_LENGTH,
  DEFLATED,
  ENCRYPTED,
  END,
  END_LENGTH,
  LOCAL,
  LOCAL_LENGTH,
  SIZES_FOLLOW,
  STORED,
} from './zip-format'

/** An entry of a ZIP, and where its packed bytes lie. Sizes in bytes. */
export interface PlacedEntry {
  readonly path: string
  readonly size: number
  readonly packedSize: number
  readonly deflated: boolean
  readonly crc32: number
  readonly start: number
}

export type DirectoryReading =
  | { readonly status: 'read'; readonly entries: ReadonlyMap<string, PlacedEntry> }
  | { readonly status: 'refused'; readonly fault: ParcelFault }

/** The folder that other programs put in when they pack the same files again. */
const FOLDER = 'files/'

/** Ends the reading of a directory with what is wrong. */
class Refusal extends Error {
  readonly fault: ParcelFault
  constructor(fault: ParcelFault) {
    super(fault.kind)
    this.fault = fault
  }
}

/**
 * Reads the directory of a ZIP and compares each entry with its own header in front of its bytes. Nothing is unpacked.
 * Refuses, as a whole, whatever a parcel is not: other names, entries twice or overlapping, sizes beyond the limits.
 * Rejects only with what reading the blob rejects.
 */
export async function readDirectory(zip: Blob): Promise<DirectoryReading> {
  try {
    const listing = await readListing(zip)
    const listed = listEntries(listing)
    const entries = new Map<string, PlacedEntry>()
    for (const entry of listed) {
      if (entry.path === FOLDER) continue
      entries.set(entry.path, await place(zip, entry))
    }
    refuseOverlaps(listed, entries, listing.from)
    return { status: 'read', entries }
  } catch (cause) {
    if (cause instanceof Refusal) return { status: 'refused', fault: cause.fault }
    throw cause
  }
}

interface Listing {
  readonly view: DataView
  readonly count: number
  /** Where the directory begins. */
  readonly from: number
}

async function readListing(zip: Blob): Promise<Listing> {
  if (zip.size > PARCEL_LIMIT) throw new Refusal({ kind: 'too-large', what: 'parcel', name: '' })
  const begin = await viewOf(zip, 0, 4)
  if (begin.byteLength < 4 || begin.getUint32(0, true) !== LOCAL) throw new Refusal({ kind: 'not-a-parcel' })
  const end = await viewOf(zip, Math.max(0, zip.size - END_LENGTH), zip.size)
  if (end.byteLength < END_LENGTH || end.getUint32(0, true) !== END) throw new Refusal({ kind: 'cut-off' })
  const count = end.getUint16(10, true)
  const length = end.getUint32(12, true)
  const from = end.getUint32(16, true)
  if (count > ENTRY_LIMIT || length > DIRECTORY_LIMIT) {
    throw new Refusal({ kind: 'too-large', what: 'entries', name: '' })
  }
  const oneDisk =
    end.getUint16(4, true) === 0 && end.getUint16(6, true) === 0 && end.getUint16(8, true) === count
  if (!oneDisk || from + length !== zip.size - END_LENGTH || end.getUint16(20, true) !== 0) {
    throw new Refusal({ kind: 'inconsistent', name: '' })
  }
  return { view: await viewOf(zip, from, from + length), count, from }
}

interface ListedEntry extends Omit<PlacedEntry, 'start'> {
  readonly flags: number
  readonly header: number
}

function listEntries({ view, count }: Listing): ListedEntry[] {
  const names = new Set<string>()
  const entries: ListedEntry[] = []
  let total = 0
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > view.byteLength || view.getUint32(at, true) !== CENTRAL) {
      throw new Refusal({ kind: 'inconsistent', name: '' })
    }
    const after = at + CENTRAL_LENGTH
    const next =
      after + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > view.byteLength) throw new Refusal({ kind: 'inconsistent', name: '' })
    const entry = listEntry(view, at, nameAt(view, after, view.getUint16(at + 28, true)))
    if (names.has(entry.path)) throw new Refusal({ kind: 'twice', name: entry.path })
    names.add(entry.path)
    entries.push(entry)
    total += entry.size
    at = next
  }
  if (at !== view.byteLength) throw new Refusal({ kind: 'inconsistent', name: '' })
  if (total > PARCEL_LIMIT) throw new Refusal({ kind: 'too-large', what: 'parcel', name: '' })
  return entries
}

function listEntry(view: DataView, at: number, path: string): ListedEntry {
  const method = view.getUint16(at + 10, true)
  const entry: ListedEntry = {
    path,
    flags: view.getUint16(at + 8, true),
    deflated: method === DEFLATED,
    crc32: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    header: view.getUint32(at + 42, true),
  }
  const name = shown(path)
  const isFolder = path === FOLDER && entry.size === 0 && entry.packedSize === 0
  if (!isParcelPath(path) && !isFolder) throw new Refusal({ kind: 'foreign-name', name })
  const beyond = [entry.size, entry.packedSize, entry.header].includes(0xff_ff_ff_ff)
  if (beyond || entry.flags & ENCRYPTED || (method !== STORED && method !== DEFLATED)) {
    throw new Refusal({ kind: 'unsupported', name })
  }
  if (entry.size > limitOf(path)) throw new Refusal({ kind: 'too-large', what: 'entry', name })
  if (entry.deflated && entry.size > entry.packedSize * RATIO_LIMIT) throw new Refusal({ kind: 'bomb', name })
  if (!entry.deflated && entry.size !== entry.packedSize) throw new Refusal({ kind: 'inconsistent', name })
  return entry
}

function limitOf(path: string): number {
  if (path === MANIFEST) return MANIFEST_LIMIT
  if (path === ASSESSMENT) return ASSESSMENT_LIMIT
  return path === INSTRUMENT ? INSTRUMENT_LIMIT : FILE_LIMIT
}

/** Finds the bytes of an entry behind its own header, which has to say the same as the directory. */
async function place(zip: Blob, { flags, header, ...entry }: ListedEntry): Promise<PlacedEntry> {
  const refuse = () => new Refusal({ kind: 'inconsistent', name: entry.path })
  const view = await viewOf(zip, header, header + LOCAL_LENGTH + entry.path.length)
  if (view.byteLength < LOCAL_LENGTH + entry.path.length || view.getUint32(0, true) !== LOCAL) throw refuse()
  const nameLength = view.getUint16(26, true)
  if (nameLength !== entry.path.length || nameAt(view, LOCAL_LENGTH, nameLength) !== entry.path)
    throw refuse()
  if (view.getUint16(8, true) !== (entry.deflated ? DEFLATED : STORED)) throw refuse()
  if (view.getUint16(6, true) !== flags) throw refuse()
  const facts = [view.getUint32(14, true), view.getUint32(18, true), view.getUint32(22, true)]
  const listed = [entry.crc32, entry.packedSize, entry.size]
  const same = facts.every((fact, at) => fact === listed[at] || (fact === 0 && (flags & SIZES_FOLLOW) !== 0))
  if (!same) throw refuse()
  return { ...entry, start: header + LOCAL_LENGTH + nameLength + view.getUint16(28, true) }
}

/** No two entries may share bytes, and none may reach into the directory behind them. */
function refuseOverlaps(
  listed: readonly ListedEntry[],
  entries: ReadonlyMap<string, PlacedEntry>,
  directory: number,
): void {
  const inOrder = [...listed].sort((one, other) => one.header - other.header)
  let end = 0
  for (const { path, header } of inOrder) {
    const placed = entries.get(path)
    if (header < end) throw new Refusal({ kind: 'inconsistent', name: path })
    if (placed) end = placed.start + placed.packedSize
    if (end > directory) throw new Refusal({ kind: 'inconsistent', name: path })
  }
}

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await zip.slice(from, to).arrayBuffer())
}

function nameAt(view: DataView, from: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + from, length)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return String.fromCharCode(...bytes)
  }
}

/** A name as it can be shown: one line, cut. */
function shown(name: string): string {
  return cleanLine(name).slice(0, 80)
}

/** The unpacked bytes of an entry, as a part of the ZIP where they are stored; null if they do not unpack to its size. */
export async function unpack(zip: Blob, entry: PlacedEntry): Promise<Blob | null> {
  const packed = zip.slice(entry.start, entry.start + entry.packedSize)
  if (!entry.deflated) return packed.size === entry.size ? packed : null
  const pieces: BlobPart[] = []
  let size = 0
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      // More than it said: not unpacked any further.
      if (size > entry.size) return null
      pieces.push(value)
    }
  } catch {
    return null
  } finally {
    reader.cancel().catch(() => undefined)
  }
  return size === entry.size ? new Blob(pieces) : null
}
