import { inScope } from '../answers/assessment'
import { placedIndicators, type PlacedIndicator } from '../instrument/lookup'
import { signerLines } from './closing-papers'
import { documentRows } from './document-rows'
import { reportFileName } from './file-name'
import { formatDate } from './format'
import { indicatorSection, followUpOf } from './indicator-section'
import { hasValue, type ReportInput } from './input'
import { blanksOf, generalAnswersOf, obstacleGroups } from './lists'
import type { ReportModel } from './model'
import { domainSections } from './nodes'
import { summaryOf } from './summary'
import { yearLine } from './year-line'
import { yearRows } from './year-rows'
import { authorOf, BLANK_TEXT, madeAtText, PROVISIONAL, titleOf } from './words'

/** Tells an assessment as a report. Pure; the score must have been computed from the same answers. */
export function buildReport(input: ReportInput): ReportModel {
  const placed = placedIndicators(input.instrument).filter(({ indicator }) =>
    inScope(input.scope, indicator.id),
  )
  const sections = new Map(placed.map((place) => [place.indicator.id, indicatorSection(input, place)]))
  const blanks = blanksOf(input, placed)
  return {
    title: titleOf(input),
    fileName: reportFileName(`Laporan ${input.family} ${input.year} ${input.institution}`, 'pdf'),
    institution: input.institution,
    author: authorOf(input),
    madeAt: input.madeAt,
    provisional: PROVISIONAL,
    cover: coverOf(input, placed),
    summary: summaryOf(input, blanks, [...sections.values()]),
    domains: domainSections(input, sections),
    generalAnswers: generalAnswersOf(input),
    years: yearRows(input.years),
    yearLine: yearLine(input.years.results, input.years.scales),
    blanks,
    documents: documentRows(input, placed),
    obstacles: obstacleGroups(input, placed),
    followUps: placed.flatMap((place) => followUpOf(input, place) ?? []),
    cautions: input.instrument.cautions
      .filter((caution) => !caution.indicator)
      .map((caution) => caution.text),
    signatures: signaturesOf(input),
    stamps: stampsOf(input),
  }
}

function coverOf(input: ReportInput, placed: readonly PlacedIndicator[]): ReportModel['cover'] {
  const answered = placed.filter(({ indicator }) => hasValue(input, indicator.id)).length
  return {
    kicker: input.example ? 'Contoh Laporan Penilaian Mandiri' : 'Laporan Penilaian Mandiri',
    title: input.familyName,
    institution: input.institution,
    year: String(input.year),
    facts: [
      { label: 'Instrumen', text: input.instrument.shortTitle },
      {
        label: 'Keadaan',
        text: `${answered} dari ${placed.length} indikator terjawab, ${madeAtText(input)}`,
      },
      { label: 'Disusun oleh', text: authorOf(input) || BLANK_TEXT },
    ],
    disclaimer: {
      lead: `${PROVISIONAL}.`,
      text: 'Laporan ini hasil penilaian sendiri dan belum diperiksa asesor eksternal.',
    },
  }
}

function signaturesOf(input: ReportInput): ReportModel['signatures'] {
  return {
    place: `${input.institution}, ${formatDate(input.madeAt)}`,
    statement:
      'Kami menyatakan bahwa isian dalam laporan ini disusun menurut keadaan yang sebenarnya dan dapat dibuktikan dengan dokumen yang dirujuk.',
    signers: [
      { role: 'Pelaksana entri data', name: input.person, post: '', nip: '' },
      signerLines(input, 'head'),
      signerLines(input, 'coordinator'),
    ],
  }
}

function stampsOf(input: ReportInput): ReportModel['stamps'] {
  const { instrument } = input
  return [
    { label: 'Instrumen', text: `${instrument.id}, versi ${instrument.version}` },
    { label: 'Sidik instrumen (SHA-256)', text: input.instrumentHash },
    { label: 'Aplikasi', text: `SPBE Mandiri ${input.appVersion}, format ${input.formatVersion}` },
    { label: 'Dibuat', text: madeAtText(input) },
  ]
}
