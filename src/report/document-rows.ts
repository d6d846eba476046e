import type { Citation, EvidenceDocument } from '../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../evidence/labels'
import { documentName, fileToName, shortHash, SHOWN_AT_INTERVIEW } from '../evidence/reference'
import type { PlacedIndicator } from '../instrument/lookup'
import { formatBytes, formatCount, formatDate } from './format'
import type { ReportInput } from './input'
import type { DocumentRow } from './model'

/** How a report names a document: a confidential one says so. */
export function reportedName(document: EvidenceDocument): string {
  return documentName(document) + (document.confidential ? ' (rahasia)' : '')
}

/** "SK · 3 Mei 2023 · Wali Kota" */
export function reportedDetails({ kind, date, issuer }: EvidenceDocument): string {
  return [DOCUMENT_KIND_LABELS[kind], formatDate(date), issuer].filter(Boolean).join(' · ')
}

/** Every document the placed indicators cite, once, in the order of the first citation. */
export function documentRows(input: ReportInput, placed: readonly PlacedIndicator[]): DocumentRow[] {
  const cited = new Map<string, { document: EvidenceDocument; numbers: Set<number> }>()
  for (const { indicator } of placed) {
    const citations: readonly Citation[] = input.evidence.citations.get(indicator.id) ?? []
    for (const { document } of citations) {
      const known = cited.get(document.id) ?? { document, numbers: new Set() }
      known.numbers.add(indicator.number)
      cited.set(document.id, known)
    }
  }
  return [...cited.values()].map(({ document, numbers }) => ({
    name: reportedName(document),
    details: reportedDetails(document),
    ...fileOf(input, document),
    citedBy: [...numbers],
  }))
}

function fileOf({ filePages }: ReportInput, document: EvidenceDocument) {
  const file = fileToName(document)
  if (!file) return { file: withoutFile(document), size: '', hash: '' }
  const pages = filePages.get(file.sha256)
  const size = [formatBytes(file.size), pages ? `${formatCount(pages)} halaman` : '']
    .filter(Boolean)
    .join(', ')
  return { file: file.name, size, hash: shortHash(file.sha256) }
}

function withoutFile({ confidential, shownAtInterview, link }: EvidenceDocument): string {
  if (confidential || shownAtInterview) return SHOWN_AT_INTERVIEW
  return link || '–'
}
