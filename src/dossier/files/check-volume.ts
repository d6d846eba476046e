import type { Bytes } from '../../handover/files/slices'
import type { PdfPlan } from '../../report/pdf/check'
import { Broken, countsIn, number, reference, withoutStrings } from '../../report/pdf/object-counts'

/** What a written volume is to have in it. */
export interface VolumePlan extends PdfPlan {
  /** The page of the first annex, counted from 1; Infinity where there is none. */
  readonly annexesFrom: number
  /** Links from before it to annexes: of the claims, and of the list of annexes. */
  readonly toAnnexes: number
}

export type VolumeCheck =
  | { readonly status: 'sound' }
  /** `reason` is for a log, not for people. */
  | { readonly status: 'broken'; readonly reason: string }

/** Bytes read at once: of a stream only its two ends are looked at. */
const WINDOW = 8192
/** A stream's dictionary is no longer. */
const HEAD = 4096

/**
 * Opens a written volume again, without taking it into memory: its table, the place of every object and the length of every
 * stream; then counts pages, bookmarks, links and those of claims against the plan. Rejects only with what reading rejects.
 */
export async function checkVolume(file: Bytes, plan: VolumePlan): Promise<VolumeCheck> {
  try {
    const { across, ...counted } = await countsOf(file, plan.annexesFrom)
    const found = { ...counted, toAnnexes: across }
    for (const part of ['pages', 'bookmarks', 'links', 'toAnnexes'] as const) {
      if (found[part] !== plan[part]) throw new Broken(`${part}: ${found[part]} instead of ${plan[part]}`)
    }
    return { status: 'sound' }
  } catch (fault) {
    if (fault instanceof Broken) return { status: 'broken', reason: fault.message }
    throw fault
  }
}

async function countsOf(file: Bytes, annexesFrom: number) {
  const textAt = createReader(file)
  if (!(await textAt(0, 8)).startsWith('%PDF-')) throw new Broken('no header')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(
    await textAt(Math.max(0, file.size - 64), file.size),
  )?.[1]
  if (start === undefined) throw new Broken('no end')
  const [table = '', trailer] = (await textAt(Number(start), file.size)).split('trailer')
  if (!table.startsWith('xref') || trailer === undefined) throw new Broken('no cross-reference table')
  const places = placesIn(table)
  const objects = new Map<number, string>()
  for (const [index, { id, at }] of places.entries()) {
    const end = places[index + 1]?.at ?? Number(start)
    objects.set(id, await dictionaryAt(textAt, id, at, end))
  }
  return countsIn(objects, reference(trailer, 'Root'), annexesFrom)
}

/** Where the objects stand, in the order of the file. */
function placesIn(table: string): { id: number; at: number }[] {
  const entries = [...table.matchAll(/^(\d{10}) \d{5} ([fn]) ?$/gm)]
  return entries
    .flatMap(([, offset, kind], id) => (kind === 'n' ? [{ id, at: Number(offset) }] : []))
    .sort((one, other) => one.at - other.at)
}

type Reader = (from: number, to: number) => Promise<string>

async function dictionaryAt(textAt: Reader, id: number, at: number, end: number): Promise<string> {
  const head = await textAt(at, Math.min(end, at + HEAD))
  if (!head.startsWith(`${id} 0 obj`)) throw new Broken(`object ${id} is not at ${at}`)
  if (!/endobj\s*$/.test(await textAt(Math.max(at, end - 16), end)))
    throw new Broken(`object ${id} has no end`)
  const stream = head.indexOf('\nstream\n')
  if (stream < 0) return withoutStrings(await textAt(at, end))
  const words = withoutStrings(head.slice(0, stream))
  const from = at + stream + '\nstream\n'.length
  const after = from + number(words, 'Length')
  if (!/^\r?\n?endstream/.test(await textAt(after, after + 12))) {
    throw new Broken(`stream of object ${id} is not as long as it says`)
  }
  return words
}

/** Reads parts of a file as letters of the same numbers; what lies near each other is read at once. */
function createReader(file: Bytes): Reader {
  let begin = 0
  let text = ''
  return async (from, to) => {
    const last = Math.min(to, file.size)
    if (from < begin || last > begin + text.length) {
      const bytes = await file.slice(from, Math.max(last, from + WINDOW)).arrayBuffer()
      begin = from
      text = new TextDecoder('latin1').decode(bytes)
    }
    return text.slice(from - begin, last - begin)
  }
}
