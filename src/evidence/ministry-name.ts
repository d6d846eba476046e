import type { Citation, EvidenceDocument, EvidenceFile } from './evidence'
import { extensionOf as extensionInName } from './file-name'
import { extensionOf } from './media-extension'
import { dangerInName } from './media-type'
import { citationLetter, fileToName, referenceOf } from './reference'

/** Longest name, extension included: what the ministry's form keeps of it. In characters. */
export const MINISTRY_NAME_LIMIT = 60
/** Of which number and year take at most so many. */
const MARKS_LIMIT = 24

/** Official forms and terms as people shorten them in names of files; the longer ones first. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bsistem pemerintahan berbasis elektronik\b/gi, 'SPBE'],
  [/\bteknologi informasi dan komunikasi\b/gi, 'TIK'],
  [/\bstandar operasional prosedur\b/gi, 'SOP'],
  [/\bperaturan wali ?kota\b/gi, 'Perwal'],
  [/\bperaturan bupati\b/gi, 'Perbup'],
  [/\bperaturan gubernur\b/gi, 'Pergub'],
  [/\bperaturan kepala daerah\b/gi, 'Perkada'],
  [/\bperaturan daerah\b/gi, 'Perda'],
  [/\bperaturan menteri\b/gi, 'Permen'],
  [/\bperaturan presiden\b/gi, 'Perpres'],
  [/\bperaturan pemerintah\b/gi, 'PP'],
  [/\b(surat )?keputusan\b/gi, 'SK'],
  [/\bsurat edaran\b/gi, 'SE'],
  [/\bnotula rapat\b/gi, 'Notula'],
]

/** Letters, digits and hyphens alone: what every system and form takes. Empty where nothing is left. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** Plain words cut between two of them, at most `room` long; through a word only where the first is longer. */
export function cutWords(plain: string, room: number): string {
  if (room <= 0) return ''
  if (plain.length <= room) return plain
  const whole = plain.slice(0, room + 1).replace(/-[^-]*$/, '')
  return (whole.length <= room ? whole : plain.slice(0, room)).replace(/-+$/, '')
}

/**
 * What the file of each citation of an indicator is called in the ministry's form, "1.a.Perwal-12-2022-Arsitektur-SPBE.pdf":
 * the indicator's number, the letter of the citation, the document. A file cited twice keeps its first letter. Undefined
 * where a citation has no file to give: none there, or of a confidential document. The letters make names differ however
 * they are cut, in small letters too.
 */
export function ministryFileNames(number: number, citations: readonly Citation[]): (string | undefined)[] {
  const named = new Map<string, string>()
  return citations.map(({ document }, index) => {
    const file = fileToName(document)
    if (!file) return undefined
    const name = named.get(file.sha256) ?? nameOf(`${number}.${citationLetter(index)}.`, document, file)
    named.set(file.sha256, name)
    return name
  })
}

/** The references that FAKTA begins with, each with the name its file has in the ministry's form. */
export function factReferences(number: number, citations: readonly Citation[]): string[] {
  const names = ministryFileNames(number, citations)
  return citations.map((citation, index) => referenceOf(citation, names[index]))
}

function nameOf(prefix: string, document: EvidenceDocument, file: EvidenceFile): string {
  const ending = `.${endingOf(file)}`
  return prefix + stemOf(document, MINISTRY_NAME_LIMIT - prefix.length - ending.length) + ending
}

/** "Perwal-12-2022-Arsitektur-SPBE": the form, number and year, then the subject, of which most may be cut. */
function stemOf(document: EvidenceDocument, room: number): string {
  const short = SHORT_FORMS.reduce((text, [long, form]) => text.replace(long, form), document.title)
  const [form = '', ...subject] = short.replace(/\b(nomor|no\.?|tahun)\s+(?=\d)/gi, '').split(/\btentang\b/i)
  const front = plainWords(form)
  const marks = marksOf(document, front)
  const begun = joined(cutWords(front, marks ? room - marks.length - 1 : room), marks)
  const all = joined(begun, cutWords(plainWords(subject.join(' ')), room - begun.length - 1))
  return all || cutWords('Dokumen', room)
}

/** Number and year, as far as what goes before does not say them. */
function marksOf({ number, date }: EvidenceDocument, front: string): string {
  const bare = plainWords(number.replace(/\b(nomor|no\.?|tahun)\s+/gi, ''))
  const own = hasWords(front, bare) ? '' : cutWords(bare, MARKS_LIMIT - 5)
  const year = date.slice(0, 4)
  return joined(own, hasWords(joined(front, own), year) ? '' : year)
}

function hasWords(plain: string, words: string): boolean {
  return `-${plain}-`.includes(`-${words}-`)
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('-')
}

/** By the content; what nobody knows keeps the end of its name, unless a computer would run it. */
function endingOf({ name, mediaType }: EvidenceFile): string {
  if (mediaType !== 'lainnya') return extensionOf(mediaType)
  const own = extensionInName(name)
  return /^[a-z0-9]{1,10}$/.test(own) && !dangerInName(`berkas.${own}`) ? own : extensionOf(mediaType)
}
