import type { Answer } from '../answers/fields'
import { OBSTACLE_LABELS, STATUS_LABELS } from '../answers/labels'
import { statusOf } from '../answers/status'
import type { WholeAnswer } from '../answers/whole'
import { factReferences } from '../evidence/ministry-name'
import { citationLetter, placeOf, SHOWN_AT_INTERVIEW } from '../evidence/reference'
import {
  cautionsOfIndicator,
  criterionOf,
  levelOf,
  maturityModelOf,
  weightPercent,
  type PlacedIndicator,
  valueKeys,
} from '../instrument/lookup'
import type { Indicator, Instrument } from '../instrument/schema'
import { convertIndex } from '../scoring/conversion'
import { reportedDetails, reportedName } from './document-rows'
import { formatDate, formatLevel, formatNumber, formatPercent } from './format'
import { answerOf, type ReportInput } from './input'
import type { EvidenceRow, Fact, FollowUpRow, IndicatorSection } from './model'
import { partName } from './rated-name'
import { levelTone } from './tone'
import { BLANK_TEXT } from './words'

/** One indicator with everything that is said of it. */
export function indicatorSection(
  input: ReportInput,
  { indicator, aspect, domain }: PlacedIndicator,
): IndicatorSection {
  const { instrument } = input
  const answer = answerOf(input, indicator.id)
  const citations = input.evidence.citations.get(indicator.id) ?? []
  const value = typeof answer.value === 'number' ? answer.value : null
  const level = value === null ? undefined : levelOf(instrument, indicator, value)
  // A mean has no criterion of its own.
  const criterion = level && !indicator.parts ? criterionOf(indicator, level.level) : undefined
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
        ? {
            text: formatLevel(value),
            name: indicator.parts ? `Rata-rata ${indicator.parts} bagian` : level.name,
            tone: levelTone(instrument, level.level),
          }
        : null,
    levelRemark: input.undecided.has(indicator.id) ? 'Dua isian berbeda, menunggu keputusan' : BLANK_TEXT,
    weight: `bobot ${formatPercent(weightPercent(instrument, indicator.weightUnits))}`,
    status: STATUS_LABELS[statusOf(answer, citations.length, instrument.scale.min)],
    subject:
      subjectLabel && !indicator.parts ? { label: subjectLabel, text: answer.subject || BLANK_TEXT } : null,
    basis: basisOf(instrument, indicator, answer),
    criterion: criterion ? { label: `Kriteria tingkat ${criterion.level}`, text: criterion.text } : null,
    references: factReferences(indicator.number, citations),
    facts: answer.facts ?? '',
    analysis: answer.analysis?.trim() ? answer.analysis : BLANK_TEXT,
    justification: answer.justification ?? '',
    evidence: citations.map((citation, index): EvidenceRow => ({
      mark: `${indicator.number}.${citationLetter(index)}`,
      document: reportedName(citation.document),
      details: reportedDetails(citation.document),
      place: citation.document.confidential ? SHOWN_AT_INTERVIEW : placeOf(citation) || '–',
    })),
    obstacle: obstacleOf(answer),
    followUp: followUpOf(input, { indicator, aspect, domain }),
    cautions: cautionsOfIndicator(instrument, indicator.id).map((caution) => caution.text),
  }
}

/** Each part with its subject and level, or the index the value was computed from. */
function basisOf(instrument: Instrument, indicator: Indicator, answer: WholeAnswer): Fact[] {
  if (indicator.parts) {
    return valueKeys(indicator).map((key, at) => {
      const { subject, value } = answer.parts?.[at] ?? {}
      const level = typeof value === 'number' ? levelOf(instrument, indicator, value) : undefined
      const rated = level ? `tingkat ${formatNumber(level.level)} ${level.name}` : BLANK_TEXT.toLowerCase()
      return {
        label: partName(instrument, indicator, key),
        text: [subject || 'Tanpa nama', rated].join(', '),
      }
    })
  }
  const { conversion } = indicator
  const { sourceIndex } = answer
  if (!conversion || typeof sourceIndex !== 'number') return []
  const computed = convertIndex(conversion, sourceIndex)
  if (computed === null || computed !== answer.value) return []
  const certain = conversion.verified ? '' : ` Perkiraan: ${conversion.status}.`
  const text = `${conversion.source}: ${formatNumber(sourceIndex)}, ${conversion.method}.${certain}`
  return [{ label: 'Dihitung dari', text }]
}

/** What is to be done about an indicator; null where nothing is. */
export function followUpOf(input: ReportInput, { indicator }: PlacedIndicator): FollowUpRow | null {
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

function obstacleOf(answer: Answer): IndicatorSection['obstacle'] {
  const kinds = (answer.obstacleKinds ?? []).map((kind) => OBSTACLE_LABELS[kind]).join(', ')
  const text = answer.obstacle ?? ''
  return kinds || text ? { kinds, text } : null
}
