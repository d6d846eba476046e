import { CLOSING_LABELS, signerRole } from '../answers/labels'
import { SIGNERS, type AssessmentFacts, type ClosingField, type Signer } from '../answers/fields'
import { placedIndicators } from '../instrument/lookup'
import { inScope } from '../answers/assessment'
import { reportFileName } from './file-name'
import { formatDate, formatNumber } from './format'
import type { ReportInput } from './input'
import { blanksOf } from './lists'
import type { Fact, NodeRow, SignerLines } from './model'
import { aspectRows, domainRows } from './nodes'
import { summaryOf } from './summary'
import { authorOf, numbersOf, PROVISIONAL, titleOf } from './words'

/** `record`: Berita Acara Penilaian Mandiri; `consent`: Pernyataan Persetujuan Publikasi. */
export const PAPER_KINDS = ['record', 'consent'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const PAPER_TITLES: Readonly<Record<PaperKind, string>> = {
  record: 'Berita Acara Penilaian Mandiri',
  consent: 'Pernyataan Persetujuan Publikasi',
}

/** A paper that closes the self-assessment, in the order it is read; it is signed by hand. */
export interface PaperModel {
  readonly title: string
  readonly fileName: string
  readonly institution: string
  readonly author: string
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
  readonly provisional: string
  readonly heading: string
  /** Under the heading: of which assessment. */
  readonly subject: string
  /** Empty where it is to be written by hand. */
  readonly number: string
  readonly blocks: readonly PaperBlock[]
  /** "Kota Contoh, 17 Juni 2025", with lines for what is not known. */
  readonly placeAndDate: string
  readonly signers: readonly SignerLines[]
}

export type PaperBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A fact without text gets a line to write on. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'clauses'; readonly clauses: readonly string[] }
  /** Domains, or aspects where there is but one domain. */
  | { readonly kind: 'values'; readonly head: string; readonly rows: readonly NodeRow[] }

/** Stands in a sentence where something is to be written by hand. */
const LINE = '_'.repeat(24)

/** What each paper asks for; without it the paper has lines to write on. The NIP is never asked for. */
const WANTED: Readonly<Record<PaperKind, readonly ClosingField[]>> = {
  record: [
    'recordNumber',
    'closingPlace',
    'closingDate',
    'headName',
    'headPost',
    'coordinatorName',
    'coordinatorPost',
    'leadAssessorName',
    'leadAssessorPost',
  ],
  consent: ['consentNumber', 'closingPlace', 'closingDate', 'headName', 'headPost'],
}

/** What a paper will have a line for, in words, as the facts are now: "nama koordinator". */
export function missingInPaper(kind: PaperKind, facts: AssessmentFacts): string[] {
  return WANTED[kind].filter((field) => !facts[field]).map((field) => CLOSING_LABELS[field].toLowerCase())
}

/** Writes a closing paper. Pure; the score must have been computed from the same answers. */
export function buildPaper(input: ReportInput, kind: PaperKind): PaperModel {
  const { family, familyName, year, institution, facts, example } = input
  return {
    title: titleOf(input),
    fileName: reportFileName(`${PAPER_TITLES[kind]} ${family} ${year} ${institution}`, 'pdf'),
    institution,
    author: authorOf(input),
    madeAt: input.madeAt,
    provisional: PROVISIONAL,
    heading: example ? `Contoh ${PAPER_TITLES[kind]}` : PAPER_TITLES[kind],
    subject: `${familyName} tahun ${year}, ${institution}`,
    number: (kind === 'record' ? facts.recordNumber : facts.consentNumber) ?? '',
    blocks: kind === 'record' ? recordBlocks(input) : consentBlocks(input),
    placeAndDate: `${facts.closingPlace || LINE}, ${formatDate(facts.closingDate ?? '') || LINE}`,
    signers: (kind === 'record' ? SIGNERS : (['head'] as const)).map((signer) => signerLines(input, signer)),
  }
}

