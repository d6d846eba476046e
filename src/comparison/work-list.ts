import { targetKey } from '../answers/change'
import { valuesOf, type Present } from '../answers/present'
import type { Citation, Evidence, EvidenceDocument } from '../evidence/evidence'
import { strengthOf, type CitationPiece, type Material, type Piece } from './material'

/** What is to be done for an indicator: use again what there is, look whether it still fits, or find it anew. */
export type Work = 'reuse' | 'check' | 'find'

/**
 * `open`: may be taken over; `taken`: stands there already; `occupied`: something else stands there, which nothing is
 * proposed beside.
 */
export type PieceState = 'open' | 'taken' | 'occupied'

/** What the new assessment holds now. */
export interface Now {
  readonly present: Present
  readonly evidence: Evidence
}

export interface WorkItem {
  readonly material: Material
  readonly work: Work
  readonly pieces: readonly { readonly piece: Piece; readonly state: PieceState }[]
  /** How many pieces wait for a decision. */
  readonly open: number
}

/**
 * What is to be done for one indicator. An indicator that continues an old one which holds nothing has to be found anew,
 * like one that continues none.
 */
export function workItemOf(material: Material, now: Now): WorkItem {
  const pieces = material.pieces.map((piece) => ({ piece, state: stateOf(piece, now) }))
  return {
    material,
    work: workOf(material),
    pieces,
    open: pieces.filter(({ state }) => state === 'open').length,
  }
}

export function workOf(material: Material): Work {
  const strength = strengthOf(material)
  if (strength === null || material.pieces.length === 0) return 'find'
  return strength === 'sebagian' ? 'check' : 'reuse'
}

/** Whether a piece may still be taken over. */
export function stateOf(piece: Piece, { present, evidence }: Now): PieceState {
  if (piece.kind === 'citation') {
    const here = evidence.citations.get(piece.target) ?? []
    return here.some((citation) => citation.id === piece.id || sameProof(citation, piece.citation))
      ? 'taken'
      : 'open'
  }
  const target = { kind: 'indicator', id: piece.target } as const
  // Two different texts wait for a decision: a third would not help.
  if (present.differences.has(`${targetKey(target)}/${piece.field}`)) return 'occupied'
  const value = valuesOf(present, target)[piece.field]
  if (value === undefined || value.length === 0) return 'open'
  return JSON.stringify(value) === JSON.stringify(piece.value) ? 'taken' : 'occupied'
}

/** Whether two citations name the same place in the same document, however either came in. */
function sameProof(one: Citation, other: Citation): boolean {
  return sameDocument(one.document, other.document) && one.pages === other.pages && one.label === other.label
}

/** The same by id, or by everything that names it. */
function sameDocument(one: EvidenceDocument, other: EvidenceDocument): boolean {
  if (one.id === other.id) return true
  return one.title === other.title && one.number === other.number && one.date === other.date
}

/** The document of the new assessment that a citation would name: the very one of the old, or its twin. */
export function knownDocument(evidence: Evidence, { citation }: CitationPiece): EvidenceDocument | undefined {
  const { documents } = evidence
  const { document } = citation
  return (
    documents.find(({ id }) => id === document.id) ?? documents.find((one) => sameDocument(one, document))
  )
}

/** Whole years between the year of a document and a later one; null where it has no date or is of a later year. */
export function ageOf({ date }: Pick<EvidenceDocument, 'date'>, year: number | undefined): number | null {
  const written = Number(date.slice(0, 4))
  return year === undefined || !written || written > year ? null : year - written
}
