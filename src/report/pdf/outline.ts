import type { jsPDF } from 'jspdf'
import type { Bookmark, Destination } from './drawing'
import { PAGE, PT } from './geometry'

/** The parts of jspdf's document builder that its own plugins use. */
interface Builder {
  readonly events: { subscribe(topic: string, callback: () => void): void }
  newObjectDeferred(): number
  newObjectDeferredBegin(id: number, doOutput: boolean): number
  write(...lines: string[]): void
  pdfEscape(text: string): string
  getPageInfo(page: number): { readonly objId: number }
}

interface Entry {
  readonly id: number
  readonly bookmark: Bookmark
  readonly children: readonly Entry[]
}

/**
 * Adds the bookmarks. jspdf's own outline leads to the top of a page only and is all unfolded; this one leads to
 * the very title, and shows domains and aspects with the indicators folded away.
 */
export function addOutline(
  doc: jsPDF,
  bookmarks: readonly Bookmark[],
  destinations: ReadonlyMap<string, Destination>,
): void {
  if (bookmarks.length === 0) return
  const builder = doc.internal as unknown as Builder
  let root = 0

  const reserve = (bookmark: Bookmark): Entry => ({
    id: builder.newObjectDeferred(),
    bookmark,
    children: bookmark.children.map(reserve),
  })

  function begin(id: number, lines: readonly string[]): void {
    builder.newObjectDeferredBegin(id, true)
    builder.write('<<', ...lines, '>>')
    builder.write('endobj')
  }

  function writeEntries(entries: readonly Entry[], parent: number, depth: number): void {
    entries.forEach((entry, index) => {
      const before = entries[index - 1]
      const after = entries[index + 1]
      begin(entry.id, [
        // A bookmark is one line, whatever a title has.
        `/Title (${builder.pdfEscape(entry.bookmark.title.replaceAll('\n', ' '))})`,
        `/Parent ${parent} 0 R`,
        ...(before ? [`/Prev ${before.id} 0 R`] : []),
        ...(after ? [`/Next ${after.id} 0 R`] : []),
        ...familyLines(entry.children, depth === 0),
        destinationLine(destinations.get(entry.bookmark.to)),
      ])
      writeEntries(entry.children, entry.id, depth + 1)
    })
  }

  function destinationLine(destination: Destination | undefined): string {
    if (!destination) return ''
    const top = (PAGE.height - Math.max(0, destination.y - 4)) / PT
    return `/Dest [${builder.getPageInfo(destination.page).objId} 0 R /XYZ 0 ${top.toFixed(2)} 0]`
  }

  builder.events.subscribe('postPutResources', () => {
    root = builder.newObjectDeferred()
    const entries = bookmarks.map(reserve)
    begin(root, ['/Type /Outlines', ...familyLines(entries, true)])
    writeEntries(entries, root, 0)
  })
  builder.events.subscribe('putCatalog', () =>
    builder.write(`/Outlines ${root} 0 R`, '/PageMode /UseOutlines'),
  )
}

/** First, last and count of children; the count is negative where they are folded away. */
function familyLines(children: readonly Entry[], open: boolean): string[] {
  const first = children[0]
  const last = children.at(-1)
  if (!first || !last) return []
  const count = open ? children.length : -children.length
  return [`/First ${first.id} 0 R`, `/Last ${last.id} 0 R`, `/Count ${count}`]
}
