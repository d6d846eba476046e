import { newestFile, type Citation, type EvidenceDocument, type EvidenceFile } from './evidence'

/** Said of a confidential document wherever its claim leaves the institution. */
export const SHOWN_AT_INTERVIEW = 'ditunjukkan saat interviu'

/** A document named in full: title, number and year where the title does not already say them. */
export function documentName(document: EvidenceDocument): string {
  const { title, number, date } = document
  const year = date.slice(0, 4)
  const dated = year && !`${title} ${number}`.includes(year) ? ` Tahun ${year}` : ''
  return `${title || 'Dokumen tanpa judul'}${numberPart(title, number)}${dated}`
}

/** " Nomor 12", unless the title says so; people also type the word into the field itself. */
function numberPart(title: string, number: string): string {
  if (!number || hasWord(title, number)) return ''
  return /^no(mor|\.)?\s/i.test(number) ? ` ${number}` : ` Nomor ${number}`
}

/** Whether a word stands in a text by itself: "12" in "Nomor 12", but not in "2012". */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const joined = ENDS_IN_WORD.test(text.slice(0, at)) || BEGINS_IN_WORD.test(text.slice(at + word.length))
    if (!joined) return true
  }
  return false
}

// Built once: a pattern with Unicode classes takes longer to build than to use.
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u
const BEGINS_IN_WORD = /^[\p{L}\p{N}]/u

/** Where in the document: "Pasal 7–12, hlm. 6–9"; empty where nothing is said. */
export function placeOf(citation: Citation): string {
  const pages = citation.pages ? `hlm. ${citation.pages}` : ''
  return [citation.label, pages].filter(Boolean).join(', ')
}

/**
 * The sentence that says where something is proved, always written from the citation as it is now (the ministry's
 * filling rules: name of the document, number, year, article, page, name of the file).
 */
export function referenceOf(citation: Citation, fileName = ''): string {
  const name = documentName(citation.document)
  // Neither place nor remark of a confidential document leaves the institution.
  if (citation.document.confidential) return `${name}, ${SHOWN_AT_INTERVIEW}`
  const parts = [name, placeOf(citation), fileName && `berkas ${fileName}`]
  return parts.filter(Boolean).join(', ') + (citation.remark ? `: ${citation.remark}` : '')
}

/** Letter of a citation by its place in the indicator's list: a … z, aa, ab … */
export function citationLetter(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : citationLetter(Math.floor(index / 26) - 1) + letter
}

/** Digits of a SHA-256 by which a file is told from others on paper and screen. */
const SHORT_HASH = 12

/** The first digits of a SHA-256. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, SHORT_HASH)
}

/** The file that stands for a document outside: its newest; none of a confidential one, of which no detail goes out. */
export function fileToName(document: EvidenceDocument): EvidenceFile | undefined {
  return document.confidential ? undefined : newestFile(document)
}
