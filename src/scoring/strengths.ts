import { levelOf, maturityModelOf, placedIndicators } from '../instrument/lookup'
import type { Indicator, Instrument, Level } from '../instrument/schema'
import type { Score } from './score'
import { toValueUnits } from './whole-numbers'

/** An indicator that is answered, with the level its value belongs to. */
export interface Rated {
  readonly indicator: Indicator
  readonly value: number
  readonly level: Level
}

/** How many of the highest levels count as a strength, and of the lowest as a weakness. */
const ENDS = 2

/**
 * The strengths by the ministry's rule: indicators at one of the two highest levels of their maturity model, the highest
 * value first, among equals the heavier one, then the lower number. Blanks are neither strength nor weakness.
 * `isIncluded` tells the indicators of the scope.
 */
export function strengthsOf(
  instrument: Instrument,
  score: Score,
  isIncluded: (indicatorId: string) => boolean,
): Rated[] {
  return rated(instrument, score, isIncluded)
    .filter(({ indicator, level }) => {
      const { levels } = maturityModelOf(instrument, indicator)
      return levels.indexOf(level) >= levels.length - endsOf(levels)
    })
    .sort((one, other) => other.value - one.value || byWeight(one, other))
}

/**
 * The weaknesses by the ministry's rule: indicators at one of the two lowest levels of their maturity model, the lowest
 * value first, among equals the heavier one, then the lower number.
 */
export function weaknessesOf(
  instrument: Instrument,
  score: Score,
  isIncluded: (indicatorId: string) => boolean,
): Rated[] {
  return rated(instrument, score, isIncluded)
    .filter(({ indicator, level }) => {
      const { levels } = maturityModelOf(instrument, indicator)
      return levels.indexOf(level) < endsOf(levels)
    })
    .sort((one, other) => one.value - other.value || byWeight(one, other))
}

/**
 * The same indicators by what they hold back: weight × distance to the top of the scale, the largest first, among equals
 * the lower number. What stands first would raise the index most.
 */
export function byHeldBack(instrument: Instrument, weaknesses: readonly Rated[]): Rated[] {
  return [...weaknesses].sort(
    (one, other) =>
      heldBack(instrument, other) - heldBack(instrument, one) ||
      one.indicator.number - other.indicator.number,
  )
}

/** The heavier first, then the lower number. */
function byWeight({ indicator: one }: Rated, { indicator: other }: Rated): number {
  return other.weightUnits - one.weightUnits || one.number - other.number
}

/** Weight units × value units: whole numbers, so that equals are equal. */
function heldBack({ scale }: Instrument, { indicator, value }: Rated): number {
  return indicator.weightUnits * (toValueUnits(scale.max) - toValueUnits(value))
}

/** A model of three levels has one at either end and one in between. */
function endsOf(levels: readonly Level[]): number {
  return Math.min(ENDS, Math.floor(levels.length / 2))
}

function rated(instrument: Instrument, score: Score, isIncluded: (indicatorId: string) => boolean): Rated[] {
  const values = new Map(
    score.domains.flatMap(({ aspects }) =>
      aspects.flatMap(({ indicators }) => indicators.map(({ id, value }) => [id, value] as const)),
    ),
  )
  return placedIndicators(instrument).flatMap(({ indicator }) => {
    const value = values.get(indicator.id) ?? null
    const level = value === null ? undefined : levelOf(instrument, indicator, value)
    return value !== null && level && isIncluded(indicator.id) ? [{ indicator, value, level }] : []
  })
}
