import type { Answer } from '../answers/fields'
import type { Scope } from '../answers/assessment'
import { inScope } from '../answers/assessment'
import { OBSTACLE_LABELS, STATUS_LABELS } from '../answers/labels'
import { statusOf } from '../answers/status'
import type { Evidence } from '../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../evidence/labels'
import { citationLetter, documentName, placeOf, referenceOf, SHOWN_AT_INTERVIEW } from '../evidence/reference'
import {
  cautionsOfIndicator,
  criterionOf,
  levelOf,
  maturityModelOf,
  placedIndicators,
  weightPercent,
  type PlacedIndicator,
} from '../instrument/lookup'
import type { Instrument } from '../instrument/schema'
import { scorePart, type NodeScore, type Score } from '../scoring/score'
import { reportFileName } from './file-name'
import { formatCount, formatDate, formatGap, formatNumber, formatPercent, formatValue } from './format'
import type {
  Blank,
  DomainSection,
  EvidenceRow,
  Figure,
  FollowUpRow,
  IndicatorSection,
  LeadSentence,
  NodeRow,
  ObstacleGroup,
  ReportModel,
  Scale,
  Summary,
} from './model'
import { levelTone, predicateBands } from './tone'

export const PROVISIONAL = 'Sementara, bukan nilai resmi'
const BLANK_TEXT = 'Belum diisi'

export interface ReportInput {
  readonly instrument: Instrument
  /** "SPBE" and the same written out. */
  readonly family: string
  readonly familyName: string
  readonly instrumentHash: string
  readonly institution: string
  readonly year: number
  readonly scope: Scope
  readonly example: boolean
  readonly unit: string
  readonly person: string
  readonly answers: ReadonlyMap<string, Answer>
  /** Indicators whose level was entered differently by two people and waits for a decision. */
  readonly undecided: ReadonlySet<string>
  readonly evidence: Evidence
  /** Values the score was computed from. */
  readonly values: ReadonlyMap<string, number>
  readonly score: Score
  /** The part's mean where the scope is a part. */
  readonly part: NodeScore | null
  readonly appVersion: string
  readonly formatVersion: number
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
}

/** Tells an assessment as a report. Pure; the score must have been computed from the same answers. */
export function buildReport(input: ReportInput): ReportModel {
  const placed = placedIndicators(input.instrument).filter(({ indicator }) =>
    inScope(input.scope, indicator.id),
  )
  const sections = new Map(placed.map((place) => [place.indicator.id, indicatorSection(input, place)]))
  const blanks = blanksOf(input, placed)
  const title = `Penilaian Mandiri ${input.family} ${input.year}`
  return {
    title,
    fileName: reportFileName(`Laporan ${input.family} ${input.year} ${input.institution}`, 'pdf'),
    institution: input.institution,
    author: authorOf(input),
    provisional: PROVISIONAL,
    cover: coverOf(input, placed),
    summary: summaryOf(input, blanks, [...sections.values()]),
    domains: domainSections(input, sections),
    blanks,
    obstacles: obstacleGroups(input, placed),
    followUps: placed.flatMap((place) => followUpOf(input, place) ?? []),
    cautions: input.instrument.cautions
      .filter((caution) => !caution.indicator)
      .map((caution) => caution.text),
    signatures: signaturesOf(input),
    stamps: stampsOf(input),
  }
}

function authorOf(input: ReportInput): string {
  return [input.person, input.unit].filter(Boolean).join(', ')
}

function coverOf(input: ReportInput, placed: readonly PlacedIndicator[]): ReportModel['cover'] {
  const answered = placed.filter(({ indicator }) => hasValue(input, indicator.id)).length
  const [date = '', time = ''] = input.madeAt.split('T')
  return {
    kicker: input.example ? 'Contoh Laporan Penilaian Mandiri' : 'Laporan Penilaian Mandiri',
    title: input.familyName,
    institution: input.institution,
    year: String(input.year),
    facts: [
      { label: 'Instrumen', text: input.instrument.shortTitle },
      {
        label: 'Keadaan',
        text: `${answered} dari ${placed.length} indikator terjawab, ${formatDate(date)} pukul ${time.replace(':', '.')}`,
      },
      { label: 'Disusun oleh', text: authorOf(input) || BLANK_TEXT },
    ],
    disclaimer: {
      lead: `${PROVISIONAL}.`,
      text: 'Laporan ini hasil penilaian sendiri dan belum diperiksa asesor eksternal.',
    },
  }
}

function summaryOf(
  input: ReportInput,
  blanks: readonly Blank[],
  sections: readonly IndicatorSection[],
): Summary {
  const { score, part, instrument } = input
  const mean = part ?? score.index
  return {
    indexLabel: part ? 'Rata-rata bagian kami' : 'Indeks sementara',
    index: figure(mean),
    predicate: part ? null : predicateSentence(score, blanks.length),
    scale: part ? null : scaleOf(instrument, score),
    remarks: summaryRemarks(input, blanks.length),
    domains: domainRows(input),
    aspects: aspectRows(input),
    axis: instrument.scale,
    decisions: decisionsOf(input, blanks, sections),
  }
}

