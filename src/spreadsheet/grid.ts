/** A workbook as it was read: cells as they lie in the file, before anything is made of them. */

export type ReadCell = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A number shown as a date: the number, and the day it shows (`YYYY-MM-DD`). */
  | { readonly kind: 'date'; readonly serial: number; readonly day: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** "#N/A" and its like. */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula that no program has computed yet. */
  | { readonly kind: 'uncomputed' }
) & {
  /** The value is what a formula last came to. */
  readonly formula: boolean
}

/** Rows and columns from 0, ends included. */
export interface Merge {
  readonly startRow: number
  readonly startColumn: number
  readonly endRow: number
  readonly endColumn: number
}

export interface ReadSheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows from the first; null is a blank cell. */
  readonly rows: readonly (readonly (ReadCell | null)[])[]
  readonly hiddenRows: ReadonlySet<number>
  readonly merges: readonly Merge[]
}

export interface ReadBook {
  readonly sheets: readonly ReadSheet[]
  /** There are macros in it. They were not looked at. */
  readonly macros: boolean
  /** Cells refer to other files. Those were not looked for; the values last seen are read. */
  readonly externalLinks: boolean
}

/** Why a file was not read. */
export type FileFault =
  /** More bytes than are read at all, packed or unpacked, or far more unpacked than packed. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-many-rows'; readonly sheet: string }
  | { readonly kind: 'password' }
  | { readonly kind: 'old-excel' }
  | { readonly kind: 'binary-excel' }
  | { readonly kind: 'open-document' }
  | { readonly kind: 'plain-text' }
  | { readonly kind: 'not-a-spreadsheet' }
  | { readonly kind: 'damaged' }

export type FileReading =
  | { readonly status: 'read'; readonly book: ReadBook }
  | { readonly status: 'refused'; readonly fault: FileFault }

/** What a cell says to a person; empty for a blank one. */
export function textOf(cell: ReadCell | null | undefined): string {
  if (!cell) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
    case 'truth':
      return String(cell.value)
    case 'date':
      return cell.day
    case 'error':
      return cell.code
    case 'uncomputed':
      return ''
  }
}
