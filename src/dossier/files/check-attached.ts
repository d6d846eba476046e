import { crcOf } from '../../handover/files/digest'
import type { Bytes } from '../../handover/files/slices'
import { Broken } from '../../report/pdf/object-counts'
import type { Attachment } from './attach'
import { CannotAttach, openBase, resolved, type Base } from './attach-base'
import {
  bytesOfString,
  readArray,
  readDictionary,
  referenceIn,
  textOfBytes,
  textString,
} from './attach-syntax'

/** A stream's dictionary is no longer. */
const HEAD = 1024

/** Where a piece of a file lies in it, and the CRC-32 of what lies there. */
export interface PlacedPiece {
  readonly from: number
  readonly to: number
  readonly crc32: number
}

export type AttachedCheck =
  | { readonly status: 'sound'; readonly placed: readonly PlacedPiece[] }
  /** SHA-256 of originals whose bytes are not what they were when they came in. */
  | { readonly status: 'other-bytes'; readonly of: readonly string[] }
  /** `reason` is for a log, not for people. */
  | { readonly status: 'broken'; readonly reason: string }

/**
 * Opens a volume with attachments again: the pages and bookmarks that were counted in `base` are still the ones it shows,
 * each attachment is listed once with its hash, and its bytes stand where the table says, in full and with their CRC-32,
 * which is read where `knownCrc` does not know it of a place. Rejects only with what reading rejects.
 */
export async function checkAttached(
  file: Bytes,
  base: Bytes,
  attachments: readonly Attachment[],
  knownCrc: (from: number, to: number) => number | undefined = () => undefined,
): Promise<AttachedCheck> {
  try {
    const placed = await check(file, base, attachments, knownCrc)
    const of = placed.filter((one) => one.crc32 !== one.attachment.crc32)
    return of.length > 0
      ? { status: 'other-bytes', of: of.map(({ attachment }) => attachment.sha256) }
      : { status: 'sound', placed }
  } catch (fault) {
    if (fault instanceof Broken || fault instanceof CannotAttach || fault instanceof SyntaxError)
      return { status: 'broken', reason: fault.message }
    throw fault
  }
}

type Found = PlacedPiece & { readonly attachment: Attachment }

/** Gives where each lies, and the CRC-32 of what lies there. */
async function check(
  file: Bytes,
  base: Bytes,
  attachments: readonly Attachment[],
  knownCrc: (from: number, to: number) => number | undefined,
): Promise<Found[]> {
  const [now, before] = await Promise.all([openBase(file), openBase(base)])
  const [catalog, counted] = await Promise.all([catalogOf(now), catalogOf(before)])
  for (const key of ['/Pages', '/Outlines']) {
    if (catalog.get(key) !== counted.get(key)) throw new Broken(`${key} leads elsewhere`)
  }
  const names = readDictionary(await resolved(now, catalog.get('/Names') ?? ''))
  const tree = readDictionary(await resolved(now, names.get('/EmbeddedFiles') ?? ''))
  const listed = readArray(await resolved(now, tree.get('/Names') ?? ''))
  if (listed.length !== 2 * attachments.length)
    throw new Broken(`attachments: ${listed.length / 2} instead of ${attachments.length}`)
  const found: Found[] = []
  for (const attachment of attachments) {
    const at = listed.indexOf(textString(attachment.name))
    if (at < 0) throw new Broken(`${attachment.name} is not listed`)
    const from = await placeOf(file, now, attachment, listed[at + 1] ?? '')
    const to = from + attachment.blob.size
    const crc32 = knownCrc(from, to) ?? (await crcOf(file.slice(from, to)))
    found.push({ attachment, from, to, crc32 })
  }
  return found
}

async function catalogOf(base: Base): Promise<Map<string, string>> {
  return readDictionary(await resolved(base, base.trailer.get('/Root') ?? ''))
}

async function placeOf(
  file: Bytes,
  now: Base,
  { name, blob, sha256 }: Attachment,
  specification: string,
): Promise<number> {
  const entries = readDictionary(await resolved(now, specification))
  const said = bytesOfString(entries.get('/Desc') ?? '').replaceAll('\0', '')
  if (!said.endsWith(`SHA-256 ${sha256}`)) throw new Broken(`${name} has another hash`)
  const stream = referenceIn(readDictionary(entries.get('/EF') ?? '').get('/F'))
  const place = now.placeOf(stream?.number ?? 0)
  if (place === undefined) throw new Broken(`${name} is nowhere`)
  const head = await textIn(file, place, place + HEAD)
  const [before, length] = /^\d+ 0 obj\n<<.*? \/Length (\d+) .*>>\nstream\n/.exec(head) ?? []
  if (before === undefined || Number(length) !== blob.size)
    throw new Broken(`${name} is not ${blob.size} long`)
  const from = place + before.length
  const to = from + blob.size
  if ((await textIn(file, to, to + 10)) !== '\nendstream') throw new Broken(`${name} has no end`)
  return from
}

async function textIn(file: Bytes, from: number, to: number): Promise<string> {
  return textOfBytes(new Uint8Array(await file.slice(from, to).arrayBuffer()))
}
