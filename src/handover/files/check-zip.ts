import { crcOf } from './digest'
import type { Bytes } from './slices'
import { CENTRAL, CENTRAL_LENGTH, END, END_LENGTH, LOCAL, LOCAL_LENGTH, STORED } from './zip-format'

/** An entry as it was meant. */
export interface MeantEntry {
  /** Plain ASCII. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  readonly crc32: number
}

/**
 * Reads a ZIP of our own again: its directory, every header, and every byte against its CRC-32. Returns the path of the
 * first entry that is not as it was meant, '' where the ZIP as a whole is not, null where all is well. `onBytes` hears how
 * many more bytes were read. Of entries in `known`, whose bytes were compared already, only the headers are read. Rejects
 * only with what reading rejects.
 */
export async function findZipFault(
  zip: Bytes,
  meant: readonly MeantEntry[],
  onBytes: (bytes: number) => void,
  known: ReadonlySet<string> = new Set(),
): Promise<string | null> {
  const end = await viewOf(zip, zip.size - END_LENGTH, END_LENGTH)
  if (end?.getUint32(0, true) !== END || end.getUint16(10, true) !== meant.length) return ''
  const length = end.getUint32(12, true)
  const from = end.getUint32(16, true)
  const directory = await viewOf(zip, from, length)
  if (!directory || from + length + END_LENGTH !== zip.size) return ''
  let place = 0
  let listed = 0
  for (const entry of meant) {
    const { path, size, crc32 } = entry
    if (listed + CENTRAL_LENGTH + path.length > length) return path
    const isListed =
      directory.getUint32(listed, true) === CENTRAL &&
      says(directory, listed + 10, entry) &&
      directory.getUint32(listed + 42, true) === place &&
      nameIn(directory, listed + CENTRAL_LENGTH, path.length) === path
    const header = await viewOf(zip, place, LOCAL_LENGTH + path.length)
    const isHeaded =
      header?.getUint32(0, true) === LOCAL &&
      says(header, 8, entry) &&
      nameIn(header, LOCAL_LENGTH, path.length) === path
    const start = place + LOCAL_LENGTH + path.length
    if (!isListed || !isHeaded) return path
    if (!known.has(path) && (await crcOf(zip.slice(start, start + size), onBytes)) !== crc32) return path
    place = start + size
    listed += CENTRAL_LENGTH + path.length
  }
  return place === from && listed === length ? null : ''
}

/** Method, CRC, both sizes and the length of the name, which stand in the same order in both headers. */
function says(view: DataView, from: number, { path, size, crc32 }: MeantEntry): boolean {
  return (
    view.getUint16(from, true) === STORED &&
    view.getUint32(from + 6, true) === crc32 &&
    view.getUint32(from + 10, true) === size &&
    view.getUint32(from + 14, true) === size &&
    view.getUint16(from + 18, true) === path.length
  )
}

async function viewOf(zip: Bytes, from: number, length: number): Promise<DataView | null> {
  if (from < 0 || from + length > zip.size) return null
  return new DataView(await zip.slice(from, from + length).arrayBuffer())
}

function nameIn(view: DataView, from: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, from, length))
}
