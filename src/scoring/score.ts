import type { Aspect, Domain, Indicator, Instrument } from '../instrument/schema'
import { valueKeys } from '../instrument/lookup'
import { isValue, roundedQuotient, toValueUnits, VALUE_UNITS } from './whole-numbers'

/** Distance to a predicate's floor within which published predicates are known to differ. */
export const NEAR_FLOOR = 0.005

/** Values by indicator id (`I01`), by part (`I35-1`), or by a higher node where only that is known (`A3`, `D2`). */
export type Values = ReadonlyMap<string, number>

/** A weighted mean: `value` unrounded, `rounded` half up to two decimals; both null where nothing is answered. */
export interface Mean {
  readonly value: number | null
  readonly rounded: number | null
}

export interface NodeScore extends Mean {
  readonly id: string
  readonly weightUnits: number
  /** The mean if every blank were at the top of the scale, two decimals. */
  readonly highest: number
  readonly answered: number
  readonly total: number
}

export interface IndicatorScore {
  readonly id: string
  readonly weightUnits: number
  readonly value: number | null
}

export interface AspectScore extends NodeScore {
  readonly indicators: readonly IndicatorScore[]
}

export interface DomainScore extends NodeScore {
  readonly aspects: readonly AspectScore[]
}

export interface Floor {
  readonly name: string
  readonly min: number
}

export interface Score {
  /** The index; blanks count as the lowest level of the scale, as an assessor would count them. */
  readonly index: Mean
  /** What the index would be if every blank were at the top of the scale. */
  readonly highest: { readonly value: number; readonly rounded: number }
  /** By the unrounded index; null before the first answer. */
  readonly predicate: Floor | null
  readonly next: (Floor & { readonly gap: number }) | null
  /** The floor the unrounded index lies within 0.005 of (inclusive: 1.795 is shown as 1.80), if any. */
  readonly nearFloor: Floor | null
  readonly answered: number
  readonly total: number
  readonly domains: readonly DomainScore[]
}

/** Weighted sums over a part of the tree; sums are weight units × value units. */
interface Tally {
  readonly weight: number
  readonly lowSum: number
  readonly highSum: number
  readonly answered: number
  readonly total: number
}

/**
 * The score of one assessment, by weighted means without rounding in between (PermenPANRB 59/2020, Tabel 10–13;
 * the instrument's own `formula`). A node given in `values` replaces its children. Values must lie on the
 * instrument's scale, with at most four decimals; others throw RangeError. Unknown keys are ignored.
 */
export function score(instrument: Instrument, values: Values): Score {
  const scoring = scorer(instrument, values)
  const domains = instrument.domains.map(scoring.domain)
  const whole = sumTallies(domains.map((domain) => domain.tally))
  const index = meanOf(whole)
  const sum = whole.lowSum
  const answered = whole.answered > 0
  return {
    index,
    highest: {
      value: whole.highSum / (whole.weight * VALUE_UNITS),
      rounded: roundedQuotient(whole.highSum, whole.weight),
    },
    predicate: answered ? predicateAt(instrument, sum, whole.weight) : null,
    next: answered ? nextPredicate(instrument, sum, whole.weight) : null,
    nearFloor: answered ? nearFloor(instrument, sum, whole.weight) : null,
    answered: whole.answered,
    total: whole.total,
    domains: domains.map((domain) => domain.score),
  }
}

/**
 * The weighted mean over some indicators only, for a unit that owns a part of them; blanks count as the lowest
 * level. A part has no predicate. Ids the instrument does not know are ignored.
 */
export function scorePart(
  instrument: Instrument,
  values: Values,
  indicatorIds: ReadonlySet<string>,
): NodeScore {
  const scoring = scorer(instrument, values)
  const tallies = instrument.domains
    .flatMap((domain) => domain.aspects)
    .flatMap((aspect) => aspect.indicators)
    .filter((indicator) => indicatorIds.has(indicator.id))
    .map((indicator) => scoring.indicator(indicator).tally)
  return nodeScore('part', sumTallies(tallies))
}

