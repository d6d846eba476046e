import type { FileFault } from '../grid'

/** Most bytes of a file that is read. A full assessment takes a quarter of a million. */
export const FILE_LIMIT = 20_000_000
/** Most bytes it may unpack to, all parts together. */
export const UNPACKED_LIMIT = 100_000_000
/** Most bytes a part may unpack to for each of its packed ones; sheets of blank cells come to about 60. */
export const RATIO_LIMIT = 250
/** Most parts. */
export const PART_LIMIT = 2_000

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** What lies in a file, read off its directory, before anything is unpacked. */
export type Contents =
  | { readonly status: 'fit'; readonly macros: boolean; readonly externalLinks: boolean }
  | { readonly status: 'refused'; readonly fault: FileFault }

/**
 * Whether a file is a workbook that may be unpacked: what kind it is, and how much would come out of it. The library
 * never unpacks a part beyond the size its entry states, so the sizes stated are the sizes to be judged.
 */
export function inspect(bytes: Uint8Array): Contents {
  if (bytes.length > FILE_LIMIT) return refused('too-large')
  if (OLE_MAGIC.every((byte, at) => bytes[at] === byte))
    return refused(isEncrypted(bytes) ? 'password' : 'old-excel')
  // BIFF without a container, as Excel 2 to 4 wrote it.
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1)) return refused('old-excel')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return refused(isText(bytes) ? 'plain-text' : 'not-a-spreadsheet')
  const parts = readDirectory(bytes)
  if (parts === null) return refused('damaged')
  return judge(parts, bytes)
}

interface Part {
  readonly name: string
  readonly encrypted: boolean
  /** Its sizes may stand after it instead of in its heads. */
  readonly described: boolean
  readonly packed: number
  readonly unpacked: number
}

function judge(parts: readonly Part[], bytes: Uint8Array): Contents {
  const names = new Set(parts.map((part) => part.name))
  const total = parts.reduce((sum, part) => sum + part.unpacked, 0)
  const bomb = parts.some((part) => part.unpacked > RATIO_LIMIT * Math.max(part.packed, 1_000))
  if (parts.length > PART_LIMIT || total > UNPACKED_LIMIT || bomb) return refused('too-large')
  if (parts.some(keepsSizeBack)) return refused('damaged')
  if (parts.some((part) => part.encrypted)) return refused('password')
  if (names.has('mimetype') && isOpenDocument(bytes)) return refused('open-document')
  if (names.has('xl/workbook.bin')) return refused('binary-excel')
  const isWorkbook =
    names.has('[Content_Types].xml') && [...names].some((name) => /(^|\/)workbook\d*\.xml$/.test(name))
  if (!isWorkbook) return refused('not-a-spreadsheet')
  return {
    status: 'fit',
    macros: [...names].some((name) => name.endsWith('vbaProject.bin')),
    externalLinks: [...names].some((name) => name.includes('externalLinks/')),
  }
}

/** A size the directory does not state cannot be judged, and nothing honest leaves it out there. */
function keepsSizeBack({ name, described, packed, unpacked }: Part): boolean {
  if (unpacked === 0 && packed > 2) return true
  return described && packed === 0 && !name.endsWith('/')
}

/** The entries of the central directory; null where there is none or it breaks off. */
function readDirectory(bytes: Uint8Array): Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // "See elsewhere": only archives beyond what is read here have a second directory.
  if (count === 0xffff || at === 0xffffffff || view.getUint32(end + 12, true) === 0xffffffff) return null
  const parts: Part[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    parts.push({
      name: latin(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (flags & 1) !== 0,
      described: (flags & 8) !== 0,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

function endOfDirectory(view: DataView): number | null {
  // A comment of at most 65,535 bytes may follow it.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return null
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** An encrypted workbook lies in an OLE container whose directory names, in UTF-16, an `EncryptedPackage`. */
function isEncrypted(bytes: Uint8Array): boolean {
  const wanted = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  }
  return false
}

/** An OpenDocument file begins with its `mimetype`, unpacked. */
function isOpenDocument(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 200)).includes('application/vnd.oasis.opendocument')
}

/** Text has no control characters but tab and line ends. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4_000)
  return head.length > 0 && head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
}

function refused(kind: Exclude<FileFault['kind'], 'too-many-rows'>): Contents {
  return { status: 'refused', fault: { kind } }
}
