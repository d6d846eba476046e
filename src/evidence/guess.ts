import type { DocumentKind } from '../answers/fields'
import { LINE_LIMIT } from '../answers/text'
import { stemOf } from './file-name'

/** What a document may be, read off its file: proposed to a person, never taken by itself. */
export interface Guess {
  readonly title?: string
  readonly number?: string
  /** ISO date, `YYYY` or `YYYY-MM-DD`. */
  readonly date?: string
  readonly kind?: DocumentKind
}

/** Signs of a kind in a name or on a first page; the first that fits counts. */
const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['draf', /\b(draft?|rancangan)\b/],
  ['tangkapan-layar', /\b(tangkapan layar|screen ?shot|screenshot)\b/],
  ['notula-reviu', /\b(laporan|notula|berita acara)\b.*\b(reviu|review|evaluasi)\b/],
  ['undangan-notula', /\b(undangan|notul[ae]n?|daftar hadir)\b/],
  ['perda-perkada', /\b(perda|perbup|perwali|perwal|pergub|peraturan (daerah|bupati|wali ?kota|gubernur))\b/],
  ['sk', /\b(sk|keputusan)\b/],
  ['se', /\b(se|surat edaran)\b/],
  ['sop-pedoman', /\b(sop|pedoman|juknis|petunjuk teknis|standar operasional)\b/],
  ['rencana-arsitektur', /\b(peta rencana|rencana|renstra|renja|arsitektur|roadmap)\b/],
  ['api-perjanjian', /\b(api|perjanjian|pks|mou|nota kesepahaman)\b/],
  ['manual', /\b(manual|panduan|buku petunjuk)\b/],
  ['laporan', /\blaporan\b/],
]

const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
)

/** Proposals from a file's name and the text of its first page (empty where there is none). */
export function guessFacts(fileName: string, firstText: string): Guess {
  const words = stemOf(fileName).replace(/[_+]+/g, ' ').replace(/\s+/g, ' ').trim()
  const page = firstText.replace(/[ \t]+/g, ' ')
  const title = titleIn(page) ?? (/\p{L}{3}/u.test(words) ? words : undefined)
  const number = numberIn(page) ?? numberIn(words)
  const date = dateIn(page) ?? dateIn(words) ?? yearIn(`${words} ${number ?? ''}`)
  const kind = kindIn(words) ?? kindIn(page.slice(0, 600))
  return {
    ...(title ? { title: title.slice(0, LINE_LIMIT) } : {}),
    ...(number ? { number } : {}),
    ...(date ? { date } : {}),
    ...(kind ? { kind } : {}),
  }
}

/** "PERATURAN BUPATI … NOMOR 12 TAHUN 2023 TENTANG X": the first line by which it names itself, and what it is about. */
function titleIn(page: string): string | undefined {
  const [, name, about] =
    /^ ?((?:peraturan|keputusan|surat edaran|instruksi)\b[^\n]{0,120})\n(?:[^\n]{0,120}\n){0,4}? ?tentang ?\n? ?([^\n]{3,160})/im.exec(
      page,
    ) ?? []
  if (!name || !about) return undefined
  return `${withoutNumber(name)} tentang ${about.trim()}`
}

function withoutNumber(line: string): string {
  return line.replace(/ nomor\b.*$/i, '').trim()
}

function numberIn(text: string): string | undefined {
  const [, number] = /\b(?:nomor|no\.) ?:? ?([0-9a-z][0-9a-z./-]{0,59}(?: tahun \d{4})?)/i.exec(text) ?? []
  const bare = number?.replace(/ tahun \d{4}$/i, '').replace(/[.-]+$/, '')
  return bare && /\d/.test(bare) ? bare : undefined
}

/** The last day written out on a page is mostly the one of the signature; in a name there is only one. */
function dateIn(text: string): string | undefined {
  const days = [...text.matchAll(/\b(\d{1,2})[ -]([a-z]{3,9})[ -]((?:19|20)\d{2})\b/gi)].flatMap(
    ([, day, word, year]) => {
      const month = MONTHS.indexOf((word ?? '').toLowerCase()) + 1
      return month > 0 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), month)
        ? [`${year}-${two(month)}-${two(Number(day))}`]
        : []
    },
  )
  return days.at(-1)
}

function yearIn(text: string): string | undefined {
  return [...text.matchAll(/(?:^|[^\d])((?:19|20)\d{2})(?=[^\d]|$)/g)].map(([, year]) => year).at(-1)
}

function kindIn(text: string): DocumentKind | undefined {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  return KINDS.find(([, sign]) => sign.test(words))?.[0]
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