function scorer(instrument: Instrument, values: Values) {
  const { min, max } = instrument.scale
  const lowest = toValueUnits(min)
  const highest = toValueUnits(max)

  function given(key: string): number | null {
    const value = values.get(key)
    if (value === undefined) return null
    if (!isValue(instrument.scale, value)) {
      throw new RangeError(`value ${value} of ${key} is not on the scale ${min}–${max} with four decimals`)
    }
    return toValueUnits(value)
  }

  function leaf(key: string, weight: number): Tally {
    const units = given(key)
    return {
      weight,
      lowSum: weight * (units ?? lowest),
      highSum: weight * (units ?? highest),
      answered: units === null ? 0 : 1,
      total: 1,
    }
  }

  function indicator(node: Indicator) {
    const keys = valueKeys(node)
    const whole = given(node.id)
    const partTallies =
      whole !== null
        ? [leaf(node.id, node.weightUnits)]
        : keys.map((key) => leaf(key, node.weightUnits / keys.length))
    const sums = sumTallies(partTallies)
    // An indicator counts once, however many parts it has, and only when all of them are known.
    const tally = { ...sums, answered: sums.answered === sums.total ? 1 : 0, total: 1 }
    const value = tally.answered ? sums.lowSum / (sums.weight * VALUE_UNITS) : null
    return { tally, score: { id: node.id, weightUnits: node.weightUnits, value } }
  }

  function replaced(id: string, weightUnits: number, below: Tally): Tally {
    const units = given(id)
    if (units === null) return below
    return {
      weight: weightUnits,
      lowSum: weightUnits * units,
      highSum: weightUnits * units,
      answered: below.total,
      total: below.total,
    }
  }

  function aspect(node: Aspect) {
    const children = node.indicators.map(indicator)
    const tally = replaced(node.id, node.weightUnits, sumTallies(children.map((child) => child.tally)))
    const indicators = children.map((child) => child.score)
    return { tally, score: { ...nodeScore(node.id, tally), indicators } }
  }

  function domain(node: Domain) {
    const children = node.aspects.map(aspect)
    const tally = replaced(node.id, node.weightUnits, sumTallies(children.map((child) => child.tally)))
    const aspects = children.map((child) => child.score)
    return { tally, score: { ...nodeScore(node.id, tally), aspects } }
  }

  return { indicator, domain }
}

function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0)
  return {
    weight: sum((tally) => tally.weight),
    lowSum: sum((tally) => tally.lowSum),
    highSum: sum((tally) => tally.highSum),
    answered: sum((tally) => tally.answered),
    total: sum((tally) => tally.total),
  }
}

function meanOf(tally: Tally): Mean {
  if (tally.answered === 0) return { value: null, rounded: null }
  return {
    value: tally.lowSum / (tally.weight * VALUE_UNITS),
    rounded: roundedQuotient(tally.lowSum, tally.weight),
  }
}

function nodeScore(id: string, tally: Tally): NodeScore {
  return {
    id,
    weightUnits: tally.weight,
    ...meanOf(tally),
    highest: tally.total === 0 ? 0 : roundedQuotient(tally.highSum, tally.weight),
    answered: tally.answered,
    total: tally.total,
  }
}

function reaches(floor: Floor, sum: number, weight: number): boolean {
  return sum >= toValueUnits(floor.min) * weight
}

function floorsFromHigh(instrument: Instrument): Floor[] {
  return instrument.predicates
    .map(({ name, min }) => ({ name, min }))
    .sort((one, other) => other.min - one.min)
}

function predicateAt(instrument: Instrument, sum: number, weight: number): Floor | null {
  return floorsFromHigh(instrument).find((floor) => reaches(floor, sum, weight)) ?? null
}

function nextPredicate(instrument: Instrument, sum: number, weight: number): Score['next'] {
  const floor = floorsFromHigh(instrument)
    .filter((candidate) => !reaches(candidate, sum, weight))
    .at(-1)
  if (!floor) return null
  return { ...floor, gap: (toValueUnits(floor.min) * weight - sum) / (weight * VALUE_UNITS) }
}

function nearFloor(instrument: Instrument, sum: number, weight: number): Floor | null {
  const reach = toValueUnits(NEAR_FLOOR) * weight
  // The lowest predicate begins where the scale does: nothing lies below its floor.
  const floors = floorsFromHigh(instrument).slice(0, -1)
  return floors.find((floor) => Math.abs(sum - toValueUnits(floor.min) * weight) <= reach) ?? null
}
