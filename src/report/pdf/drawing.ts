import type { Style, Weight } from './geometry'

/** One thing on a page. Places in mm from the top left corner; `y` of a text is its baseline, its size is pt. */
export type Drawing =
  | { kind: 'text'; x: number; y: number; text: string; size: number; weight: Weight; colour: string }
  | {
      kind: 'line'
      x1: number
      y1: number
      x2: number
      y2: number
      width: number
      colour: string
      dash?: Dash
    }
  | ({ kind: 'rect'; x: number; y: number; width: number; height: number; radius?: number } & Surface)
  | ({ kind: 'polygon'; points: readonly Place[] } & Surface)
  | { kind: 'dot'; x: number; y: number; radius: number; fill: string }
  | { kind: 'link'; x: number; y: number; width: number; height: number; to: string }
  | PageReference

export interface Place {
  readonly x: number
  readonly y: number
}

/** Lengths of dash and gap, mm. */
export type Dash = readonly [number, number]

export interface Surface {
  fill?: string
  stroke?: string
  /** Width of the stroke, mm. */
  strokeWidth?: number
  dash?: Dash
}

/** "hlm. 24", right-aligned at `right`; the number is filled in once every page is laid out. */
export interface PageReference {
  kind: 'page-reference'
  right: number
  y: number
  to: string
  style: Style
}

/** What sections draw with. */
export interface Pen {
  add(drawing: Drawing): void
  /** Names the place `y` mm down the current page, for links and bookmarks. */
  mark(name: string, y: number): void
}

export interface Page {
  readonly drawings: Drawing[]
  /** It has no head and foot. */
  readonly bare: boolean
}

/** Page counted from 1 and mm from its top. */
export interface Destination {
  readonly page: number
  readonly y: number
}

export interface Bookmark {
  readonly title: string
  readonly to: string
  readonly children: readonly Bookmark[]
}

/** A report laid out, ready to be painted. */
export interface Layout {
  readonly pages: readonly Page[]
  readonly destinations: ReadonlyMap<string, Destination>
  readonly bookmarks: readonly Bookmark[]
}
