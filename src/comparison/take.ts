import { targetKey, type ChangeValue, type Target } from '../answers/change'
import { valuesOf, type Present } from '../answers/present'
import type { EvidenceDocument } from '../evidence/evidence'
import { ID_LIMIT, type CitationPiece, type Piece } from './material'
import { knownDocument, type Now } from './work-list'

/** One field to be set. */
export interface Setting {
  readonly target: Target
  readonly field: string
  readonly value: ChangeValue
}

export interface Taking {
  readonly take: readonly Setting[]
  /** What takes it back, given what the assessment holds by then. */
  readonly undo: (later: Now) => readonly Setting[]
}

/** What takes a piece over into the new assessment: ordinary changes. `source` is the present of the old one. */
export function takingOf(piece: Piece, source: Present, now: Now): Taking {
  if (piece.kind === 'citation') return takingOfCitation(piece, source, now)
  const { field, value } = piece
  const target = { kind: 'indicator', id: piece.target } as const
  const written = typeof value === 'string'
  return {
    take: [{ target, field, value: written ? value : [...value] }],
    undo: () => [{ target, field, value: written ? '' : [] }],
  }
}

function takingOfCitation(piece: CitationPiece, source: Present, now: Now): Taking {
  const old = piece.citation
  const known = knownDocument(now.evidence, piece)
  const document = { kind: 'document', id: known?.id ?? old.document.id } as const
  const citation = { kind: 'citation', id: piece.id } as const
  const moved = piece.id !== old.id
  const files = filesTaken(old.document, document.id, now)
  return {
    take: [
      ...(known ? [] : documentSettings(document, source, now.present)),
      ...files.flatMap(({ target, id }) => [
        ...settings(target, { ...valuesOf(source, { kind: 'file', id }), document: document.id }),
        ...broughtBack(now.present, target),
      ]),
      ...settings(citation, {
        ...valuesOf(source, { kind: 'citation', id: old.id }),
        indicator: piece.target,
        document: document.id,
        // A level proved under another indicator proves none here.
        ...(moved ? { level: null } : {}),
      }),
      ...broughtBack(now.present, citation),
    ],
    undo: ({ evidence }) => {
      const others = [...evidence.citations.values()]
        .flat()
        .filter(({ id, document: { id: cited } }) => cited === document.id && id !== citation.id)
      if (!known && others.length === 0) return [removed(citation), removed(document)]
      return [removed(citation), ...(known ? files.map(({ target }) => removed(target)) : [])]
    },
  }
}

/**
 * The files that come along with a document: the same bytes, named once more. A document that has a file of its own here
 * keeps to that: an older one added after it would count as its newest.
 */
function filesTaken(old: EvidenceDocument, document: string, { evidence }: Now) {
  const here = [...evidence.documents, ...evidence.removedDocuments].find(({ id }) => id === document)
  const ours = new Set(here?.files.map(({ sha256 }) => sha256))
  const theirs = new Set(old.files.map(({ sha256 }) => sha256))
  if ([...ours].some((sha256) => !theirs.has(sha256))) return []
  return old.files
    .filter(({ sha256 }) => !ours.has(sha256))
    .map(({ id }) => {
      const own = document === old.id ? id : `${id}-${document}`.slice(-ID_LIMIT)
      return { id, target: { kind: 'file', id: own } as const }
    })
}

/** A document that was here before and was deleted comes back as it was left; another is copied with every field. */
function documentSettings(
  document: Target & { kind: 'document' },
  source: Present,
  present: Present,
): Setting[] {
  return present.targets.has(targetKey(document))
    ? broughtBack(present, document)
    : settings(document, { ...valuesOf(source, document) })
}

/** Sets every field that says something; that it was deleted once stays behind. */
function settings(target: Target, fields: Readonly<Record<string, unknown>>): Setting[] {
  return Object.entries(fields)
    .filter(([field, value]) => field !== 'removed' && value !== undefined)
    .map(([field, value]) => ({ target, field, value: value as ChangeValue }))
}

function broughtBack(present: Present, target: Target): Setting[] {
  const isRemoved = present.targets.get(targetKey(target))?.['removed'] === true
  return isRemoved ? [{ target, field: 'removed', value: false }] : []
}

function removed(target: Target): Setting {
  return { target, field: 'removed', value: true }
}