function predicateSentence(score: Score, blanks: number): LeadSentence | null {
  if (!score.predicate) return null
  return { lead: score.predicate.name, text: blanks > 0 ? ', bila sisanya tetap kosong' : '' }
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

/** "3, 4, 17" — at most twelve numbers, then how many more. */
function numbersOf(items: readonly { readonly number: number }[]): string {
  const shown = items.slice(0, 12).map((item) => item.number)
  const rest = items.length - shown.length
  return shown.join(', ') + (rest > 0 ? `, dan ${rest} lainnya` : '')
}

function nodeRow(
  input: ReportInput,
  node: { id: string; number: number; name: string; weightUnits: number },
  nodeScore: NodeScore,
): NodeRow {
  return {
    id: node.id,
    number: node.number,
    name: node.name,
    weight: formatPercent(weightPercent(input.instrument, node.weightUnits)),
    answered: `${nodeScore.answered}/${nodeScore.total}`,
    figure: figure(nodeScore),
  }
}

function figure(mean: { value: number | null; rounded: number | null }): Figure {
  return { value: mean.value, text: formatValue(mean.rounded) }
}

function domainRows(input: ReportInput): NodeRow[] {
  return input.instrument.domains.flatMap((domain, index) => {
    const indicators = domain.aspects.flatMap((aspect) => aspect.indicators)
    const nodeScore = nodeScoreOf(input, indicators, input.score.domains[index])
    return nodeScore ? [nodeRow(input, domain, nodeScore)] : []
  })
}

function aspectRows(input: ReportInput): NodeRow[] {
  return input.instrument.domains.flatMap((domain, domainIndex) =>
    domain.aspects.flatMap((aspect, index) => {
      const whole = input.score.domains[domainIndex]?.aspects[index]
      const nodeScore = nodeScoreOf(input, aspect.indicators, whole)
      return nodeScore ? [nodeRow(input, aspect, nodeScore)] : []
    }),
  )
}

/** The score of a node as far as the scope reaches; null where it does not reach it at all. */
function nodeScoreOf(
  input: ReportInput,
  indicators: readonly PlacedIndicator['indicator'][],
  whole: NodeScore | undefined,
): NodeScore | null {
  if (input.scope === 'all') return whole ?? null
  const ids = indicators.map((indicator) => indicator.id).filter((id) => inScope(input.scope, id))
  return ids.length === 0 ? null : scorePart(input.instrument, input.values, new Set(ids))
}

function domainSections(
  input: ReportInput,
  sections: ReadonlyMap<string, IndicatorSection>,
): DomainSection[] {
  const rows = aspectRows(input)
  return domainRows(input).map((row) => {
    const domain = input.instrument.domains.find((candidate) => candidate.id === row.id)
    const aspects = (domain?.aspects ?? []).flatMap((aspect) => {
      const aspectRow = rows.find((candidate) => candidate.id === aspect.id)
      const indicators = aspect.indicators.flatMap((indicator) => sections.get(indicator.id) ?? [])
      return aspectRow ? [{ ...aspectRow, indicators }] : []
    })
    return { ...row, aspects }
  })
}

function indicatorSection(
  input: ReportInput,
  { indicator, aspect, domain }: PlacedIndicator,
): IndicatorSection {
  const { instrument } = input
  const answer = answerOf(input, indicator.id)
  const citations = input.evidence.citations.get(indicator.id) ?? []
  const value = typeof answer.value === 'number' ? answer.value : null
  const level = value === null ? undefined : levelOf(instrument, indicator, value)
  const criterion = level && criterionOf(indicator, level.level)
  const subjectLabel = maturityModelOf(instrument, indicator).subjectLabel
  const domainPart = instrument.domains.length > 1 ? `Domain ${domain.number} ${domain.name} › ` : ''
  return {
    id: indicator.id,
    number: indicator.number,
    name: indicator.name,
    shortName: indicator.shortName,
    breadcrumb: `${domainPart}Aspek ${aspect.number} ${aspect.name}`,
    level:
      value !== null && level
        ? { text: formatNumber(value), name: level.name, tone: levelTone(instrument, level.level) }
        : null,
    levelRemark: input.undecided.has(indicator.id) ? 'Dua isian berbeda, menunggu keputusan' : BLANK_TEXT,
    weight: `bobot ${formatPercent(weightPercent(instrument, indicator.weightUnits))}`,
    status: STATUS_LABELS[statusOf(answer, citations.length, instrument.scale.min)],
    subject: subjectLabel ? { label: subjectLabel, text: answer.subject || BLANK_TEXT } : null,
    criterion: criterion ? { label: `Kriteria tingkat ${criterion.level}`, text: criterion.text } : null,
    references: citations.map(referenceOf),
    facts: answer.facts ?? '',
    analysis: answer.analysis?.trim() ? answer.analysis : BLANK_TEXT,
    justification: answer.justification ?? '',
    evidence: citations.map((citation, index): EvidenceRow => ({
      mark: `${indicator.number}.${citationLetter(index)}`,
      document: documentName(citation.document) + (citation.document.confidential ? ' (rahasia)' : ''),
      details: [
        DOCUMENT_KIND_LABELS[citation.document.kind],
        formatDate(citation.document.date),
        citation.document.issuer,
      ]
        .filter(Boolean)
        .join(' · '),
      place: citation.document.confidential ? SHOWN_AT_INTERVIEW : placeOf(citation) || '–',
    })),
    obstacle: obstacleOf(answer),
    followUp: followUpOf(input, { indicator, aspect, domain }),
    cautions: cautionsOfIndicator(instrument, indicator.id).map((caution) => caution.text),
  }
}

function obstacleOf(answer: Answer): IndicatorSection['obstacle'] {
  const kinds = (answer.obstacleKinds ?? []).map((kind) => OBSTACLE_LABELS[kind]).join(', ')
  const text = answer.obstacle ?? ''
  return kinds || text ? { kinds, text } : null
}

function followUpOf(input: ReportInput, { indicator }: PlacedIndicator): FollowUpRow | null {
  const { followUp, followUpOwner, followUpDue, followUpLevel } = answerOf(input, indicator.id)
  if (!followUp && !followUpOwner && !followUpDue && typeof followUpLevel !== 'number') return null
  return {
    id: indicator.id,
    number: indicator.number,
    what: followUp ?? '',
    who: followUpOwner ?? '',
    due: formatDate(followUpDue ?? ''),
    target: typeof followUpLevel === 'number' ? `tingkat ${formatNumber(followUpLevel)}` : '',
  }
}

function obstacleGroups(input: ReportInput, placed: readonly PlacedIndicator[]): ObstacleGroup[] {
  const groups = Object.entries(OBSTACLE_LABELS).map(([kind, label]) => ({
    kind: label,
    items: placed.flatMap(({ indicator }) => {
      const answer = answerOf(input, indicator.id)
      const named = (answer.obstacleKinds ?? []).some((candidate) => candidate === kind)
      return named ? [{ id: indicator.id, number: indicator.number, text: answer.obstacle ?? '' }] : []
    }),
  }))
  const unnamed = placed.flatMap(({ indicator }) => {
    const answer = answerOf(input, indicator.id)
    const untagged = (answer.obstacleKinds ?? []).length === 0 && answer.obstacle
    return untagged ? [{ id: indicator.id, number: indicator.number, text: answer.obstacle ?? '' }] : []
  })
  return [...groups, { kind: 'Tanpa jenis', items: unnamed }].filter((group) => group.items.length > 0)
}

function blanksOf(input: ReportInput, placed: readonly PlacedIndicator[]): Blank[] {
  return placed
    .filter(({ indicator }) => !hasValue(input, indicator.id))
    .map(({ indicator }) => ({
      id: indicator.id,
      number: indicator.number,
      name: indicator.shortName,
      owner: indicator.typicalOwner,
    }))
}

function signaturesOf(input: ReportInput): ReportModel['signatures'] {
  return {
    place: `${input.institution}, ${formatDate(input.madeAt)}`,
    statement:
      'Kami menyatakan bahwa isian dalam laporan ini disusun menurut keadaan yang sebenarnya dan dapat dibuktikan dengan dokumen yang dirujuk.',
    signers: [
      { role: 'Pelaksana entri data', name: input.person },
      { role: 'Penanggung jawab', name: '' },
      { role: `Koordinator ${input.family}`, name: '' },
    ],
  }
}

function stampsOf(input: ReportInput): ReportModel['stamps'] {
  const { instrument } = input
  return [
    { label: 'Instrumen', text: `${instrument.id}, versi ${instrument.version}` },
    { label: 'Sidik instrumen (SHA-256)', text: input.instrumentHash },
    { label: 'Aplikasi', text: `SPBE Mandiri ${input.appVersion}, format ${input.formatVersion}` },
    {
      label: 'Dibuat',
      text: `${formatDate(input.madeAt)} pukul ${input.madeAt.slice(11, 16).replace(':', '.')}`,
    },
  ]
}

function answerOf(input: ReportInput, indicatorId: string): Answer {
  return input.answers.get(indicatorId) ?? {}
}

function hasValue(input: ReportInput, indicatorId: string): boolean {
  return typeof answerOf(input, indicatorId).value === 'number'
}
