import type { Change, ChangeValue } from '../../src/answers/change'
import { presentOf, valuesOf } from '../../src/answers/present'
import { inScope, type Scope } from '../../src/answers/assessment'
import { evidenceOf } from '../../src/evidence/evidence'
import type { Instrument } from '../../src/instrument/schema'
import type { ReportInput } from '../../src/report/input'
import type { YearsTold } from '../../src/report/year-rows'
import { score, scorePart, type Score } from '../../src/scoring/score'
import {
  ASSESSMENT,
  changeOf,
  changesOf,
  citationTarget,
  documentTarget,
  indicatorTarget,
  questionTarget,
} from './changes'
import { partKeysOf, placedIndicators, valueKeys } from '../../src/instrument/lookup'
import { wholeAnswer } from '../../src/answers/whole'
import { spbe2020 } from './spbe-2020'

/**
 * A whole worked assessment as it would be kept: 47 answers in several hands, with everything an answer can hold.
 * Written out of small tables, so that each number of the report can be followed back by hand.
 */

/** One level per indicator, in order: domains 1, 2, 3 and 4, aspects apart. */
const LEVELS = ['3323322321', '3332 2332 33', '22112212 121', '4434433343 434443'].join('').replace(/ /g, '')

type Fields = Readonly<Record<string, ChangeValue>>

const DOCUMENTS: readonly (readonly [id: string, fields: Fields])[] = [
  [
    'perbup',
    {
      title: 'Peraturan Bupati Contoh tentang Penyelenggaraan SPBE',
      kind: 'perda-perkada',
      number: '12',
      date: '2021-05-03',
      issuer: 'Bupati Contoh',
    },
  ],
  [
    'tim',
    {
      title: 'Keputusan Bupati Contoh tentang Tim Koordinasi SPBE',
      kind: 'sk',
      number: '188.45/12/HK/2023',
      date: '2023-02-01',
      issuer: 'Bupati Contoh',
    },
  ],
  ['peta-rencana', { title: 'Peta Rencana SPBE 2021–2026', kind: 'rencana-arsitektur', date: '2021' }],
  [
    'audit',
    {
      title: 'Laporan uji keamanan aplikasi',
      kind: 'laporan',
      date: '2024-11',
      issuer: 'Inspektorat Contoh',
      confidential: true,
    },
  ],
  ['reviu', { title: 'Notula rapat reviu SPBE', kind: 'notula-reviu', date: '2024-08-19' }],
  ['layar', { title: 'Tangkapan layar layanan', kind: 'tangkapan-layar' }],
  ['lama', { title: 'Draf yang sudah tidak dipakai', kind: 'draf', date: '2020' }],
]

/** SHA-256 of the decree's file, whose pages were counted. */
export const PERBUP_FILE = 'cd'.repeat(32)

const FILES: readonly (readonly [id: string, fields: Fields])[] = [
  [
    'berkas-perbup',
    {
      document: 'perbup',
      sha256: PERBUP_FILE,
      name: 'Perbup-12-2021.pdf',
      size: 1_400_000,
      mediaType: 'pdf',
    },
  ],
  [
    'berkas-reviu',
    { document: 'reviu', sha256: '12'.repeat(32), name: 'Notula.docx', size: 48_000, mediaType: 'docx' },
  ],
  [
    'berkas-audit',
    {
      document: 'audit',
      sha256: 'ef'.repeat(32),
      name: 'Laporan-uji-keamanan.pdf',
      size: 2_000_000,
      mediaType: 'pdf',
    },
  ],
]

/** The documents an indicator cites, by the aspect it stands in. */
const CITED: Readonly<Record<string, readonly string[]>> = {
  A1: ['perbup'],
  A2: ['peta-rencana', 'perbup'],
  A3: ['peta-rencana'],
  A4: ['tim', 'perbup', 'reviu'],
  A5: ['perbup', 'reviu'],
  A6: ['audit'],
  A7: ['layar'],
  A8: ['layar', 'perbup'],
}

const OBSTACLES = ['kelembagaan', 'infrastruktur', 'sdm', 'pembiayaan', 'lainnya'] as const

function answerFields(id: string, number: number, level: number): Fields {
  const service = number >= 32
  return {
    value: level,
    ...(service && number !== 47 ? { subject: `Aplikasi Contoh ${number}` } : {}),
    ...(number % 4 === 0 ? { facts: `Berlaku pada ${number} unit kerja.\nDiperbarui setiap tahun.` } : {}),
    ...(number % 9 === 0 ? {} : { analysis: `Tingkat ${level} terpenuhi; tingkat ${level + 1} belum.` }),
    ...(number % 10 === 0 ? { justification: 'Sesuai bukti yang dirujuk.' } : {}),
    ...(number % 6 === 0
      ? {
          obstacleKinds: [OBSTACLES[(number / 6) % OBSTACLES.length] ?? 'lainnya', 'sdm'].filter(firstOnly),
          obstacle: `Kendala pada ${id}.`,
        }
      : {}),
    ...(number % 7 === 0
      ? {
          followUp: `Menaikkan ${id} ke tingkat berikutnya.`,
          followUpOwner: 'Dinas Contoh',
          followUpDue: '2025-12',
          followUpLevel: level + 1,
        }
      : {}),
  }
}

function firstOnly(name: string, at: number, names: readonly string[]): boolean {
  return names.indexOf(name) === at
}

function citationChanges(id: string, aspect: string, number: number, level: number): Change[] {
  if (level === spbe2020.scale.min) return []
  return (CITED[aspect] ?? []).flatMap((document, at) =>
    changesOf(citationTarget(`${id}-${document}`), {
      indicator: id,
      document,
      pages: `${number}–${number + 2}`,
      ...(at === 0 ? { label: `Pasal ${number}`, level } : { remark: 'pendukung' }),
    }),
  )
}

