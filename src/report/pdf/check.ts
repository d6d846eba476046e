import { Broken, countsIn, number, reference, withoutStrings, type Objects } from './object-counts'

/** What a written PDF is to have in it. */
export interface PdfPlan {
  readonly pages: number
  /** Entries of the outline, at all depths. */
  readonly bookmarks: number
  /** Links within the document. */
  readonly links: number
}

export type PdfCheck =
  | { readonly status: 'sound' }
  /** `reason` is for a log, not for people. */
  | { readonly status: 'broken'; readonly reason: string }

/**
 * Opens the bytes of a written PDF again: header, end, cross-reference table, the place of every object and the length
 * of every stream; then counts pages, outline and links against what was painted. Reads what jspdf writes (a classic
 * table, dictionaries outside of streams), not any PDF. Never throws.
 */
export function checkPdf(bytes: Uint8Array, plan: PdfPlan): PdfCheck {
  try {
    const found = countsOf(new TextDecoder('latin1').decode(bytes))
    for (const part of ['pages', 'bookmarks', 'links'] as const) {
      if (found[part] !== plan[part]) throw new Broken(`${part}: ${found[part]} instead of ${plan[part]}`)
    }
    return { status: 'sound' }
  } catch (fault) {
    if (fault instanceof Broken) return { status: 'broken', reason: fault.message }
    throw fault
  }
}

function countsOf(text: string): PdfPlan {
  if (!text.startsWith('%PDF-')) throw new Broken('no header')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]
  if (start === undefined) throw new Broken('no end')
  const [table = '', trailer] = text.slice(Number(start)).split('trailer')
  if (!table.startsWith('xref') || trailer === undefined) throw new Broken('no cross-reference table')
  const objects = objectsOf(text, table)
  return countsIn(objects, reference(trailer, 'Root'))
}

/** Each object stands where the table says, and each stream is as long as it says. */
function objectsOf(text: string, table: string): Objects {
  const objects = new Map<number, string>()
  const entries = [...table.matchAll(/^(\d{10}) \d{5} ([fn]) ?$/gm)]
  entries.forEach(([, offset, kind], id) => {
    if (kind === 'f') return
    const at = Number(offset)
    if (!text.startsWith(`${id} 0 obj`, at)) throw new Broken(`object ${id} is not at ${at}`)
    const end = text.indexOf('endobj', at)
    const stream = text.indexOf('\nstream\n', at)
    const hasStream = stream >= 0 && stream < end
    const words = withoutStrings(text.slice(at, hasStream ? stream : end))
    if (end < 0) throw new Broken(`object ${id} has no end`)
    if (hasStream) checkStream(text, stream + '\nstream\n'.length, number(words, 'Length'), id)
    objects.set(id, words)
  })
  return objects
}

function checkStream(text: string, from: number, length: number, id: number): void {
  if (!/^\r?\n?endstream/.test(text.slice(from + length, from + length + 12))) {
    throw new Broken(`stream of object ${id} is not ${length} bytes long`)
  }
}
