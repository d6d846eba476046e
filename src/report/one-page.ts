import { inScope } from '../answers/assessment'
import { placedIndicators, weightPercent } from '../instrument/lookup'
import { byHeldBack, strengthsOf, weaknessesOf, type Rated } from '../scoring/strengths'
import { reportFileName } from './file-name'
import { formatLevel, formatNumber, formatPercent } from './format'
import type { ReportInput } from './input'
import { blanksOf } from './lists'
import type { LeadSentence, Summary } from './model'
import { summaryOf } from './summary'
import { levelTone } from './tone'
import { yearLine, type YearLine } from './year-line'
import { authorOf, madeAtText, numbersOf, PROVISIONAL, titleOf } from './words'

/** How many strengths and how many weaknesses the head of the institution is told. */
const MOST = 3

/** The assessment on one page for the head of the institution, in words and formatted numbers. */
export interface OnePageModel {
  readonly title: string
  readonly fileName: string
  readonly institution: string
  readonly author: string
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
  readonly provisional: string
  readonly heading: string
  /** Under the heading: state and time. */
  readonly state: string
  /** As in the report, without what is to be decided. */
  readonly summary: Summary
  /** The line of years; null where fewer than two indices are known. */
  readonly yearLine: YearLine | null
  readonly strengths: RatedList
  readonly weaknesses: RatedList
  /** How many indicators are blank, and which. */
  readonly blanks: LeadSentence
}

export interface RatedList {
  readonly heading: string
  /** By what these were chosen. */
  readonly rule: string
  /** At most three. */
  readonly items: readonly RatedItem[]
  /** Said where there is none. */
  readonly none: string
}

export interface RatedItem {
  readonly number: number
  readonly name: string
  /** `tone` 1–5 is the place on the colour ramp. */
  readonly level: { readonly text: string; readonly tone: number }
  /** "Terpadu · bobot 2,50 %" */
  readonly detail: string
}

/** Tells an assessment on one page. Pure; the score must have been computed from the same answers. */
export function buildOnePage(input: ReportInput): OnePageModel {
  const { instrument, family, year, institution, scope, score, example } = input
  const isIncluded = (id: string) => inScope(scope, id)
  const placed = placedIndicators(instrument).filter(({ indicator }) => isIncluded(indicator.id))
  const blanks = blanksOf(input, placed)
  const strengths = strengthsOf(instrument, score, isIncluded)
  const weaknesses = byHeldBack(instrument, weaknessesOf(instrument, score, isIncluded))
  return {
    title: titleOf(input),
    fileName: reportFileName(`Ringkasan ${family} ${year} ${institution}`, 'pdf'),
    institution,
    author: authorOf(input),
    madeAt: input.madeAt,
    provisional: PROVISIONAL,
    heading: example ? 'Contoh ringkasan untuk pimpinan' : 'Ringkasan untuk pimpinan',
    state: `${placed.length - blanks.length} dari ${placed.length} indikator terjawab, ${madeAtText(input)}`,
    summary: { ...summaryOf(input, blanks, []), decisions: [] },
    yearLine: yearLine(input.years.results, input.years.scales),
    strengths: {
      heading: `Kekuatan (${strengths.length})`,
      rule: 'Dua tingkat tertinggi, dari nilai tertinggi',
      items: strengths.slice(0, MOST).map((item) => strengthItem(input, item)),
      none: 'Belum ada indikator pada dua tingkat tertinggi.',
    },
    weaknesses: {
      heading: `Kelemahan (${weaknesses.length})`,
      rule: 'Dua tingkat terendah, menurut bobot × jarak',
      items: weaknesses.slice(0, MOST).map((item) => weaknessItem(input, item)),
      none: 'Tidak ada indikator terjawab pada dua tingkat terendah.',
    },
    blanks: blanksSentence(input, blanks),
  }
}

function strengthItem(input: ReportInput, item: Rated): RatedItem {
  return { ...ratedItem(input, item), detail: `${item.level.name} · ${weightOf(input, item)}` }
}

function weaknessItem(input: ReportInput, item: Rated): RatedItem {
  const distance = Math.round((input.instrument.scale.max - item.value) * 1e4) / 1e4
  return {
    ...ratedItem(input, item),
    detail: `${item.level.name} · ${weightOf(input, item)} × jarak ${formatNumber(distance)}`,
  }
}

function ratedItem({ instrument }: ReportInput, { indicator, value, level }: Rated) {
  return {
    number: indicator.number,
    name: indicator.shortName,
    level: { text: formatLevel(value), tone: levelTone(instrument, level.level) },
  }
}

function weightOf({ instrument }: ReportInput, { indicator }: Rated): string {
  return `bobot ${formatPercent(weightPercent(instrument, indicator.weightUnits))}`
}

function blanksSentence(
  { instrument, score, part }: ReportInput,
  blanks: readonly { readonly number: number }[],
): LeadSentence {
  if (blanks.length === 0) return { lead: 'Semua indikator sudah terjawab.', text: '' }
  const counted = (part ?? score).answered > 0
  return {
    lead: `${blanks.length} indikator masih kosong`,
    text: `${counted ? ` dan dihitung tingkat ${formatNumber(instrument.scale.min)}` : ''}: nomor ${numbersOf(blanks)}.`,
  }
}
