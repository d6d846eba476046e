import type { Bytes } from '../../handover/files/slices'
import { CannotAttach, openBase, parsed, resolved, type Base } from './attach-base'
import {
  bytesOfString,
  readArray,
  readDictionary,
  referenceIn,
  textString,
  writeDictionary,
} from './attach-syntax'

/** A file that goes inside a PDF as it is. */
export interface Attachment {
  /** As viewers list it: no folders in it, and unlike every other of the PDF. */
  readonly name: string
  readonly blob: Blob
  readonly sha256: string
  readonly crc32: number
  /** "application/pdf". */
  readonly mediaType: string
  readonly description: string
  /** ISO date or instant, where known. */
  readonly date?: string
}

/** Names in the tree are sorted by their bytes; each leads to a file specification. */
interface NamedFile {
  readonly key: string
  readonly reference: string
}

/** Deepest tree of names that is followed. */
const DEPTH_LIMIT = 32

/**
 * What is to be written behind a finished PDF to add files to it (ISO 32000-2, 7.5.6 and 7.11.4): each as an embedded file
 * with its name, size and hash, all associated with the document as its supplement. What was there stays where it lies, and
 * of the files' bytes none is read. Texts are plain ASCII. Throws `CannotAttach` where the PDF's cross-reference is no classic table, where it
 * is encrypted or damaged; RangeError where a name is there twice.
 */
export async function attachFiles(
  pdf: Bytes,
  attachments: readonly Attachment[],
): Promise<readonly (string | Blob)[]> {
  const base = await openBase(pdf)
  const root = referenceIn(base.trailer.get('/Root'))
  if (!root || !Number.isSafeInteger(base.size)) throw new CannotAttach('damaged')
  const text = await base.read(root.number)
  const catalog = parsed(() => readDictionary(text))
  const names = await dictionaryAt(base, catalog.get('/Names'))
  const kept = await namesIn(base, names.get('/EmbeddedFiles'), 0)
  refuseTwice(attachments, kept)
  const update = new Update(pdf.size)
  const own = attachments.map((attachment, index): NamedFile => {
    const number = base.size + 2 * index
    const dictionary = streamDictionary(attachment)
    update.add(number, 0, `${dictionary}\nstream\n`, attachment.blob, '\nendstream')
    update.add(number + 1, 0, fileSpecification(attachment, number))
    return { key: textString(attachment.name), reference: `${number + 1} 0 R` }
  })
  const tree = base.size + 2 * attachments.length
  update.add(tree, 0, `<<\n/Names [\n${sorted([...kept, ...own]).join('\n')}\n]\n>>`)
  names.set('/EmbeddedFiles', `${tree} 0 R`)
  catalog.set('/Names', writeDictionary(names))
  const associated = await arrayAt(base, catalog.get('/AF'))
  catalog.set('/AF', `[${[...associated, ...own.map(({ reference }) => reference)].join(' ')}]`)
  // Names of files in any script came with 1.7.
  if (base.version < 1.7 && !catalog.has('/Version')) catalog.set('/Version', '/1.7')
  update.add(root.number, root.generation, writeDictionary(catalog))
  return update.end(base, tree + 1)
}

/** What is written behind a PDF: objects, and where each begins. */
class Update {
  readonly #parts: (string | Blob)[] = ['\n']
  readonly #rows: { number: number; generation: number; place: number }[] = []
  #at: number

  constructor(begin: number) {
    this.#at = begin + 1
  }

  /** Text is plain ASCII. */
  add(number: number, generation: number, ...parts: readonly (string | Blob)[]): void {
    this.#rows.push({ number, generation, place: this.#at })
    for (const part of [`${number} ${generation} obj\n`, ...parts, '\nendobj\n']) this.#push(part)
  }

