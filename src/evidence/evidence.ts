import { idsOf, valuesOf, type Present } from '../answers/present'
import type { DocumentKind } from '../answers/fields'

/** A document that proves something, entered once and cited wherever it serves. */
export interface EvidenceDocument {
  readonly id: string
  readonly title: string
  readonly kind: DocumentKind
  readonly number: string
  /** ISO date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where unknown. */
  readonly date: string
  readonly issuer: string
  readonly confidential: boolean
}

/** One document cited under one indicator. */
export interface Citation {
  readonly id: string
  readonly indicator: string
  readonly document: EvidenceDocument
  /** Page or pages, as typed: "14–22". */
  readonly pages: string
  /** Place in the document: "Pasal 5", "Bab III". */
  readonly label: string
  /** The level it proves, where said. */
  readonly level: number | null
  readonly remark: string
}

/** All evidence of an assessment, ready to be read. */
export interface Evidence {
  /** Documents in the order they were entered. */
  readonly documents: readonly EvidenceDocument[]
  /** Citations by indicator id, in the order they were made. */
  readonly citations: ReadonlyMap<string, readonly Citation[]>
  /** Documents that were deleted, and citations that were detached: they can be brought back. */
  readonly removedDocuments: readonly EvidenceDocument[]
  readonly detachedCitations: readonly Citation[]
}

/** Reads documents and citations from the present. A citation of a deleted document waits for its return. */
export function evidenceOf(present: Present): Evidence {
  const documents = new Map<string, EvidenceDocument>()
  const removedDocuments: EvidenceDocument[] = []
  for (const id of idsOf(present, 'document')) {
    const values = valuesOf(present, { kind: 'document', id })
    const document: EvidenceDocument = {
      id,
      title: values.title ?? '',
      kind: values.kind ?? 'lainnya',
      number: values.number ?? '',
      date: values.date ?? '',
      issuer: values.issuer ?? '',
      confidential: values.confidential ?? false,
    }
    if (values.removed) removedDocuments.push(document)
    else documents.set(id, document)
  }
  const citations = new Map<string, Citation[]>()
  const detachedCitations: Citation[] = []
  for (const id of idsOf(present, 'citation')) {
    const values = valuesOf(present, { kind: 'citation', id })
    const document = values.document === undefined ? undefined : documents.get(values.document)
    if (!document || values.indicator === undefined) continue
    const citation: Citation = {
      id,
      indicator: values.indicator,
      document,
      pages: values.pages ?? '',
      label: values.label ?? '',
      level: values.level ?? null,
      remark: values.remark ?? '',
    }
    if (values.removed) detachedCitations.push(citation)
    else citations.set(values.indicator, [...(citations.get(values.indicator) ?? []), citation])
  }
  return { documents: [...documents.values()], citations, removedDocuments, detachedCitations }
}
