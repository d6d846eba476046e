import { maturityModelOf, placedIndicators, predicateAlias, type PlacedIndicator } from './lookup'
import type { Instrument } from './schema'

/** What another version of an instrument has otherwise. */
export interface InstrumentDifference {
  readonly kind: 'added' | 'removed' | 'weight' | 'levels' | 'rule' | 'text'
  /** What it is of, in words: "Indikator 7 Pusat Data", "Predikat". */
  readonly of: string
  /** Empty where a thing was added or removed; of a text only that it is another. */
  readonly before: string
  readonly after: string
}

/** What changes from one version of an instrument to another, nodes known by their ids. Weights in percent. */
export function differencesOf(from: Instrument, to: Instrument): InstrumentDifference[] {
  const before = nodesOf(from)
  const after = nodesOf(to)
  return [
    ...[...before.values()].filter(({ id }) => !after.has(id)).map(({ name }) => whole('removed', name)),
    ...[...after.values()].filter(({ id }) => !before.has(id)).map(({ name }) => whole('added', name)),
    ...[...after.values()].flatMap((node) => {
      const old = before.get(node.id)
      return old ? nodeDifferences(old, node) : []
    }),
    ...changed('rule', 'Skala', `${from.scale.min}–${from.scale.max}`, `${to.scale.min}–${to.scale.max}`),
    ...changed('rule', 'Predikat', predicatesText(from), predicatesText(to)),
    ...changed(
      'text',
      'Yang belum pasti pada instrumen',
      JSON.stringify(from.cautions),
      JSON.stringify(to.cautions),
    ),
    ...changed('text', 'Judul, dasar hukum, dan keterangan', headText(from), headText(to)),
  ]
}

interface Compared {
  readonly id: string
  readonly name: string
  /** Percent, as written. */
  readonly weight: string
  /** Levels with their names and ranges, and how many parts; empty for a group. */
  readonly levels: string
  /** How another agency's index is converted. */
  readonly rule: string
  readonly texts: string
}

function nodesOf(instrument: Instrument): ReadonlyMap<string, Compared> {
  const weight = (units: number) => `${String(units / instrument.weightDenominator).replace('.', ',')} %`
  const group =
    (word: string) => (node: { id: string; number: number; name: string; weightUnits: number }) => ({
      id: node.id,
      name: `${word} ${node.number} ${node.name}`,
      weight: weight(node.weightUnits),
      levels: '',
      rule: '',
      texts: node.name,
    })
  // One domain is no tier of its own.
  const domains = instrument.domains.length > 1 ? instrument.domains.map(group('Domain')) : []
  const aspects = instrument.domains.flatMap((domain) => domain.aspects.map(group('Aspek')))
  const indicators = placedIndicators(instrument).map((place) => ({
    ...indicatorOf(instrument, place),
    weight: weight(place.indicator.weightUnits),
  }))
  return new Map([...domains, ...aspects, ...indicators].map((node) => [node.id, node]))
}

function indicatorOf(
  instrument: Instrument,
  { indicator, aspect }: PlacedIndicator,
): Omit<Compared, 'weight'> {
  const { id, number, shortName, name, question, explanation, assessmentNotes, criteria, parts } = indicator
  const levels = maturityModelOf(instrument, indicator).levels.map(
    ({ level, name: called, alias, valueMin, valueMax }) =>
      [
        `${level} ${called}`,
        alias ? `(${alias})` : '',
        valueMin === undefined ? '' : `(${valueMin}–${valueMax ?? ''})`,
      ]
        .filter(Boolean)
        .join(' '),
  )
  return {
    id,
    name: `Indikator ${number} ${shortName}`,
    levels: [levels.join(', '), parts ? `${parts} bagian` : ''].filter(Boolean).join('; '),
    rule: indicator.conversion
      ? indicator.conversion.ranges
          .map((range) => `${range.sourceMin}–${range.sourceMax} → ${range.valueMin}–${range.valueMax}`)
          .join('; ')
      : '',
    texts: JSON.stringify([
      name,
      shortName,
      number,
      aspect.id,
      question,
      explanation,
      assessmentNotes,
      criteria,
    ]),
  }
}

function nodeDifferences(before: Compared, after: Compared): InstrumentDifference[] {
  return [
    ...changed('weight', after.name, before.weight, after.weight),
    ...changed('levels', after.name, before.levels, after.levels),
    ...changed('rule', after.name, before.rule, after.rule),
    ...changed('text', after.name, before.texts, after.texts),
  ]
}

function changed(
  kind: InstrumentDifference['kind'],
  of: string,
  before: string,
  after: string,
): InstrumentDifference[] {
  if (before === after) return []
  return kind === 'text' ? [whole(kind, of)] : [{ kind, of, before, after }]
}

function whole(kind: InstrumentDifference['kind'], of: string): InstrumentDifference {
  return { kind, of, before: '', after: '' }
}

function predicatesText(instrument: Instrument): string {
  return instrument.predicates
    .map(
      ({ name, min }) => `${name}${predicateAlias(instrument, name)} mulai ${String(min).replace('.', ',')}`,
    )
    .join(', ')
}

function headText({ title, shortTitle, legalBasis, formula, sources, generalQuestions }: Instrument): string {
  return JSON.stringify([title, shortTitle, legalBasis, formula, sources, generalQuestions])
}
