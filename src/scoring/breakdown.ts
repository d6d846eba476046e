import { valueKeys } from '../instrument/lookup'
import type { Aspect, Domain, Indicator, Instrument } from '../instrument/schema'
import type { Values } from './score'
import { roundedQuotient, toValueUnits, VALUE_UNITS } from './whole-numbers'

/** One figure and what it is made of: the sum of its terms' weighted values, divided by their weight. */
export interface Breakdown {
  readonly kind: 'whole' | 'domain' | 'aspect' | 'indicator' | 'part'
  /** Id of the node or key of the part; empty for the whole. */
  readonly id: string
  readonly weightUnits: number
  /** Weight units × value units: a whole number, added up from the terms without rounding. */
  readonly sum: number
  /** `sum` divided by the weight, unrounded; blanks count as the lowest level. */
  readonly value: number
  /** The same half up to two decimals. */
  readonly rounded: number
  /** Indicators (or parts of one) that are blank and counted as the lowest level. */
  readonly blanks: number
  /** What it was added up from; none where the value was given. */
  readonly terms: readonly Breakdown[]
}

/**
 * How the score of an assessment comes about, down to weight × value of every indicator: the same sums as `score` and
 * `scorePart` make. `isIncluded` tells the indicators of the scope; what holds none of them is left out, and an
 * instrument of one domain has no tier of domains. Throws RangeError if no indicator is included.
 */
export function breakdownOf(
  instrument: Instrument,
  values: Values,
  isIncluded: (indicatorId: string) => boolean,
): Breakdown {
  const lowest = toValueUnits(instrument.scale.min)

  function leaf(kind: 'indicator' | 'part', id: string, weightUnits: number): Breakdown {
    const value = values.get(id)
    const sum = weightUnits * (value === undefined ? lowest : toValueUnits(value))
    return node(kind, id, weightUnits, sum, value === undefined ? 1 : 0, [])
  }

  function indicator(of: Indicator): Breakdown {
    const keys = valueKeys(of)
    if (values.has(of.id) || keys.length === 1) return leaf('indicator', of.id, of.weightUnits)
    const parts = keys.map((key) => leaf('part', key, of.weightUnits / keys.length))
    return { ...added('indicator', of.id, parts), blanks: parts.some((part) => part.blanks > 0) ? 1 : 0 }
  }

  function aspect(of: Aspect): Breakdown[] {
    const terms = of.indicators.filter(({ id }) => isIncluded(id)).map(indicator)
    return terms.length > 0 ? [given(of) ?? added('aspect', of.id, terms)] : []
  }

  function domain(of: Domain): Breakdown[] {
    const terms = of.aspects.flatMap(aspect)
    return terms.length > 0 ? [given(of) ?? added('domain', of.id, terms)] : []
  }

  /** A node whose value is known as such replaces its children. */
  function given(of: Aspect | Domain): Breakdown | undefined {
    const value = values.get(of.id)
    if (value === undefined) return undefined
    const kind = 'aspects' in of ? 'domain' : 'aspect'
    return node(kind, of.id, of.weightUnits, of.weightUnits * toValueUnits(value), 0, [])
  }

  const { domains } = instrument
  const terms = domains.length > 1 ? domains.flatMap(domain) : (domains[0]?.aspects.flatMap(aspect) ?? [])
  if (terms.length === 0) throw new RangeError('no indicator is included')
  return added('whole', '', terms)
}

function added(kind: Breakdown['kind'], id: string, terms: readonly Breakdown[]): Breakdown {
  const total = (pick: (term: Breakdown) => number) => terms.reduce((sum, term) => sum + pick(term), 0)
  return node(
    kind,
    id,
    total((term) => term.weightUnits),
    total((term) => term.sum),
    total((term) => term.blanks),
    terms,
  )
}

function node(
  kind: Breakdown['kind'],
  id: string,
  weightUnits: number,
  sum: number,
  blanks: number,
  terms: readonly Breakdown[],
): Breakdown {
  const value = sum / (weightUnits * VALUE_UNITS)
  return { kind, id, weightUnits, sum, value, rounded: roundedQuotient(sum, weightUnits), blanks, terms }
}

/** Weight in percent × value, as it is written in a calculation by hand. */
export function weightedValue(instrument: Instrument, { sum }: Breakdown): number {
  return sum / (instrument.weightDenominator * VALUE_UNITS)
}

/** The node of that kind and id, and those above it from the whole down; empty where there is none. */
export function pathTo(whole: Breakdown, kind: Breakdown['kind'], id: string): Breakdown[] {
  if (whole.kind === kind && whole.id === id) return [whole]
  for (const term of whole.terms) {
    const path = pathTo(term, kind, id)
    if (path.length > 0) return [whole, ...path]
  }
  return []
}
