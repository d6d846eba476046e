import type { Evidence, EvidenceDocument } from './evidence'
import type { Entry } from './take-in'

type Sharing = ReadonlyMap<string, ReadonlySet<EvidenceDocument>>

/** Documents by the SHA-256 of a file they share with others, in the order they were entered. */
const knownSharing = new WeakMap<Evidence, Sharing>()

/** Another document with a file of the same bytes; undefined where there is none. The first one entered, of several. */
export function twinOf(evidence: Evidence, document: EvidenceDocument): EvidenceDocument | undefined {
  const sharing = knownSharing.get(evidence) ?? sharingIn(evidence)
  const twins = new Set(document.files.flatMap(({ sha256 }) => [...(sharing.get(sha256) ?? [])]))
  if (twins.size === 0) return undefined
  return evidence.documents.find((other) => other.id !== document.id && twins.has(other))
}

function sharingIn(evidence: Evidence): Sharing {
  const holders = new Map<string, Set<EvidenceDocument>>()
  for (const document of evidence.documents) {
    for (const { sha256 } of document.files) {
      const known = holders.get(sha256)
      if (known) known.add(document)
      else holders.set(sha256, new Set([document]))
    }
  }
  const sharing = new Map([...holders].filter(([, documents]) => documents.size > 1))
  knownSharing.set(evidence, sharing)
  return sharing
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
