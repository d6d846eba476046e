import type { ChangeValue, Target } from '../answers/change'
import type { Evidence, EvidenceDocument, EvidenceFile } from './evidence'
import { stemOf } from './file-name'

/** Where a file is to go: a new version of a document, straight onto an indicator, or (neither) the pool. */
export interface Aim {
  readonly document?: string
  readonly indicator?: string
}

/** A field to be set. */
export interface Entry {
  readonly target: Target
  readonly field: string
  readonly value: ChangeValue
}

export type TakenIn =
  /** A document was made of it, and cited where there is an indicator. */
  | 'new-document'
  | 'new-version'
  /** Its bytes are a document's already: that one is cited … */
  | 'cited-known'
  /** … or is cited here already, or needs nothing more. */
  | 'known'

export interface TakeIn {
  readonly what: TakenIn
  /** The document it is in. */
  readonly document: string
  /** Title of that document as it is now. */
  readonly title: string
  readonly entries: readonly Entry[]
}

/**
 * What follows from a file whose bytes are on disk. `level` is the one chosen for the aim's indicator, `newId` gives ids. The
 * same bytes make no second document.
 */
export function takeIn(
  evidence: Evidence,
  aim: Aim,
  file: Omit<EvidenceFile, 'id'>,
  level: number | null,
  newId: () => string,
): TakeIn {
  const aimed = evidence.documents.find(({ id }) => id === aim.document)
  const known = aimed ?? evidence.documents.find((document) => holds(document, file.sha256))
  const document = known?.id ?? newId()
  // A file called ".pdf" has no stem, and a document without a title is none.
  const title = known?.title ?? (stemOf(file.name) || file.name)
  const isNewFile = !known || !holds(known, file.sha256)
  const cited = (evidence.citations.get(aim.indicator ?? '') ?? []).some(
    (one) => one.document.id === document,
  )
  const cites = aim.indicator !== undefined && !aimed && !cited
  const entries = [
    ...(known ? [] : entriesOf({ kind: 'document', id: document }, { title })),
    ...(isNewFile ? entriesOf({ kind: 'file', id: newId() }, { document, ...file }) : []),
    ...(cites
      ? entriesOf({ kind: 'citation', id: newId() }, { indicator: aim.indicator, document, level })
      : []),
  ]
  const what = !known ? 'new-document' : isNewFile ? 'new-version' : cites ? 'cited-known' : 'known'
  return { what, document, title, entries }
}

function holds({ files }: EvidenceDocument, sha256: string): boolean {
  return files.some((file) => file.sha256 === sha256)
}

function entriesOf(target: Target, values: Readonly<Record<string, ChangeValue>>): Entry[] {
  return Object.entries(values).map(([field, value]) => ({ target, field, value }))
}
