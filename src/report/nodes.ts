import { inScope } from '../answers/assessment'
import { weightPercent, type PlacedIndicator } from '../instrument/lookup'
import { scorePart, type NodeScore } from '../scoring/score'
import { formatPercent, formatValue } from './format'
import type { ReportInput } from './input'
import type { DomainSection, Figure, IndicatorSection, NodeRow } from './model'

/** The domains the scope reaches, in the instrument's order. */
export function domainRows(input: ReportInput): NodeRow[] {
  return input.instrument.domains.flatMap((domain, index) => {
    const indicators = domain.aspects.flatMap((aspect) => aspect.indicators)
    const nodeScore = nodeScoreOf(input, indicators, input.score.domains[index])
    return nodeScore ? [nodeRow(input, domain, nodeScore)] : []
  })
}

/** The aspects the scope reaches, in the instrument's order. */
export function aspectRows(input: ReportInput): NodeRow[] {
  return input.instrument.domains.flatMap((domain, domainIndex) =>
    domain.aspects.flatMap((aspect, index) => {
      const whole = input.score.domains[domainIndex]?.aspects[index]
      const nodeScore = nodeScoreOf(input, aspect.indicators, whole)
      return nodeScore ? [nodeRow(input, aspect, nodeScore)] : []
    }),
  )
}

/** Domains with their aspects, and in these the indicators' sections. */
export function domainSections(
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

/** A mean as a number and as it is written. */
export function figure(mean: { value: number | null; rounded: number | null }): Figure {
  return { value: mean.value, text: formatValue(mean.rounded) }
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