/** All changes of the worked assessment, the corrections last. */
export const fullAssessment: readonly Change[] = [
  ...changesOf(ASSESSMENT, {
    institutionKind: 'kabupaten',
    institutionName: 'Kabupaten Contoh',
    year: 2025,
  }),
  ...DOCUMENTS.flatMap(([id, fields]) => changesOf(documentTarget(id), fields)),
  ...FILES.flatMap(([id, fields]) => changesOf({ kind: 'file', id }, fields)),
  ...placedIndicators(spbe2020).flatMap(({ indicator: { id, number }, aspect }, at) => {
    const level = Number(LEVELS[at])
    return [
      ...changesOf(indicatorTarget(id), answerFields(id, number, level)),
      ...citationChanges(id, aspect.id, number, level),
    ]
  }),
  // A level corrected, an analysis written again, two people of one mind, and text that looks like markup.
  changeOf('I01-second', indicatorTarget('I01'), 'value', 4, ['I01-value']),
  changeOf('I02-second', indicatorTarget('I02'), 'analysis', 'Ditulis ulang: "lengkap" & <b>berlaku</b>.', [
    'I02-analysis',
  ]),
  changeOf('I03-other', indicatorTarget('I03'), 'value', 2),
  changeOf('I05-facts', indicatorTarget('I05'), 'facts', '<script>alert(1)</script> javascript:alert(1)'),
  // An obstacle without a kind, a follow-up without a date, a document and a citation taken away again.
  changeOf('I08-obstacle', indicatorTarget('I08'), 'obstacle', 'Belum ada jenisnya.'),
  changeOf('I09-followUp', indicatorTarget('I09'), 'followUp', 'Menyusun pedoman audit.'),
  ...changesOf(citationTarget('I04-lama'), { indicator: 'I04', document: 'lama', pages: '1' }),
  changeOf('lama-removed', documentTarget('lama'), 'removed', true),
  ...changesOf(citationTarget('I06-salah'), { indicator: 'I06', document: 'perbup', pages: '99' }),
  changeOf('I06-salah-removed', citationTarget('I06-salah'), 'removed', true),
  // Two of the general questions.
  ...changesOf(questionTarget('Q1'), { answer: 'Layanan perizinan.\nLayanan kepegawaian.' }),
  ...changesOf(questionTarget('Q3'), { answer: 'Perizinan, kepegawaian, dan keuangan.' }),
]

/** The input of a report made of some changes, joined as the app joins it. */
export function reportInputOf(
  changes: readonly Change[],
  {
    scope = 'all',
    example = false,
    instrument = spbe2020,
  }: { readonly scope?: Scope; readonly example?: boolean; readonly instrument?: Instrument } = {},
): ReportInput {
  const present = presentOf(changes)
  const facts = valuesOf(present, { kind: 'assessment' })
  const indicators = placedIndicators(instrument).map(({ indicator }) => indicator)
  const partKeys = partKeysOf(instrument)
  const answers = new Map(indicators.map(({ id }) => [id, wholeAnswer(present, id, partKeys.get(id))]))
  const inside = indicators.map(({ id }) => id).filter((id) => inScope(scope, id))
  const values = new Map(
    indicators
      .filter(({ id }) => inside.includes(id))
      .flatMap(valueKeys)
      .flatMap((key) => {
        const { value } = valuesOf(present, indicatorTarget(key))
        return typeof value === 'number' ? [[key, value] as const] : []
      }),
  )
  return {
    instrument,
    family: 'SPBE',
    familyName: 'Sistem Pemerintahan Berbasis Elektronik',
    instrumentHash: 'ab'.repeat(32),
    institution: facts.institutionName ?? '',
    year: facts.year ?? 2025,
    facts,
    scope,
    example,
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    answers,
    generalAnswers: new Map(
      (instrument.generalQuestions ?? []).map(({ id }) => [
        id,
        valuesOf(present, questionTarget(id)).answer ?? '',
      ]),
    ),
    undecided: new Set(inside.filter((id) => present.differences.has(`indicator:${id}/value`))),
    evidence: evidenceOf(present),
    filePages: new Map([[PERBUP_FILE, 46]]),
    years: yearsOf(instrument, score(instrument, values), facts.year ?? 2025),
    values,
    score: score(instrument, values),
    part: scope === 'all' ? null : scorePart(instrument, values, new Set(inside)),
    appVersion: '0.1.0',
    formatVersion: 1,
    madeAt: '2025-06-02T08:05',
  }
}

/** Two years typed before this one, the first of them with another instrument. */
function yearsOf(
  { id, shortTitle, scale }: Instrument,
  { index, answered, total }: Score,
  year: number,
): YearsTold {
  const known = { nodes: new Map<string, number>(), note: '' }
  const typed = { ...known, origin: 'typed', complete: true } as const
  const here = { ...known, origin: 'here', complete: answered === total } as const
  return {
    results: [
      {
        ...typed,
        key: 'y1',
        year: 2020,
        instrument: 'evaluasi-lama',
        index: 2.1,
        note: 'Laporan evaluasi 2020',
      },
      { ...typed, key: 'y2', year: year - 1, instrument: id, index: 2.4 },
      { ...here, key: 'y3', year, instrument: id, index: index.rounded },
    ],
    undecided: [],
    titles: new Map([
      ['evaluasi-lama', 'Evaluasi lama'],
      [id, shortTitle],
    ]),
    scales: new Map([
      ['evaluasi-lama', { min: 0, max: 5 }],
      [id, scale],
    ]),
  }
}
