import type { AnswerField } from './answer-rows'
import type { FileFault } from './grid'

/** What is said beside a value that was read. */
export type Remark =
  /** A number that was typed as text. */
  | 'typed-as-text'
  /** The value a formula last came to. */
  | 'formula'
  /** A number that the file shows as a date. */
  | 'date'
  /** The cell is joined with others: the value was read for its first row only. */
  | 'merged'
  | 'hidden-row'
  /** The name beside the number is not the indicator's. */
  | 'name-differs'
  /** The level beside the index is not the one the index gives: the one it gives is taken. */
  | 'level-beside-index'
  /** The value is not what the index kept here gives: taking it lets go of that index. */
  | 'index-let-go'

/** One value of one field that taking the sheet in would change. */
export interface ProposedChange {
  /** Unlike every other of the same proposal. */
  readonly id: string
  /** "C7", as the person finds it in the sheet. */
  readonly cell: string
  readonly number: string
  readonly name: string
  readonly field: AnswerField
  /** Id of the indicator (or part) the field belongs to. */
  readonly target: string
  readonly before: string | number | null
  readonly after: string | number
  /** What is set with it, as the form does: an index brings its value, another value lets go of the index. */
  readonly along: { readonly field: 'value' | 'sourceIndex'; readonly value: number | null } | null
  readonly remarks: readonly Remark[]
  /** Something about it needs a person's eye: it is not chosen beforehand. */
  readonly doubtful: boolean
}

/** Why something in a row is not proposed. */
export type RefusedWhy =
  | 'unknown-indicator'
  | 'number-and-name-differ'
  | 'outside-scope'
  | 'duplicate'
  | 'not-a-number'
  | 'not-a-level'
  /** An index that no range of the conversion holds. */
  | 'not-an-index'
  | 'date'
  | 'error'
  | 'uncomputed'
  | 'too-long'
  | 'no-such-field'
  | 'waiting'
  | 'merged'

export interface RefusedCell {
  readonly why: RefusedWhy
  /** "C7"; "A7" where the whole row is meant, "C7:C9" for joined cells. */
  readonly cell: string
  /** The indicator's number where it is known. */
  readonly number: string | null
  /** What stands in the cell, shortened. */
  readonly text: string
}

export type BookNote =
  | { readonly kind: 'macros' | 'external-links' | 'hidden-sheet' | 'no-stamp' | 'other-assessment' }
  | { readonly kind: 'renamed-sheet'; readonly sheet: string }
  | { readonly kind: 'hidden-rows'; readonly count: number }
  | { readonly kind: 'missing-columns'; readonly titles: readonly string[] }

/** What a sheet would change. Nothing is changed by it. */
export interface Proposal {
  readonly sheet: string
  /** Rows with an indicator of this assessment. */
  readonly rowsRead: number
  /** Answers (cells with something in them) that are here already. */
  readonly unchanged: number
  readonly changes: readonly ProposedChange[]
  readonly refused: readonly RefusedCell[]
  readonly notes: readonly BookNote[]
}

/** Why a whole file is not taken in. */
export type SheetFault =
  | FileFault
  | { readonly kind: 'no-table' }
  | { readonly kind: 'head-twice'; readonly title: string }
  | { readonly kind: 'other-instrument' }
  | { readonly kind: 'newer-layout' }

export type ProposalReading =
  | { readonly status: 'read'; readonly proposal: Proposal }
  | { readonly status: 'refused'; readonly fault: SheetFault }
