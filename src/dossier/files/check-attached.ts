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
import type { VolumeCheck } from './check-volume'

/** A stream's dictionary is no longer. */
const HEAD = 1024
/** So many bytes at either end of a file are compared with the original. */
const SAMPLE = 64

/**
 * Opens a volume with attachments again: the pages and bookmarks that were counted in `base` are still the ones it shows,
 * each attachment is listed once with its hash, and its bytes stand in full where the table says. Reads little: of the bytes
 * themselves both ends. Rejects only with what reading rejects.
 */
export async function checkAttached(
  file: Blob,
  base: Blob,
  attachments: readonly Attachment[],
): Promise<VolumeCheck> {
  try {
    await check(file, base, attachments)
    return { status: 'sound' }
  } catch (fault) {
    if (fault instanceof Broken || fault instanceof CannotAttach || fault instanceof SyntaxError)
      return { status: 'broken', reason: fault.message }
    throw fault
  }
}

async function check(file: Blob, base: Blob, attachments: readonly Attachment[]): Promise<void> {
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
  const checkListed = (attachment: Attachment) => {
    const at = listed.indexOf(textString(attachment.name))
    if (at < 0) throw new Broken(`${attachment.name} is not listed`)
    return checkOne(file, now, attachment, listed[at + 1] ?? '')
  }
  // Side by side: of each little is read, but in several places.
  await Promise.all(attachments.map(checkListed))
}

async function catalogOf(base: Base): Promise<Map<string, string>> {
  return readDictionary(await resolved(base, base.trailer.get('/Root') ?? ''))
}

async function checkOne(
  file: Blob,
  now: Base,
  { name, blob, sha256 }: Attachment,
  specification: string,
): Promise<void> {
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
  const sample = Math.min(SAMPLE, blob.size)
  const ends = (await textIn(file, from, from + sample)) + (await textIn(file, to - sample, to))
  const own = (await textIn(blob, 0, sample)) + (await textIn(blob, blob.size - sample, blob.size))
  if (ends !== own) throw new Broken(`${name} has other bytes`)
}

async function textIn(blob: Blob, from: number, to: number): Promise<string> {
  return textOfBytes(new Uint8Array(await blob.slice(from, to).arrayBuffer()))
}
