import type { Answer, AssessmentFacts, DocumentKind, ObstacleKind } from '../../src/answers/fields'
import type { Scope } from '../../src/answers/assessment'
import type { Citation, Evidence, EvidenceDocument } from '../../src/evidence/evidence'
import spbe from '../../src/instrument/data/spbe-2020.json'
import { placedIndicators } from '../../src/instrument/lookup'
import type { Instrument } from '../../src/instrument/schema'
import { buildReport } from '../../src/report/build'
import type { ReportInput } from '../../src/report/input'
import type { ReportModel } from '../../src/report/model'
import { NO_YEARS } from '../../src/report/year-rows'
import { score, scorePart } from '../../src/scoring/score'

export const spbe2020 = spbe as Instrument

export interface FixtureOptions {
  readonly instrument?: Instrument
  readonly scope?: Scope
  /** Ids without an answer. */
  readonly blank?: ReadonlySet<string> | 'all'
  /** Put into answers, by indicator id. */
  readonly answers?: ReadonlyMap<string, Answer>
  readonly institution?: string
  readonly facts?: AssessmentFacts
  /** Texts by id of a general question. */
  readonly generalAnswers?: ReadonlyMap<string, string>
}

/** Indicators left blank in the usual fixture. */
export const BLANK_IDS = ['I25', 'I26', 'I27', 'I30', 'I31']

const SENTENCES = [
  'Kebijakan ditetapkan dengan peraturan kepala daerah dan berlaku bagi seluruh perangkat daerah.',
  'Pelaksanaannya mengacu pada pedoman yang dirujuk dan dicatat dalam laporan berkala setiap triwulan.',
  'Setiap perangkat daerah menunjuk penanggung jawab, menyusun rencana kerja, dan melaporkan hasilnya.',
  'Reviu dilakukan satu kali dalam setahun oleh tim koordinasi bersama unit pengampu dan Inspektorat.',
  'Dengan demikian kriteria tingkat yang diusulkan terpenuhi, sedangkan syarat tingkat berikutnya belum.',
  'Tindak lanjut atas rekomendasi tahun lalu masih berjalan pada sebagian perangkat daerah.',
]
const KINDS: readonly DocumentKind[] = ['perda-perkada', 'sk', 'laporan', 'notula-reviu']
const OBSTACLES: readonly ObstacleKind[] = ['sdm', 'pembiayaan', 'kelembagaan', 'infrastruktur']

/** A note of about 440 characters, different for each indicator. */
export function noteOf(number: number): string {
  const picked = Array.from({ length: 5 }, (_, index) => SENTENCES[(number + index) % SENTENCES.length] ?? '')
  return `Uraian indikator ${number}. ${picked.join(' ')}`.slice(0, 470).replace(/[^.]*$/, '')
}

/** A report as the application would tell it: full answers, two citations each, obstacles and follow-ups. */
export function reportFixture(options: FixtureOptions = {}): ReportModel {
  return buildReport(inputFixture(options))
}

/** What that report is told from. */
export function inputFixture(options: FixtureOptions = {}): ReportInput {
  const instrument = options.instrument ?? spbe2020
  const scope = options.scope ?? 'all'
  const placed = placedIndicators(instrument)
  const blank = options.blank ?? new Set(BLANK_IDS)
  const answers = new Map<string, Answer>()
  const citations = new Map<string, Citation[]>()
  for (const { indicator } of placed) {
    if (blank === 'all' || blank.has(indicator.id)) continue
    const given = answerOf(indicator.number, instrument)
    answers.set(indicator.id, { ...given, ...options.answers?.get(indicator.id) })
    citations.set(indicator.id, citationsOf(indicator.id, indicator.number))
  }
  const values = new Map(
    [...answers].flatMap(([id, { value }]) => (typeof value === 'number' ? [[id, value] as const] : [])),
  )
  return {
    instrument,
    family: 'SPBE',
    familyName: 'Sistem Pemerintahan Berbasis Elektronik',
    instrumentHash: '9f2c41d70be86a35c1f4772e93ab58d0e6b10c49d83f2a67b50ef9147d2c86a3',
    institution: options.institution ?? 'Kabupaten Contoh Mulya',
    year: 2025,
    facts: options.facts ?? {},
    scope,
    example: false,
    unit: 'Dinas Komunikasi dan Informatika',
    person: 'Nama Contoh',
    answers,
    generalAnswers: options.generalAnswers ?? GENERAL_ANSWERS,
    undecided: new Set(),
    evidence: evidenceOf(citations),
    filePages: new Map(),
    years: NO_YEARS,
    values,
    score: score(instrument, values),
    part: scope === 'all' ? null : scorePart(instrument, values, new Set(scope)),
    appVersion: '0.1.0',
    formatVersion: 1,
    madeAt: '2025-06-17T14:32',
  }
}

const GENERAL_ANSWERS: ReadonlyMap<string, string> = new Map([
  ['Q1', 'Layanan perizinan dan layanan kepegawaian.\n\nKeduanya mengurangi waktu pelayanan.'],
])

function answerOf(number: number, instrument: Instrument): Answer {
  const { min, max } = instrument.scale
  const value = Math.min(max, min + ((number * 7) % 4))
  return {
    value,
    subject: number >= 32 ? `Aplikasi Contoh ${number}` : '',
    facts: number % 5 === 0 ? `Ditetapkan pada tanggal ${(number % 27) + 1} Maret 2024.` : '',
    analysis: noteOf(number),
    ...(number % 4 === 1
      ? {
          obstacleKinds: [OBSTACLES[number % 7] ?? 'lainnya'],
          obstacle: 'Pengelola baru ditunjuk pada 12 dari 34 perangkat daerah dan belum dilatih.',
        }
      : {}),
    ...(number % 3 === 0
      ? {
          followUp: 'Menetapkan pedoman bersama dan menyosialisasikannya kepada seluruh perangkat daerah',
          followUpOwner: 'Dinas Komunikasi dan Informatika, Inspektorat',
          followUpDue: '2025-09',
          followUpLevel: Math.min(max, value + 1),
        }
      : {}),
  }
}

function citationsOf(indicator: string, number: number): Citation[] {
  const document = (index: number): EvidenceDocument => ({
    id: `d-${number}-${index}`,
    title:
      index === 0
        ? `Peraturan Bupati Contoh Mulya tentang Pedoman Penyelenggaraan Bidang ${number}`
        : `Laporan Pelaksanaan Kegiatan Bidang ${number}`,
    kind: KINDS[(number + index) % KINDS.length] ?? 'lainnya',
    number: index === 0 ? String(40 + number) : '',
    date: index === 0 ? '2023-05-03' : '2024-11-20',
    issuer: index === 0 ? 'Bupati Contoh Mulya' : 'Dinas Komunikasi dan Informatika',
    confidential: index === 1 && number % 9 === 0,
    link: '',
    shownAtInterview: false,
    files: [],
    removedFiles: [],
  })
  return [0, 1].map((index) => ({
    id: `c-${number}-${index}`,
    indicator,
    document: document(index),
    pages: index === 0 ? '6–9' : '14–22',
    label: index === 0 ? 'Pasal 7–12' : 'Bab III',
    level: null,
    remark: '',
    pdfPages: '',
    file: '',
  }))
}

function evidenceOf(citations: ReadonlyMap<string, readonly Citation[]>): Evidence {
  return {
    documents: [...citations.values()].flat().map((citation) => citation.document),
    citations,
    removedDocuments: [],
    detachedCitations: [],
  }
}
