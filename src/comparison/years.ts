import { idsOf, valuesOf, type Present } from '../answers/present'
import { placedIndicators } from '../instrument/lookup'
import type { Instrument } from '../instrument/schema'
import { score, type Score } from '../scoring/score'
import type { Setting } from './take'

/** A result of a past year as somebody typed it. */
export interface PastYear {
  readonly id: string
  readonly year: number
  /** Id of the instrument. */
  readonly instrument: string
  /** As published; null where only parts are known. */
  readonly index: number | null
  /** Values by domain, aspect or indicator id. */
  readonly nodes: ReadonlyMap<string, number>
  readonly note: string
}

/** The typed past years of an assessment that were not removed, in the order they were entered. */
export function pastYearsOf(present: Present): PastYear[] {
  return idsOf(present, 'pastYear').flatMap((id): PastYear[] => {
    const {
      year,
      instrument,
      index = null,
      nodes = [],
      note = '',
      removed,
    } = valuesOf(present, {
      kind: 'pastYear',
      id,
    })
    // A year or instrument that two people gave differently has no place on the line until it is typed anew.
    if (removed || year === undefined || instrument === undefined) return []
    return [{ id, year, instrument, index, nodes: new Map(nodes.map(parseNode)), note }]
  })
}

/** Sets a typed year with every field; `id` is new, or that of the year it changes. */
export function pastYearSettings({ id, year, instrument, index, nodes, note }: PastYear): Setting[] {
  const target = { kind: 'pastYear', id } as const
  return [
    { target, field: 'year', value: year },
    { target, field: 'instrument', value: instrument },
    { target, field: 'index', value: index },
    { target, field: 'nodes', value: [...nodes].map(([node, value]) => `${node}=${value}`) },
    { target, field: 'note', value: note },
  ]
}

/** "D1=2.10" as id and value; the field's schema lets nothing else in. */
function parseNode(node: string): [string, number] {
  const at = node.indexOf('=')
  return [node.slice(0, at), Number(node.slice(at + 1))]
}

/** Where a year's result comes from. */
export type YearOrigin = 'typed' | 'assessment' | 'here'

/** One year's result, ready to be set beside others. */
export interface YearResult {
  readonly key: string
  readonly year: number
  readonly instrument: string
  readonly origin: YearOrigin
  /** Two decimals; null where nothing is known. */
  readonly index: number | null
  /** Rounded values of domains and aspects, by id. */
  readonly nodes: ReadonlyMap<string, number>
  /** False while indicators are blank: the index then counts them as the lowest level, and is compared with none. */
  readonly complete: boolean
  readonly note: string
}

/** A typed year as a result: what was published, else what its parts come to. Null without the instrument's texts. */
export function resultOfPastYear(past: PastYear, instrument: Instrument | undefined): YearResult {
  const { id, year, index, note } = past
  const valid = instrument ? onScale(instrument, past.nodes) : new Map<string, number>()
  const computed = instrument && valid.size > 0 ? score(instrument, valid) : null
  return {
    key: id,
    year,
    instrument: past.instrument,
    origin: 'typed',
    index: index ?? (computed && isWhole(computed) ? computed.index.rounded : null),
    nodes: computed ? nodesOf(computed) : new Map(),
    complete: true,
    note,
  }
}

/** Values of nodes that the instrument has, on its scale: what is typed here may meet another version elsewhere. */
function onScale({ scale, domains }: Instrument, nodes: ReadonlyMap<string, number>): Map<string, number> {
  const known = new Set(
    domains.flatMap((domain) => [
      domain.id,
      ...domain.aspects.flatMap((aspect) => [aspect.id, ...aspect.indicators.map(({ id }) => id)]),
    ]),
  )
  return new Map(
    [...nodes].filter(([id, value]) => known.has(id) && value >= scale.min && value <= scale.max),
  )
}

/** An index of a part would be a guess: blanks count as the lowest level. */
function isWhole({ answered, total }: Score): boolean {
  return answered === total
}

/** Rounded values of the domains and aspects of which something is known. */
export function nodesOf({ domains }: Pick<Score, 'domains'>): Map<string, number> {
  const nodes = domains.flatMap((domain) => [domain, ...domain.aspects])
  return new Map(
    nodes.flatMap(({ id, rounded, answered, total }): [string, number][] =>
      rounded === null || answered < total ? [] : [[id, rounded]],
    ),
  )
}

const ORIGINS: readonly YearOrigin[] = ['typed', 'assessment', 'here']

/** By year; of one year what was typed comes first, and what is worked on here last. */
export function byYear(results: readonly YearResult[]): YearResult[] {
  return [...results].sort(
    (one, other) =>
      one.year - other.year ||
      one.instrument.localeCompare(other.instrument, 'en') ||
      ORIGINS.indexOf(one.origin) - ORIGINS.indexOf(other.origin) ||
      one.key.localeCompare(other.key, 'en'),
  )
}

/** Results of consecutive years of one instrument: between two runs the line is broken. */
export interface Run {
  readonly instrument: string
  readonly results: readonly YearResult[]
}

/** The results in the order of their years, broken wherever the instrument is another one. */
export function runsOf(results: readonly YearResult[]): Run[] {
  return byYear(results).reduce<Run[]>((runs, result) => {
    const last = runs.at(-1)
    if (last?.instrument !== result.instrument)
      return [...runs, { instrument: result.instrument, results: [result] }]
    return [...runs.slice(0, -1), { ...last, results: [...last.results, result] }]
  }, [])
}

/**
 * How much the index moved from an earlier result to a later one, in hundredths exactly; null where either is unknown or
 * incomplete, or the instrument is another one: indices of different instruments are not subtracted.
 */
export function differenceOf(earlier: YearResult | undefined, later: YearResult): number | null {
  if (!earlier || earlier.index === null || later.index === null) return null
  if (earlier.instrument !== later.instrument || !earlier.complete || !later.complete) return null
  return (Math.round(later.index * 100) - Math.round(earlier.index * 100)) / 100
}

/** What a result is compared with: the first complete one of the latest earlier year of its own run. */
export function before(run: Run, result: YearResult): YearResult | undefined {
  const earlier = run.results.filter(
    ({ year, index, complete }) => year < result.year && index !== null && complete,
  )
  const latest = Math.max(...earlier.map(({ year }) => year))
  return earlier.find(({ year }) => year === latest)
}

/** The tiers of an instrument whose values a past year may be typed with. */
export type Tier = 'index' | 'domain' | 'aspect' | 'indicator'

/** Ids and names of the nodes of a tier; none for the index alone. */
export function nodesOfTier(
  instrument: Instrument,
  tier: Tier,
): { readonly id: string; readonly name: string }[] {
  if (tier === 'domain') return instrument.domains.map(({ id, name }) => ({ id, name }))
  if (tier === 'aspect') {
    return instrument.domains.flatMap(({ aspects }) => aspects.map(({ id, name }) => ({ id, name })))
  }
  if (tier === 'index') return []
  return placedIndicators(instrument).map(({ indicator: { id, number, shortName } }) => ({
    id,
    name: `${number}. ${shortName}`,
  }))
}

/** The tiers there are: an instrument with a single domain has none of domains. */
export function tiersOf({ domains }: Instrument): Tier[] {
  return domains.length > 1 ? ['index', 'domain', 'aspect', 'indicator'] : ['index', 'aspect', 'indicator']
}
