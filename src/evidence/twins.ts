import type { Evidence, EvidenceDocument } from './evidence'
import type { Entry } from './take-in'

/** Another document with a file of the same bytes; undefined where there is none. The first one entered, of several. */
export function twinOf(evidence: Evidence, document: EvidenceDocument): EvidenceDocument | undefined {
  const sums = new Set(document.files.map(({ sha256 }) => sha256))
  if (sums.size === 0) return undefined
  return evidence.documents.find(
    ({ id, files }) => id !== document.id && files.some(({ sha256 }) => sums.has(sha256)),
  )
}

/** Fields a document takes over from its twin where it says nothing itself. */
const FILLED = ['number', 'date', 'issuer', 'link'] as const

/**
 * The changes that join one document (`other`) to another (`kept`), and those that undo it. Citations and files move, bytes
 * that both had stay once, empty facts are filled, and confidential wins. Nothing where either is not there.
 */
export function joinTwins(
  evidence: Evidence,
  kept: string,
  other: string,
): { readonly entries: Entry[]; readonly undo: Entry[] } {
  const into = evidence.documents.find(({ id }) => id === kept)
  const from = evidence.documents.find(({ id }) => id === other)
  const entries: Entry[] = []
  const undo: Entry[] = []
  if (!into || !from || into === from) return { entries, undo }
  const set = (target: Entry['target'], field: string, value: Entry['value'], before: Entry['value']) => {
    entries.push({ target, field, value })
    undo.push({ target, field, value: before })
  }
  const document = { kind: 'document', id: kept } as const
  if (from.confidential && !into.confidential) set(document, 'confidential', true, false)
  for (const field of FILLED) if (!into[field] && from[field]) set(document, field, from[field], '')
  const citations = [...[...evidence.citations.values()].flat(), ...evidence.detachedCitations]
  for (const { id, document: cited } of citations) {
    if (cited.id === other) set({ kind: 'citation', id }, 'document', kept, other)
  }
  for (const { id, sha256 } of from.files) {
    const isThere = into.files.some((file) => file.sha256 === sha256)
    if (!isThere) set({ kind: 'file', id }, 'document', kept, other)
  }
  set({ kind: 'document', id: other }, 'removed', true, false)
  return { entries, undo }
}
