import type { Destination, Page, Pen } from './drawing'
import { BOTTOM, TOP } from './geometry'

/** A strip of a page that is never cut. Heights in mm. */
export interface Atom {
  readonly height: number
  /** Space above, dropped at the top of a page. */
  readonly gap?: number
  /** Stays on one page with the atom after it. */
  readonly glued?: boolean
  /** Left out where it would begin a page: rules between sections. */
  readonly between?: boolean
  /** Printed first where this atom begins a page: a table's head, a label, a breadcrumb. */
  readonly overTop?: Atom
  draw(pen: Pen, y: number): void
}

export interface Flow {
  readonly pages: Page[]
  readonly destinations: Map<string, Destination>
  readonly pen: Pen
  /** Puts atoms one below the other, beginning new pages where they are needed. */
  place(atoms: readonly Atom[]): void
  /** A bare page has no head and foot. */
  newPage(bare?: boolean): void
}

const ROOM = BOTTOM - TOP

/** An empty report; the first `newPage` begins its first page. */
export function createFlow(): Flow {
  const pages: Page[] = []
  const destinations = new Map<string, Destination>()
  let y = TOP

  const pen: Pen = {
    add: (drawing) => pages[pages.length - 1]?.drawings.push(drawing),
    mark: (name, at) => destinations.set(name, { page: pages.length, y: at }),
  }

  function newPage(bare = false): void {
    pages.push({ drawings: [], bare })
    y = TOP
  }

  function put(atom: Atom): void {
    const atTop = y === TOP
    if (atTop && atom.between) return
    if (atTop && atom.overTop) put(atom.overTop)
    if (!atTop) y += atom.gap ?? 0
    atom.draw(pen, y)
    y += atom.height
  }

  function place(atoms: readonly Atom[]): void {
    for (const group of groups(atoms)) {
      const height = heightOf(group)
      if (height + topHeight(group) <= ROOM) {
        if (y > TOP && y + height > BOTTOM + 1e-6) newPage()
        group.forEach(put)
        continue
      }
      // Too much to keep together: break where the page ends.
      for (const atom of group) {
        if (y > TOP && y + heightOf([atom]) > BOTTOM + 1e-6) newPage()
        put(atom)
      }
    }
  }

  return { pages, destinations, pen, place, newPage }
}

function heightOf(group: readonly Atom[]): number {
  return group.reduce((sum, atom) => sum + (atom.gap ?? 0) + atom.height, 0)
}

/** What may be printed over a group at the top of a page; a rule before it falls away there. */
function topHeight(group: readonly Atom[]): number {
  return Math.max(...group.slice(0, 2).map((atom) => atom.overTop?.height ?? 0))
}

function groups(atoms: readonly Atom[]): Atom[][] {
  const grouped: Atom[][] = []
  let open = false
  for (const atom of atoms) {
    const last = grouped.at(-1)
    if (open && last) last.push(atom)
    else grouped.push([atom])
    open = atom.glued ?? false
  }
  return grouped
}
