import type { Citation, EvidenceDocument } from './evidence'

/** Said of a confidential document wherever its claim leaves the institution. */
export const SHOWN_AT_INTERVIEW = 'ditunjukkan saat interviu'

/** A document named in full: title, number and year where the title does not already say them. */
export function documentName(document: EvidenceDocument): string {
  const year = document.date.slice(0, 4)
  const number =
    document.number && !document.title.includes(document.number) ? ` Nomor ${document.number}` : ''
  const dated = year && !`${document.title} ${document.number}`.includes(year) ? ` Tahun ${year}` : ''
  return `${document.title || 'Dokumen tanpa judul'}${number}${dated}`
}

/** Where in the document: "Pasal 7–12, hlm. 6–9"; empty where nothing is said. */
export function placeOf(citation: Citation): string {
  const pages = citation.pages ? `hlm. ${citation.pages}` : ''
  return [citation.label, pages].filter(Boolean).join(', ')
}

/**
 * The reference sentence that FAKTA is made of, always written from the citation as it is now (the ministry's
 * filling rules: name of the document, number, year, article, page).
 */
export function referenceOf(citation: Citation): string {
  const parts = [documentName(citation.document), placeOf(citation)]
  if (citation.document.confidential) parts.push(SHOWN_AT_INTERVIEW)
  return parts.filter(Boolean).join(', ') + (citation.remark ? `: ${citation.remark}` : '')
}

/** Letter of a citation by its place in the indicator's list: a … z, aa, ab … */
export function citationLetter(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : citationLetter(Math.floor(index / 26) - 1) + letter
}
