import type { Evidence } from '../evidence/evidence'

export interface EvidenceCounts {
  readonly documents: number
  readonly citations: number
}

/** How many documents and citations there are now, as a manifest counts them. */
export function countEvidence({ documents, citations }: Evidence): EvidenceCounts {
  return { documents: documents.length, citations: [...citations.values()].flat().length }
}
