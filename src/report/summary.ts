import type { Instrument } from '../instrument/schema'
import { predicateAlias, predicateAliases } from '../instrument/lookup'
import { STATUS_LABELS } from '../answers/labels'
import type { Score } from '../scoring/score'
import { formatCount, formatGap, formatValue } from './format'
import type { ReportInput } from './input'
import type { Blank, IndicatorSection, LeadSentence, Scale, Summary } from './model'
import { aspectRows, domainRows, figure } from './nodes'
import { predicateBands } from './tone'
import { numbersOf } from './words'

/** The index with its scale, domains and aspects, and what the head of the institution has to decide. */
export function summaryOf(
  input: ReportInput,
  blanks: readonly Blank[],
  sections: readonly IndicatorSection[],
): Summary {
  const { score, part, instrument } = input
  const mean = part ?? score.index
  return {
    indexLabel: part ? 'Rata-rata bagian kami' : 'Indeks sementara',
    index: figure(mean),
    predicate: part ? null : predicateSentence(input, blanks.length),
    scale: part ? null : scaleOf(instrument, score),
    remarks: summaryRemarks(input, blanks.length),
    domains: domainRows(input),
    aspects: aspectRows(input),
    axis: instrument.scale,
    decisions: decisionsOf(input, blanks, sections),
  }
}

function predicateSentence({ instrument, score }: ReportInput, blanks: number): LeadSentence | null {
  if (!score.predicate) return null
  const { name } = score.predicate
  const condition = blanks > 0 ? ', bila sisanya tetap kosong' : ''
  return { lead: name, text: predicateAlias(instrument, name) + condition }
}

function scaleOf(instrument: Instrument, score: Score): Scale {
  return {
    min: instrument.scale.min,
    max: instrument.scale.max,
    bands: predicateBands(instrument),
    highest: { value: score.highest.value, text: formatValue(score.highest.rounded) },
  }
}

function summaryRemarks(input: ReportInput, blanks: number): string[] {
  const { score, part, instrument } = input
  const remarks: string[] = []
  if (blanks > 0 && (part ?? score).answered > 0) {
    remarks.push(`${formatCount(blanks)} isian kosong dihitung tingkat ${instrument.scale.min}.`)
  }
  if (part) {
    remarks.push('Rata-rata tertimbang indikator yang kami isi; predikat hanya ada untuk seluruh instansi.')
    return remarks
  }
  if (score.next) remarks.push(`Kurang ${formatGap(score.next.gap)} ke predikat ${score.next.name}.`)
  if (score.nearFloor) {
    remarks.push(
      `Indeks sangat dekat dengan ambang ${score.nearFloor.name} (${formatValue(score.nearFloor.min)}): predikat resmi dapat berbeda.`,
    )
  }
  const aliases = predicateAliases(instrument)
  if (aliases) remarks.push(`Nama lain predikat: ${aliases}.`)
  return remarks
}

function decisionsOf(
  input: ReportInput,
  blanks: readonly Blank[],
  sections: readonly IndicatorSection[],
): LeadSentence[] {
  const decisions: LeadSentence[] = []
  const undecided = sections.filter((section) => input.undecided.has(section.id))
  if (undecided.length > 0) {
    decisions.push({
      lead: `${undecided.length} perbedaan tingkat menunggu keputusan`,
      text: ` pada indikator ${numbersOf(undecided)}.`,
    })
  }
  if (blanks.length > 0) {
    const owners = [...new Set(blanks.map((blank) => blank.owner))].slice(0, 3).join(', ')
    decisions.push({
      lead: `${blanks.length} indikator masih kosong`,
      text: ` (nomor ${numbersOf(blanks)}). Pengampu yang lazim: ${owners}.`,
    })
  }
  const partial = sections.filter((section) => section.level && section.status !== STATUS_LABELS.lengkap)
  if (partial.length > 0) {
    decisions.push({
      lead: `${partial.length} indikator belum lengkap`,
      text: `: tingkatnya sudah dipilih, tetapi analisis atau buktinya belum ada (nomor ${numbersOf(partial)}).`,
    })
  }
  if (!input.part && input.score.next) {
    const { next } = input.score
    decisions.push({
      lead: `Predikat ${next.name} dimulai pada ${formatValue(next.min)}`,
      text: `: indeks sementara masih kurang ${formatGap(next.gap)}.`,
    })
  }
  return decisions.slice(0, 3)
}
