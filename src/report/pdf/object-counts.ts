import type { PdfPlan } from './check'

/** Why a file is not what was to be written. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Dictionaries by object number, without streams and without the contents of strings. */
export type Objects = ReadonlyMap<number, string>

/**
 * Pages, bookmarks and links below a catalogue, and how many of the links lead from before a page, counted from 1, to it or
 * beyond. Throws `Broken` where something leads nowhere or back to itself.
 */
export function countsIn(
  objects: Objects,
  root: number,
  border = Infinity,
): PdfPlan & { readonly across: number } {
  const catalog = dictionary(objects, root)
  const pages = pagesBelow(objects, reference(catalog, 'Pages'), new Set())
  const numbers = new Map(pages.map(({ id }, index) => [id, index + 1]))
  const hasOutline = catalog.includes('/Outlines ')
  let across = 0
  pages.forEach(({ words }, index) => {
    for (const [, target] of words.matchAll(/\/Dest \[\s*(\d+) 0 R/g)) {
      const to = numbers.get(Number(target))
      if (to === undefined) throw new Broken(`a link leads to object ${target}, which is no page`)
      if (index + 1 < border && to >= border) across += 1
    }
  })
  return {
    across,
    pages: pages.length,
    bookmarks: hasOutline ? entriesBelow(objects, reference(catalog, 'Outlines'), new Set()) : 0,
    links: pages.reduce((sum, { words }) => sum + words.split('/Subtype /Link').length - 1, 0),
  }
}

/** A dictionary as text, with what stands in strings taken out: it could look like anything. */
export function withoutStrings(words: string): string {
  return words.replace(/\((?:\\[^]|[^\\()])*\)/g, '()')
}

function pagesBelow(objects: Objects, id: number, seen: Set<number>): { id: number; words: string }[] {
  const words = visit(objects, id, seen)
  if (/\/Type \/Page\s/.test(words)) return [{ id, words }]
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

/** The object a key of a dictionary leads to. */
export function reference(words: string, key: string): number {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(words)?.[1]
  if (id === undefined) throw new Broken(`no /${key}`)
  return Number(id)
}

/** A whole number in a dictionary. */
export function number(words: string, key: string): number {
  const value = new RegExp(`/${key} (\\d+)`).exec(words)?.[1]
  if (value === undefined) throw new Broken(`no /${key}`)
  return Number(value)
}
