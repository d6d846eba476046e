import { PDFRawStream, type PDFContext, type PDFDict, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'
import type { Sink } from '../../handover/files/write-parcel'

/** A PDF written object by object: what is written need not stay in memory. */
export interface ObjectWriter {
  /** Writes all objects but these, and lets go of them; short ones may wait for others. */
  flushAllBut(kept: ReadonlySet<PDFRef>): Promise<void>
  /** Writes the rest, the cross-reference table and the end. Gives the length in bytes. */
  finish(): Promise<number>
}

/** Its table is a classic one, so that attachments can be appended as an update. */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
const ENTRY = 20
/** What is shorter is gathered: each writing costs, and an object has some three short pieces. Bytes. */
const BATCH = 64 * 1024

/** Begins a PDF of the objects in a context, also of those that are yet to come. */
export async function createObjectWriter(context: PDFContext, sink: Sink): Promise<ObjectWriter> {
  const places = new Map<number, number>()
  let at = 0
  let waiting: Uint8Array[] = []
  let length = 0
  const pass = async () => {
    const batch = new Uint8Array(length)
    let place = 0
    for (const bytes of waiting) {
      batch.set(bytes, place)
      place += bytes.length
    }
    waiting = []
    length = 0
    await sink(batch)
  }
  const put = async (bytes: Uint8Array) => {
    at += bytes.length
    if (bytes.length >= BATCH) {
      await pass()
      await sink(bytes)
      return
    }
    waiting.push(bytes)
    length += bytes.length
    if (length >= BATCH) await pass()
  }
  await put(latin(HEADER))

  async function putObject(ref: PDFRef, object: PDFObject): Promise<void> {
    places.set(ref.objectNumber, at)
    const head = `${ref.objectNumber} 0 obj\n`
    if (object instanceof PDFRawStream) {
      // In pieces: the bytes of a scan need no copy.
      object.updateDict()
      await put(latin(`${head}${textOf(object.dict)}\nstream\n`))
      await put(object.contents)
      await put(latin('\nendstream\nendobj\n'))
      return
    }
    const end = latin('\nendobj\n')
    const length = object.sizeInBytes()
    const bytes = new Uint8Array(head.length + length + end.length)
    bytes.set(latin(head))
    object.copyBytesInto(bytes, head.length)
    bytes.set(end, head.length + length)
    await put(bytes)
  }

  async function flushAllBut(kept: ReadonlySet<PDFRef>): Promise<void> {
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (kept.has(ref)) continue
      await putObject(ref, object)
      context.delete(ref)
    }
  }

  async function finish(): Promise<number> {
    await flushAllBut(new Set())
    const start = at
    const size = context.largestObjectNumber + 1
    const { Root, Info, ID } = context.trailerInfo
    const trailer = context.obj({ Size: size, Root, Info, ID })
    await put(latin(tableOf(places, size)))
    await put(latin(`trailer\n${textOf(trailer)}\nstartxref\n${start}\n%%EOF\n`))
    await pass()
    return at
  }

  return { flushAllBut, finish }
}

/** Numbers without an object are free, each naming the next one that is. */
function tableOf(places: ReadonlyMap<number, number>, size: number): string {
  const entries: string[] = []
  let nextFree = 0
  for (let number = size - 1; number >= 0; number -= 1) {
    const place = places.get(number)
    const free = place === undefined
    const first = String(free ? nextFree : place).padStart(10, '0')
    const generation = number === 0 ? '65535' : free ? '00001' : '00000'
    entries.push(`${first} ${generation} ${free ? 'f' : 'n'} `.padEnd(ENTRY - 1) + '\n')
    if (free) nextFree = number
  }
  return `xref\n0 ${size}\n${entries.reverse().join('')}`
}

function textOf(dictionary: PDFDict): string {
  const bytes = new Uint8Array(dictionary.sizeInBytes())
  dictionary.copyBytesInto(bytes, 0)
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
