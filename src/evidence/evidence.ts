import { fieldKey } from '../answers/change'
import { valuesOfKind, type Present } from '../answers/present'
import type { DocumentKind, MediaType } from '../answers/fields'
import { citationOf, documentOf, fileOf, sameList } from './remembered'

/** A file of a document: facts, not bytes. */
export interface EvidenceFile {
  readonly id: string
  /** Of its bytes. */
  readonly sha256: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly mediaType: MediaType
}

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
  /** An address, shown and never called; empty where there is none. */
  readonly link: string
  readonly shownAtInterview: boolean
  /** In the order they were added: the newest version is last. */
  readonly files: readonly EvidenceFile[]
  /** Files that were taken off it: they can be brought back. */
  readonly removedFiles: readonly EvidenceFile[]
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
  /** Pages of the PDF file, counted from 1: "6–9"; empty where nobody looked. */
  readonly pdfPages: string
  /** SHA-256 of the file whose pages these are; empty where nobody looked. */
  readonly file: string
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

/**
 * Reads documents and citations from the present. A citation of a deleted document waits for its return. What says the same
 * as before is the same object as before: views compare by reference, and a pool of thousands is not built anew for one file.
 */
export function evidenceOf(present: Present): Evidence {
  const { kept, taken } = filesByDocument(present)
  const documents = new Map<string, EvidenceDocument>()
  const removedDocuments: EvidenceDocument[] = []
  for (const [id, values] of valuesOfKind(present, 'document')) {
    // One on which two people differ counts as confidential: what has gone out does not come back.
    const confidential =
      values.confidential ?? present.differences.has(fieldKey({ kind: 'document', id }, 'confidential'))
    const document = documentOf(id, values, confidential, kept.get(id) ?? [], taken.get(id) ?? [])
    if (values.removed) removedDocuments.push(document)
    else documents.set(id, document)
  }
  const cited = new Map<string, Citation[]>()
  const detachedCitations: Citation[] = []
  for (const [id, values] of valuesOfKind(present, 'citation')) {
    const document = values.document === undefined ? undefined : documents.get(values.document)
    if (!document || values.indicator === undefined) continue
    const citation = citationOf(id, values, values.indicator, document)
    if (values.removed) detachedCitations.push(citation)
    else addTo(cited, values.indicator, citation)
  }
  const citations = new Map([...cited].map(([indicator, list]) => [indicator, sameList(list)]))
  return { documents: [...documents.values()], citations, removedDocuments, detachedCitations }
}

function filesByDocument(present: Present) {
  const kept = new Map<string, EvidenceFile[]>()
  const taken = new Map<string, EvidenceFile[]>()
  for (const [id, values] of valuesOfKind(present, 'file')) {
    const { document, sha256, removed } = values
    if (document === undefined || sha256 === undefined) continue
    addTo(removed ? taken : kept, document, fileOf(id, sha256, values))
  }
  return { kept, taken }
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** The version of a document that counts: its newest file, if it has any. */
export function newestFile(document: EvidenceDocument): EvidenceFile | undefined {
  return document.files.at(-1)
}

/**
 * Whether the pages of a citation were read from another file than the document's newest: they may have moved. A document's
 * first file asks for nothing.
 */
export function needsPageCheck({ document, file, pages, pdfPages }: Citation): boolean {
  const newest = newestFile(document)
  if (!newest || !(pages || pdfPages)) return false
  return file === '' ? document.files.length > 1 : file !== newest.sha256
}