/** Who signs in a role, as far as it is known. */
export function signerLines({ facts, family }: ReportInput, signer: Signer): SignerLines {
  return {
    role: signerRole(signer, family),
    name: facts[`${signer}Name`] ?? '',
    post: facts[`${signer}Post`] ?? '',
    nip: facts[`${signer}Nip`] ?? '',
  }
}

function recordBlocks(input: ReportInput): PaperBlock[] {
  const { family, year, institution, facts } = input
  const date = formatDate(facts.closingDate ?? '') || LINE
  return [
    {
      kind: 'paragraph',
      text: `Pada tanggal ${date}, bertempat di ${facts.closingPlace || LINE}, kami yang bertanda tangan di bawah ini telah menyelesaikan penilaian mandiri ${family} tahun ${year} pada ${institution} dengan hasil sebagai berikut.`,
    },
    ...resultBlocks(input),
    {
      kind: 'clauses',
      clauses: [
        'Nilai di atas dihitung dari isian kami sendiri. Nilai itu sementara, bukan nilai resmi, dan dapat berubah setelah diperiksa asesor eksternal.',
        blanksClause(input),
        'Tingkat yang kami usulkan dapat dibuktikan dengan dokumen yang dirujuk dalam laporan penilaian mandiri.',
      ],
    },
    {
      kind: 'paragraph',
      text: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    },
  ]
}

function consentBlocks(input: ReportInput): PaperBlock[] {
  const { family, year, institution, facts } = input
  return [
    { kind: 'paragraph', text: 'Yang bertanda tangan di bawah ini:' },
    {
      kind: 'facts',
      facts: [
        { label: 'Nama', text: facts.headName ?? '' },
        { label: 'NIP', text: facts.headNip ?? '' },
        { label: 'Jabatan', text: facts.headPost ?? '' },
        { label: 'Instansi', text: institution },
      ],
    },
    {
      kind: 'paragraph',
      text: `selaku penanggung jawab penilaian mandiri ${family} tahun ${year} menyatakan bahwa:`,
    },
    {
      kind: 'clauses',
      clauses: [
        'isian dan nilai penilaian mandiri di bawah ini sudah kami periksa dan kami setujui untuk disampaikan kepada asesor;',
        'kami setuju hasil akhir evaluasi dipublikasikan kepada masyarakat setelah ditetapkan oleh kementerian;',
        'nilai di bawah ini sementara dan tidak dipublikasikan sebagai nilai resmi;',
        'persetujuan ini tidak mencakup dokumen rahasia, yang hanya ditunjukkan saat interviu.',
      ],
    },
    ...resultBlocks(input),
    { kind: 'paragraph', text: 'Demikian pernyataan ini dibuat dengan sebenarnya.' },
  ]
}

/** Index or mean with its predicate, and the values of the domains, as the report has them. */
function resultBlocks(input: ReportInput): PaperBlock[] {
  const { instrument, score, part } = input
  const { indexLabel, index, predicate } = summaryOf(input, blanks(input), [])
  const { answered, total } = part ?? score
  const domains = domainRows(input)
  const values =
    domains.length > 1 ? { head: 'Domain', rows: domains } : { head: 'Aspek', rows: aspectRows(input) }
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'Instrumen', text: instrument.shortTitle },
        { label: 'Indikator terjawab', text: `${answered} dari ${total}` },
        { label: indexLabel, text: index.text },
        ...(predicate ? [{ label: 'Predikat sementara', text: predicate.lead + predicate.text }] : []),
      ],
    },
    { kind: 'values', ...values },
  ]
}

function blanksClause(input: ReportInput): string {
  const missing = blanks(input)
  if (missing.length === 0) return 'Semua indikator yang kami nilai sudah terjawab.'
  const counted = (input.part ?? input.score).answered > 0
  const lowest = counted ? ` dan dihitung tingkat ${formatNumber(input.instrument.scale.min)}` : ''
  return `${missing.length} indikator belum terjawab${lowest}: nomor ${numbersOf(missing)}.`
}

function blanks(input: ReportInput) {
  const placed = placedIndicators(input.instrument)
  return blanksOf(
    input,
    placed.filter(({ indicator }) => inScope(input.scope, indicator.id)),
  )
}
