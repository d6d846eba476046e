import { DOCUMENT_KINDS } from '../../answers/fields'
import { cleanLine, cleanText, LINE_LIMIT, TEXT_LIMIT } from '../../answers/text'
import type { Citation, EvidenceDocument } from '../../evidence/evidence'
import { formatCount, formatDate } from '../../report/format'
import { z } from '../../schema-setup'

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

const tooLong = (limit: number) => `Terlalu panjang. Singkatkan sampai ${formatCount(limit)} huruf.`
const line = z.string().check(z.overwrite(cleanLine), z.maxLength(LINE_LIMIT, tooLong(LINE_LIMIT)))
const note = z.string().check(z.overwrite(cleanText), z.maxLength(TEXT_LIMIT, tooLong(TEXT_LIMIT)))

/** A document and the place in it, as one form. */
export const citationFormSchema = z.object({
  title: line.check(z.minLength(1, 'Tulis judul dokumen, seperti pada sampulnya.')),
  kind: z.enum(DOCUMENT_KINDS),
  number: line,
  date: z.string().check(
    z.trim(),
    z.refine(
      (date) => date === '' || (DATE.test(date) && formatDate(date) !== ''),
      'Tulis tahun (2023), bulan (2023-05), atau tanggal (2023-05-17) yang ada pada kalender.',
    ),
  ),
  issuer: line,
  confidential: z.boolean(),
  link: line,
  shownAtInterview: z.boolean(),
  label: line,
  pages: line,
  level: z.string(),
  remark: note,
})
export type CitationForm = z.infer<typeof citationFormSchema>

export const DOCUMENT_FIELDS = [
  'title',
  'kind',
  'number',
  'date',
  'issuer',
  'confidential',
  'link',
  'shownAtInterview',
] as const
export const CITATION_FIELDS = ['label', 'pages', 'remark'] as const

/** What the screens call each fact of a document and of a citation. */
export const FACT_WORDS: Readonly<Record<keyof CitationForm | 'removed', string>> = {
  title: 'Judul',
  kind: 'Jenis',
  number: 'Nomor',
  date: 'Tanggal',
  issuer: 'Penerbit',
  confidential: 'Rahasia',
  link: 'Tautan',
  shownAtInterview: 'Ditunjukkan saat interviu',
  label: 'Pasal atau bagian',
  pages: 'Halaman',
  level: 'Tingkat yang dibuktikan',
  remark: 'Keterangan',
  removed: 'Dilepas',
}

/** The form for a citation that exists, for a new one of a known document, or for a new document. */
export function citationFormOf(
  document: EvidenceDocument | undefined,
  citation: Citation | null,
  level: number | null,
): CitationForm {
  const {
    title = '',
    kind = 'perda-perkada',
    number = '',
    date = '',
    issuer = '',
    confidential = false,
    link = '',
    shownAtInterview = false,
  } = document ?? {}
  const claimed = citation ? citation.level : level
  return {
    title,
    kind,
    number,
    date,
    issuer,
    confidential,
    link,
    shownAtInterview,
    label: citation?.label ?? '',
    pages: citation?.pages ?? '',
    level: claimed === null ? '' : String(claimed),
    remark: citation?.remark ?? '',
  }
}
