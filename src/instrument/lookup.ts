import type {
  Aspect,
  Caution,
  Criterion,
  Domain,
  Indicator,
  Instrument,
  Level,
  MaturityModel,
} from './schema'

/** An indicator with the nodes above it. */
export interface PlacedIndicator {
  readonly indicator: Indicator
  readonly aspect: Aspect
  readonly domain: Domain
}

/** All indicators in the order of the instrument, each with its aspect and domain. */
export function placedIndicators(instrument: Instrument): PlacedIndicator[] {
  return instrument.domains.flatMap((domain) =>
    domain.aspects.flatMap((aspect) => aspect.indicators.map((indicator) => ({ indicator, aspect, domain }))),
  )
}

/** The maturity model an indicator is judged by. Throws RangeError for a name the instrument does not define. */
export function maturityModelOf(instrument: Instrument, indicator: Indicator): MaturityModel {
  const model = instrument.maturityModels[indicator.maturityModel]
  if (!model) throw new RangeError(`maturity model ${indicator.maturityModel} is not defined`)
  return model
}

/** The level of the model that a value belongs to: the highest one not above it. */
export function levelOf(instrument: Instrument, indicator: Indicator, value: number): Level | undefined {
  return maturityModelOf(instrument, indicator)
    .levels.filter((level) => lowestValueOf(level) <= value)
    .at(-1)
}

/** The level of the model with that number, as citations name it. */
export function levelNumbered(
  instrument: Instrument,
  indicator: Indicator,
  number: number,
): Level | undefined {
  return maturityModelOf(instrument, indicator).levels.find(({ level }) => level === number)
}

/** The lowest value of a level. */
export function lowestValueOf(level: Level): number {
  return level.valueMin ?? level.level
}

export function criterionOf(indicator: Indicator, level: number): Criterion | undefined {
  return indicator.criteria.find((criterion) => criterion.level === level)
}

/** The keys under which an indicator's values are given: its id, or `id-1` … `id-n` where it has parts. */
export function valueKeys(indicator: Indicator): string[] {
  if (!indicator.parts) return [indicator.id]
  return Array.from({ length: indicator.parts }, (_, index) => `${indicator.id}-${index + 1}`)
}

/** The keys of the parts, for the indicators that are rated in parts. */
export function partKeysOf(instrument: Instrument): ReadonlyMap<string, readonly string[]> {
  return new Map(
    placedIndicators(instrument)
      .filter(({ indicator }) => indicator.parts)
      .map(({ indicator }) => [indicator.id, valueKeys(indicator)]),
  )
}

/** What is not certain about one indicator in particular. */
export function cautionsOfIndicator(instrument: Instrument, indicatorId: string): Caution[] {
  return instrument.cautions.filter((caution) => caution.indicator === indicatorId)
}

/** What is not certain in general about weights, criteria, values, predicates or the process. */
export function generalCautions(instrument: Instrument, affects: Caution['affects']): Caution[] {
  return instrument.cautions.filter((caution) => !caution.indicator && caution.affects === affects)
}

/** A predicate's other name in brackets, as it follows the name: " (Unggul/Leading)"; empty where it has none. */
export function predicateAlias({ predicates }: Instrument, name: string): string {
  const alias = predicates.find((predicate) => predicate.name === name)?.alias
  return alias ? ` (${alias})` : ''
}

/** The other names of all predicates, from low to high: "Kurang: Merintis/Initiate; …"; empty where none has one. */
export function predicateAliases({ predicates }: Instrument): string {
  return [...predicates]
    .sort((one, other) => one.min - other.min)
    .flatMap(({ name, alias }) => (alias ? [`${name}: ${alias}`] : []))
    .join('; ')
}

/** Weight of a node in percent, from its whole-number weight units. */
export function weightPercent(instrument: Instrument, weightUnits: number): number {
  return weightUnits / instrument.weightDenominator
}
