import type { Bytes } from '../../handover/files/slices'
import { afterSpace, readDictionary, referenceIn, textOfBytes } from './attach-syntax'

/** Why nothing can be added to a PDF as it stands. */
export type BaseFault =
  /** Its cross-reference is a stream, or both a table and a stream: only tables are read here. */
  'no-classic-table' | 'encrypted' | 'damaged'

/** Nothing was added: `fault` says why. */
export class CannotAttach extends Error {
  override readonly name = 'CannotAttach'
  readonly fault: BaseFault
  constructor(fault: BaseFault) {
    super(`nothing can be attached to this PDF: ${fault}`)
    this.fault = fault
  }
}

/** A finished PDF of which objects are read where they lie. */
export interface Base {
  /** Where its newest table begins. */
  readonly table: number
  /** Entries of its newest trailer. */
  readonly trailer: ReadonlyMap<string, string>
  /** First free object number. */
  readonly size: number
  /** The version its first line states: 1.3. */
  readonly version: number
  /** Where an object begins, as the newest table that names it says. */
  readonly placeOf: (number: number) => number | undefined
  /** The text of an object without streams: what stands between `obj` and `endobj`. Throws `CannotAttach`. */
  readonly read: (number: number) => Promise<string>
}

/** Rows of a table are so long (ISO 32000-1, 7.5.4). */
const ROW = 20
/** How far from a file's end `startxref` may stand. */
const TAIL = 2048
/** Most tables of one file: one for each time it was added to. */
const TABLE_LIMIT = 1000

interface Table {
  readonly places: ReadonlyMap<number, number>
  readonly trailer: ReadonlyMap<string, string>
}

/** Opens a PDF by its tables, reading little of it. Throws `CannotAttach`. */
export async function openBase(pdf: Bytes): Promise<Base> {
  const tail = await textAt(pdf, Math.max(0, pdf.size - TAIL), TAIL)
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]
  if (start === undefined) throw new CannotAttach('damaged')
  const places = new Map<number, number>()
  let newest: Table['trailer'] | null = null
  let next: string | undefined = start
  for (let count = 0; next !== undefined; count += 1) {
    if (count === TABLE_LIMIT || !/^\d+$/.test(next)) throw new CannotAttach('damaged')
    const table = await readTable(pdf, Number(next))
    for (const [number, place] of table.places) if (!places.has(number)) places.set(number, place)
    newest ??= table.trailer
    next = table.trailer.get('/Prev')
  }
  if (!newest) throw new CannotAttach('damaged')
  if (newest.has('/Encrypt')) throw new CannotAttach('encrypted')
  const head = await textAt(pdf, 0, 16)
  return {
    table: Number(start),
    trailer: newest,
    size: Number(newest.get('/Size')),
    version: Number(/^%PDF-(\d\.\d)/.exec(head)?.[1] ?? NaN),
    placeOf: (number) => places.get(number),
    read: (number) => readObject(pdf, places.get(number), number),
  }
}

async function readTable(pdf: Bytes, from: number): Promise<Table> {
  const begin = await textAt(pdf, from, 32)
  if (/^\s*\d+\s+\d+\s+obj/.test(begin)) throw new CannotAttach('no-classic-table')
  if (!/^\s*xref\s/.test(begin)) throw new CannotAttach('damaged')
  const text = await textUntil(pdf, from, /trailer[^]*?(startxref|%%EOF)/)
  const places = new Map<number, number>()
  let at = afterSpace(text, text.indexOf('xref') + 4)
  for (;;) {
    const [head, first, count] = /^(\d+) +(\d+)\s*?(?:\r\n|\r|\n)/.exec(text.slice(at, at + 40)) ?? []
    if (head === undefined) break
    at += head.length
    for (let row = 0; row < Number(count); row += 1) {
      const [, place, kind] = /^(\d{10}) \d{5} ([nf])/.exec(text.slice(at, at + ROW)) ?? []
      if (kind === undefined) throw new CannotAttach('damaged')
      if (kind === 'n') places.set(Number(first) + row, Number(place))
      at += ROW
    }
    at = afterSpace(text, at)
  }
  if (!text.startsWith('trailer', at)) throw new CannotAttach('damaged')
  const trailer = parsed(() => readDictionary(text.slice(at + 'trailer'.length)))
  if (trailer.has('/XRefStm')) throw new CannotAttach('no-classic-table')
  return { places, trailer }
}

async function readObject(pdf: Bytes, place: number | undefined, number: number): Promise<string> {
  if (place === undefined) throw new CannotAttach('damaged')
  const text = await textUntil(pdf, place, /\bendobj\b/)
  const [head, own] = /^\s*(\d+)\s+\d+\s+obj\b/.exec(text) ?? []
  if (head === undefined || Number(own) !== number) throw new CannotAttach('damaged')
  return text.slice(head.length)
}

/** The value itself, or what the reference in its place names. */
export async function resolved(base: Base, value: string): Promise<string> {
  const reference = referenceIn(value)
  return reference ? base.read(reference.number) : value
}

/** What a reading of syntax returns. Throws `CannotAttach` where it does not. */
export function parsed<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new CannotAttach('damaged')
    throw cause
  }
}

/** From a place on, as much as it takes for a pattern to be in it. */
async function textUntil(pdf: Bytes, from: number, pattern: RegExp): Promise<string> {
  for (let length = 4096; ; length *= 4) {
    const text = await textAt(pdf, from, length)
    if (pattern.test(text)) return text
    if (from + length >= pdf.size) throw new CannotAttach('damaged')
  }
}

async function textAt(pdf: Bytes, from: number, length: number): Promise<string> {
  return textOfBytes(new Uint8Array(await pdf.slice(from, from + length).arrayBuffer()))
}
