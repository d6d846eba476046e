import { slicesOfAll } from './slices'
import { CENTRAL, CENTRAL_LENGTH, END, END_LENGTH, LOCAL, LOCAL_LENGTH, STORED } from './zip-format'

export interface ZipEntry {
  /** Plain ASCII. */
  readonly path: string
  readonly bytes: Blob
  readonly crc32: number
}

const VERSION = 20

/** How long a ZIP of these entries is, in bytes. */
export function zipLength(entries: readonly { readonly path: string; readonly size: number }[]): number {
  return entries.reduce(
    (sum, { path, size }) => sum + size + LOCAL_LENGTH + CENTRAL_LENGTH + 2 * path.length,
    END_LENGTH,
  )
}

/**
 * The bytes of a ZIP with these entries, stored and not deflated, in pieces of a few megabytes. Nothing is read ahead of
 * what is taken but a few slices, and of what was written no bytes are held. The caller holds them to what a ZIP can be
 * (`fitsZip`).
 */
export function zipBytes(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  modified: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return slicesOfAll(zipParts(entries, modified))
}

/** The same as a Blob that holds on to the entries' bytes; none of them are read. */
export async function zipBlob(entries: Iterable<ZipEntry>, modified: Date): Promise<Blob> {
  const parts: BlobPart[] = []
  for await (const part of zipParts(entries, modified)) parts.push(part)
  return new Blob(parts)
}

/** The header and the bytes of each entry, then the directory. */
async function* zipParts(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  modified: Date,
): AsyncGenerator<Blob | Uint8Array<ArrayBuffer>> {
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  for await (const entry of entries) {
    directory.push(centralHeader(entry, modified, at))
    const header = localHeader(entry, modified)
    yield header
    yield entry.bytes
    at += header.length + entry.bytes.size
  }
  yield* directoryOf(directory, at)
}

/** The directory of these headers, which begins at `place`, and the end. */
function* directoryOf(
  headers: readonly Uint8Array<ArrayBuffer>[],
  place: number,
): Generator<Uint8Array<ArrayBuffer>> {
  yield* headers
  const length = headers.reduce((sum, header) => sum + header.length, 0)
  yield endRecord(headers.length, length, place)
}

/** In front of an entry's bytes. */
function localHeader(entry: ZipEntry, modified: Date): Uint8Array<ArrayBuffer> {
  const [bytes, view] = record(LOCAL_LENGTH, entry.path)
  view.setUint32(0, LOCAL, true)
  view.setUint16(4, VERSION, true)
  describe(view, 6, entry, modified)
  return bytes
}

/** The entry whose header is at `place`, in the directory. */
function centralHeader(entry: ZipEntry, modified: Date, place: number): Uint8Array<ArrayBuffer> {
  const [bytes, view] = record(CENTRAL_LENGTH, entry.path)
  view.setUint32(0, CENTRAL, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, VERSION, true)
  describe(view, 8, entry, modified)
  view.setUint32(42, place, true)
  return bytes
}

/** What both headers say in the same order: flags, method, time, CRC, sizes, length of the name. */
function describe(view: DataView, from: number, { path, bytes, crc32 }: ZipEntry, modified: Date): void {
  view.setUint16(from + 2, STORED, true)
  view.setUint16(from + 4, dosTime(modified), true)
  view.setUint16(from + 6, dosDate(modified), true)
  view.setUint32(from + 8, crc32, true)
  view.setUint32(from + 12, bytes.size, true)
  view.setUint32(from + 16, bytes.size, true)
  view.setUint16(from + 20, path.length, true)
}

function endRecord(entries: number, length: number, place: number): Uint8Array<ArrayBuffer> {
  const [bytes, view] = record(END_LENGTH, '')
  view.setUint32(0, END, true)
  view.setUint16(8, entries, true)
  view.setUint16(10, entries, true)
  view.setUint32(12, length, true)
  view.setUint32(16, place, true)
  return bytes
}

function record(length: number, path: string): [Uint8Array<ArrayBuffer>, DataView] {
  const bytes = new Uint8Array(length + path.length)
  bytes.set(new TextEncoder().encode(path), length)
  return [bytes, new DataView(bytes.buffer)]
}

function dosTime(date: Date): number {
  return (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)
}

function dosDate(date: Date): number {
  return (Math.max(0, date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()
}
