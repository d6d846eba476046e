import type { Evidence } from '../evidence/evidence'

export interface EvidenceCounts {
  readonly documents: number
  readonly citations: number
}

/**
 * How many documents and citations there are now, as a manifest counts them. Parcels of years ago are held to it: count
 * otherwise only with another `PARCEL_VERSION`.
 */
export function countEvidence({ documents, citations }: Evidence): EvidenceCounts {
  return { documents: documents.length, citations: [...citations.values()].flat().length }
}
