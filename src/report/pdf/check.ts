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

/** Why a file is not what was to be written. */
class Broken extends Error {
  override readonly name = 'Broken'
}

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

/** Dictionaries by object number, without streams and without the contents of strings. */
type Objects = ReadonlyMap<number, string>

function countsOf(text: string): PdfPlan {
  if (!text.startsWith('%PDF-')) throw new Broken('no header')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]
  if (start === undefined) throw new Broken('no end')
  const [table = '', trailer] = text.slice(Number(start)).split('trailer')
  if (!table.startsWith('xref') || trailer === undefined) throw new Broken('no cross-reference table')
  const objects = objectsOf(text, table)
  const catalog = dictionary(objects, reference(trailer, 'Root'))
  const pages = pagesBelow(objects, reference(catalog, 'Pages'), new Set())
  const hasOutline = catalog.includes('/Outlines ')
  return {
    pages: pages.length,
    bookmarks: hasOutline ? entriesBelow(objects, reference(catalog, 'Outlines'), new Set()) : 0,
    links: pages.reduce((sum, page) => sum + page.split('/Subtype /Link').length - 1, 0),
  }
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
    const words = text.slice(at, hasStream ? stream : end).replace(/\((?:\\[^]|[^\\()])*\)/g, '()')
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

function pagesBelow(objects: Objects, id: number, seen: Set<number>): string[] {
  const words = visit(objects, id, seen)
  if (/\/Type \/Page\s/.test(words)) return [words]
  const kids = /\/Kids \[([^\]]*)\]/.exec(words)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(objects, Number(kid), seen))
}

function entriesBelow(objects: Objects, id: number, seen: Set<number>): number {
  const words = visit(objects, id, seen)
  if (!words.includes('/First ')) return 0
  let count = 0
  let next = reference(words, 'First')
  for (;;) {
    const entry = dictionary(objects, next)
    count += 1 + entriesBelow(objects, next, seen)
    if (!entry.includes('/Next ')) return count
    next = reference(entry, 'Next')
  }
}

/** A dictionary that may be passed only once: a ring would never end. */
function visit(objects: Objects, id: number, seen: Set<number>): string {
  if (seen.has(id)) throw new Broken(`object ${id} leads back to itself`)
  seen.add(id)
  return dictionary(objects, id)
}

function dictionary(objects: Objects, id: number): string {
  const words = objects.get(id)
  if (words === undefined) throw new Broken(`no object ${id}`)
  return words
}

function reference(words: string, key: string): number {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(words)?.[1]
  if (id === undefined) throw new Broken(`no /${key}`)
  return Number(id)
}

function number(words: string, key: string): number {
  const value = new RegExp(`/${key} (\\d+)`).exec(words)?.[1]
  if (value === undefined) throw new Broken(`no /${key}`)
  return Number(value)
}