  #push(part: string | Blob): void {
    const last = this.#parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') this.#parts.splice(-1, 1, last + part)
    else this.#parts.push(part)
    this.#at += typeof part === 'string' ? part.length : part.size
  }

  /** The table and the trailer of these objects. */
  end(base: Base, size: number): readonly (string | Blob)[] {
    const rows = this.#rows.sort((one, other) => one.number - other.number)
    const sections = rows.map(
      ({ number, generation, place }) =>
        `${number} 1\n${String(place).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`,
    )
    const trailer = new Map(base.trailer).set('/Size', String(size)).set('/Prev', String(base.table))
    const table = this.#at
    return [
      ...this.#parts,
      `xref\n${sections.join('')}trailer\n${writeDictionary(trailer)}\nstartxref\n${table}\n%%EOF\n`,
    ]
  }
}

function streamDictionary({ blob, mediaType, date }: Attachment): string {
  const modified = date === undefined ? '' : ` /ModDate (${pdfDate(date)})`
  return `<< /Type /EmbeddedFile /Subtype ${nameOf(mediaType)} /Length ${blob.size} /Params << /Size ${blob.size}${modified} >> >>`
}

function fileSpecification({ name, description, sha256 }: Attachment, stream: number): string {
  const plain = name.replace(/[^ -~]/g, '_').replace(/[\\()]/g, '\\$&')
  const said = textString([description, `SHA-256 ${sha256}`].filter(Boolean).join(', '))
  return `<< /Type /Filespec /F (${plain}) /UF ${textString(name)} /Desc ${said} /AFRelationship /Supplement /EF << /F ${stream} 0 R /UF ${stream} 0 R >> >>`
}

/** "application/pdf" as a name: what is no plain letter is written by its number. */
function nameOf(mediaType: string): string {
  const plain = mediaType.replace(
    /[^A-Za-z0-9.+-]/g,
    (letter) => `#${(letter.charCodeAt(0) & 255).toString(16).padStart(2, '0')}`,
  )
  return `/${plain || 'application#2foctet-stream'}`
}

/** "D:20250612" of an ISO date, with the time where it is an instant. */
function pdfDate(date: string): string {
  const digits = date.slice(0, 19).replace(/\D/g, '')
  return `D:${digits}${digits.length === 14 ? 'Z' : ''}`
}

function sorted(files: readonly NamedFile[]): string[] {
  return files
    .map(({ key, reference }) => ({ bytes: bytesOfString(key), written: `${key} ${reference}` }))
    .sort((one, other) => (one.bytes < other.bytes ? -1 : one.bytes > other.bytes ? 1 : 0))
    .map(({ written }) => written)
}

function refuseTwice(attachments: readonly Attachment[], kept: readonly NamedFile[]): void {
  const taken = new Set(kept.map(({ key }) => bytesOfString(key)))
  for (const { name } of attachments) {
    const bytes = bytesOfString(textString(name))
    if (taken.has(bytes) || taken.has(name)) throw new RangeError(`two attachments are called ${name}`)
    taken.add(bytes)
  }
}

async function dictionaryAt(base: Base, value: string | undefined): Promise<Map<string, string>> {
  if (value === undefined || value === 'null') return new Map()
  const text = await resolved(base, value)
  return parsed(() => readDictionary(text))
}

async function arrayAt(base: Base, value: string | undefined): Promise<string[]> {
  if (value === undefined || value === 'null') return []
  const text = await resolved(base, value)
  return parsed(() => readArray(text))
}

/** All names of a tree, whether they stand in it or further down. */
async function namesIn(base: Base, value: string | undefined, depth: number): Promise<NamedFile[]> {
  if (depth > DEPTH_LIMIT) throw new CannotAttach('damaged')
  const node = await dictionaryAt(base, value)
  const pairs = await arrayAt(base, node.get('/Names'))
  const own = pairs.flatMap((key, at): NamedFile[] =>
    at % 2 === 0 && pairs[at + 1] !== undefined ? [{ key, reference: pairs[at + 1] ?? '' }] : [],
  )
  const below: NamedFile[] = []
  for (const kid of await arrayAt(base, node.get('/Kids')))
    below.push(...(await namesIn(base, kid, depth + 1)))
  return [...own, ...below]
}
