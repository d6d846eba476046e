import { describe, expect, it } from 'vitest'
import { placedIndicators, valueKeys } from '../../src/instrument/lookup'
import type { Domain, Instrument } from '../../src/instrument/schema'
import { score, type Values } from '../../src/scoring/score'
import { publishedCase, publishedCases, type PublishedCase } from '../examples/published-results'
import { allShipped, shippedById } from '../examples/shipped'
import { spbe2020 } from '../examples/spbe-2020'

/** How many cases each questionnaire has. */
const BY_INSTRUMENT = { 'pemdi-2026': 0, 'spbe-2020': 85, 'spbe-2018': 3 }

/** Cases whose printed numbers cannot all be true; each has a test of its own that pins what disagrees. */
const CONTRADICT_THEMSELVES = [
  // Its four domain values belong to something else: the index follows from the aspects alone.
  'tauval-api-sample-2025',
  // Its index 2.50 is the 2022 value carried over by mistake: its aspects and domains give 3.02.
  'rata-rata-kota-2023-lhe-misprint',
]

/** Cases with a value below the lowest level, because blanks were counted as 0. */
const OFF_THE_SCALE = ['kab-banyuasin-2023']

/** Cases whose published predicate goes by the rounded index, as the 2023 report did; we go by the unrounded. */
const PREDICATE_BY_ROUNDED_INDEX = ['kab-boven-digoel-2023']

/** The one case with an index and nothing else. */
const INDEX_WITHOUT_PREDICATE = ['kab-tanggamus-2021']

const CLASSES = {
  'contradicts itself': 2,
  'off the scale': 1,
  indicators: 3,
  aspects: 17,
  domains: 50,
  'index only': 15,
}
type CaseClass = keyof typeof CLASSES

function instrumentOf(published: PublishedCase): Instrument {
  return shippedById(published.instrument)
}

function classOf(published: PublishedCase): CaseClass {
  if (!published.recomputed.agrees) return 'contradicts itself'
  if (Object.values(published.domains ?? {}).some((value) => value < instrumentOf(published).scale.min))
    return 'off the scale'
  if (published.indicators) return 'indicators'
  if (published.aspects) return 'aspects'
  return published.domains ? 'domains' : 'index only'
}

function casesOf(wanted: CaseClass): PublishedCase[] {
  return publishedCases.filter((published) => classOf(published) === wanted)
}

function idsOf(wanted: CaseClass): string[] {
  return casesOf(wanted).map((published) => published.id)
}

function toMap(record: Readonly<Record<string, number>> | null | undefined): Map<string, number> {
  return new Map(Object.entries(record ?? {}))
}

/** The index on every domain: a node given replaces its children, so the index comes out as it went in. */
function onEveryDomain(index: number): Values {
  return new Map(spbe2020.domains.map((domain) => [domain.id, index]))
}

/** The lowest tier that is printed whole: aspects, or the domain where not all its aspects are printed. */
function printedValues(published: PublishedCase): Values {
  const aspects = toMap(published.aspects)
  const domains = toMap(published.domains)
  const values = new Map<string, number>()
  for (const domain of instrumentOf(published).domains) {
    const whole = domain.aspects.every((aspect) => aspects.has(aspect.id))
    for (const node of whole ? domain.aspects : [domain]) {
      const value = (whole ? aspects : domains).get(node.id)
      if (value !== undefined) values.set(node.id, value)
    }
  }
  return values
}

function scoreOf(values: Values, instrument = spbe2020) {
  const result = score(instrument, values)
  const nodes = result.domains.flatMap((domain) => [domain, ...domain.aspects])
  return { ...result, roundedOf: (id: string) => nodes.find((node) => node.id === id)?.rounded ?? null }
}

function expectWithin(actual: number | null, printed: number | null | undefined, what: string) {
  expect(actual, what).not.toBeNull()
  expect(Math.abs((actual ?? NaN) - (printed ?? NaN)), what).toBeLessThanOrEqual(0.01 + 1e-12)
}

describe('the published results', () => {
  it('are 88, each in exactly one class', () => {
    expect(publishedCases).toHaveLength(88)
    expect(new Set(publishedCases.map((published) => published.id)).size).toBe(88)
    const counts = Object.keys(CLASSES).map((name) => [name, casesOf(name as CaseClass).length])
    expect(Object.fromEntries(counts)).toEqual(CLASSES)
    expect(Object.values(CLASSES).reduce((total, count) => total + count)).toBe(88)
  })

  it('are of a questionnaire that is shipped', () => {
    const counts = allShipped.map(({ id }) => [
      id,
      publishedCases.filter((published) => published.instrument === id).length,
    ])
    expect(Object.fromEntries(counts)).toEqual(BY_INSTRUMENT)
  })

  it('contradict themselves only where this is listed', () => {
    expect(idsOf('contradicts itself')).toEqual(CONTRADICT_THEMSELVES)
  })

  it('leave the scale only where this is listed', () => {
    expect(idsOf('off the scale')).toEqual(OFF_THE_SCALE)
  })
})

describe('results with all indicators', () => {
  it.each(casesOf('indicators'))('agree to two decimals in every printed number: $id', (published) => {
    const instrument = instrumentOf(published)
    const values = toMap(published.indicators)
    expect([...values.keys()]).toEqual(
      placedIndicators(instrument).flatMap(({ indicator }) => valueKeys(indicator)),
    )
    const result = scoreOf(values, instrument)
    expect(result.index.rounded).toBe(published.index)
    if (published.predicate) expect(result.predicate?.name).toBe(published.predicate)
    for (const [id, printed] of [...toMap(published.domains), ...toMap(published.aspects)]) {
      expect([id, result.roundedOf(id)]).toEqual([id, printed])
    }
    expect(result.index.value).toBeCloseTo(published.recomputed.index ?? NaN, 6)
  })
})

describe('results with printed aspects', () => {
  it.each(casesOf('aspects'))('agree within 0.01 in domains and index: $id', (published) => {
    const result = scoreOf(printedValues(published))
    expect(result.answered).toBe(result.total)
    for (const [id, printed] of toMap(published.domains)) expectWithin(result.roundedOf(id), printed, id)
    if (published.index !== null) expectWithin(result.index.value, published.index, 'index')
    expect(result.index.value).toBeCloseTo(published.recomputed.index ?? NaN, 6)
    if (published.predicate) expect(result.predicate?.name).toBe(published.predicate)
  })

  it('agree to two decimals exactly where our own arithmetic said so', () => {
    const judged = casesOf('aspects').filter((published) => published.recomputed.exact_2dp !== null)
    const exact = judged.filter(
      (published) => scoreOf(printedValues(published)).index.rounded === published.index,
    )
    expect(exact.map((published) => published.id)).toEqual(
      judged.filter((published) => published.recomputed.exact_2dp).map((published) => published.id),
    )
    expect([judged.length, exact.length]).toEqual([16, 13])
  })

  it('lack an index only in one source, which prints none', () => {
    const withoutIndex = casesOf('aspects').filter((published) => published.index === null)
    expect(withoutIndex.map((published) => published.id)).toEqual(['kab-mamuju-2025'])
  })

  it.each([
    ['permenpanrb-59-2020-contoh', ['A2']],
    ['kab-aceh-tengah-2025', ['A2', 'A5', 'A6']],
  ])('follow from the indicators that %s prints, where an aspect has them all', (id, whole) => {
    const published = publishedCase(id)
    const values = toMap(published.partial_indicators)
    const result = score(spbe2020, values)
    const complete = result.domains
      .flatMap((domain) => domain.aspects)
      .filter((aspect) => aspect.answered === aspect.total)
    const printed = complete.filter((aspect) => published.aspects?.[aspect.id] !== undefined)
    expect(printed.map((aspect) => aspect.id)).toEqual(whole)
    for (const aspect of printed) expect(aspect.rounded).toBe(published.aspects?.[aspect.id])
  })

  it('are read only here where a source prints some of the indicators', () => {
    const partial = publishedCases.filter((published) => published.partial_indicators)
    expect(partial.map((published) => published.id)).toEqual([
      'permenpanrb-59-2020-contoh',
      'kab-aceh-tengah-2025',
    ])
  })

  it('show why nothing is rounded in between: Aceh Tengah 2025 is 2.59 and Cukup', () => {
    const { domains } = publishedCase('kab-aceh-tengah-2025')
    const fromRoundedDomains = scoreOf(toMap(domains))
    expect(fromRoundedDomains.index).toEqual({ value: 2.59525, rounded: 2.6 })
    expect(fromRoundedDomains.predicate?.name).toBe('Cukup')
    expect(fromRoundedDomains.nearFloor?.name).toBe('Baik')
    const fromAspects = scoreOf(printedValues(publishedCase('kab-aceh-tengah-2025')))
    expect(fromAspects.index.rounded).toBe(2.59)
    expect(fromAspects.predicate?.name).toBe('Cukup')
  })
})

describe('results with printed domains', () => {
  it.each(casesOf('domains'))('agree within 0.01: $id', (published) => {
    const result = scoreOf(printedValues(published), instrumentOf(published))
    expect(result.answered).toBe(result.total)
    expectWithin(result.index.value, published.index, 'index')
    expect(result.index.value).toBeCloseTo(published.recomputed.index ?? NaN, 6)
  })

  it('have the published predicate, but for one that went by the rounded index in 2023', () => {
    const judged = casesOf('domains').filter((published) => published.predicate)
    const others = judged.filter(
      (published) => scoreOf(printedValues(published)).predicate?.name !== published.predicate,
    )
    expect(others.map((published) => published.id)).toEqual(PREDICATE_BY_ROUNDED_INDEX)
    expect(judged).toHaveLength(45)
  })

  it('warn of the floor wherever the rounded and the unrounded index would give different predicates', () => {
    const judged = casesOf('domains').filter(({ instrument }) => instrument === spbe2020.id)
    const torn = judged.filter((published) => {
      const { index, predicate } = scoreOf(printedValues(published))
      return scoreOf(onEveryDomain(index.rounded ?? NaN)).predicate?.name !== predicate?.name
    })
    expect(torn.map((published) => published.id)).toEqual(['kab-boven-digoel-2023', 'kab-pacitan-2024'])
    for (const published of torn) {
      expect(scoreOf(printedValues(published)).nearFloor, published.id).not.toBeNull()
    }
  })

  it('go by the rounded index in Boven Digoel 2023 and by the unrounded one in Pacitan 2024', () => {
    const bovenDigoel = scoreOf(onEveryDomain(1.7995))
    expect(bovenDigoel.index.rounded).toBe(publishedCase('kab-boven-digoel-2023').index)
    expect(publishedCase('kab-boven-digoel-2023').predicate).toBe('Cukup')
    expect(bovenDigoel.predicate?.name).toBe('Kurang')
    expect(bovenDigoel.nearFloor?.name).toBe('Cukup')

    const pacitan = scoreOf(onEveryDomain(3.4985))
    expect(pacitan.index.rounded).toBe(publishedCase('kab-pacitan-2024').index)
    expect(publishedCase('kab-pacitan-2024').predicate).toBe('Baik')
    expect(pacitan.predicate?.name).toBe('Baik')
    expect(pacitan.nearFloor?.name).toBe('Sangat Baik')
  })

  const agencies = casesOf('domains').filter((published) => published.kind === 'agency')

  it.each(agencies)(
    'can be reached by whole levels, to two decimals in index and domains: $id',
    (published) => {
      const reached = levelsReaching(published).map((values) => scoreOf(values))
      const indexes = [...new Set(reached.map((result) => result.index.value ?? NaN))].sort(
        (one, other) => one - other,
      )
      const candidates = published.recomputed.unrounded_index_candidates
      if (candidates) expect(indexes).toEqual(candidates)
      for (const result of reached) {
        for (const [id, printed] of toMap(published.domains)) {
          expect([id, result.roundedOf(id)]).toEqual([id, printed])
        }
      }
      expect(reached.map((result) => result.index.rounded)).toContain(published.index)
    },
  )

  it('have candidates for the unrounded index wherever an agency table was read', () => {
    const without = agencies.filter((published) => !published.recomputed.unrounded_index_candidates)
    expect(without.map((published) => published.id)).toEqual([
      'kota-denpasar-2021',
      'kota-bandar-lampung-2022-press',
    ])
    expect(agencies).toHaveLength(46)
  })
})

describe('results with an index only', () => {
  const judged = casesOf('index only').filter((published) => published.predicate !== null)

  it.each(judged)('have the published predicate: $id', (published) => {
    const result = scoreOf(onEveryDomain(published.index ?? NaN))
    expect(result.index.rounded).toBe(published.index)
    expect(result.predicate?.name).toBe(published.predicate)
    expect(result.nearFloor).toBeNull()
  })

  it('lack a predicate only where none was printed', () => {
    const others = casesOf('index only').filter((published) => published.predicate === null)
    expect(others.map((published) => published.id)).toEqual(INDEX_WITHOUT_PREDICATE)
    for (const published of others) {
      expect(scoreOf(onEveryDomain(published.index ?? NaN)).index.rounded).toBe(published.index)
    }
  })
})

describe('results that contradict themselves', () => {
  it('TAUVAL sample 2025: the index follows from the aspects exactly, the domains do not', () => {
    const published = publishedCase('tauval-api-sample-2025')
    expect(published.aspects_exact).toEqual({ A6: '8/3' })
    // 8/3 has no four decimals: its three audits at 3, 3 and 2 have.
    const values = toMap({ ...published.aspects, I29: 3, I30: 3, I31: 2 })
    values.delete('A6')
    const result = scoreOf(values)
    expect(result.index.value).toBe(published.index)
    expect(result.index.rounded).toBe(4.21)
    const disagreeing = [...toMap(published.domains)].map(([id, printed]) => [
      id,
      printed,
      result.roundedOf(id),
    ])
    expect(disagreeing).toEqual([
      ['D1', 0, 5],
      ['D2', 2.4, 4],
      ['D3', 1.0909090909, 2.91],
      ['D4', 1.3901098901, 4.58],
    ])
  })

  it('average of cities 2023 as misprinted: aspects give the domains, which give 3.02 and not 2.50', () => {
    const published = publishedCase('rata-rata-kota-2023-lhe-misprint')
    const fromAspects = scoreOf(toMap(published.aspects))
    for (const [id, printed] of toMap(published.domains)) expectWithin(fromAspects.roundedOf(id), printed, id)
    expect(fromAspects.index.rounded).toBe(3.02)
    expect(scoreOf(toMap(published.domains)).index.rounded).toBe(3.02)
    expect(published.index).toBe(2.5)
  })
})

describe('results off the scale', () => {
  it('Banyuasin 2023: services at 0.30 are refused, though the arithmetic holds with blanks as 0', () => {
    const published = publishedCase('kab-banyuasin-2023')
    expect(() => score(spbe2020, toMap(published.domains))).toThrow(RangeError)

    const fromZero = { ...spbe2020, scale: { ...spbe2020.scale, min: 0 } }
    const printed = score(fromZero, toMap(published.domains))
    expect(printed.index).toEqual({ value: 1.05335, rounded: published.index })
    expect(printed.predicate?.name).toBe(published.predicate)

    // The note: 0.30 is 55/182, levels that sum to 5 over ten services and to 0 over the other six.
    const services = spbe2020.domains.at(-1)?.aspects ?? []
    const levels = toMap({ D1: 2.4, D2: 1.7 })
    for (let number = 21; number <= 31; number += 1) levels.set(`I${number}`, number === 21 ? 2 : 1)
    services.forEach((aspect, at) =>
      aspect.indicators.forEach((indicator, place) =>
        levels.set(indicator.id, at === 0 && place < 5 ? 1 : 0),
      ),
    )
    const reached = score(fromZero, levels)
    expect(reached.domains.map((domain) => domain.rounded)).toEqual([2.4, 1.7, 1.09, 0.3])
    expect(reached.index.value).toBe(published.recomputed.unrounded_index_candidates?.[0])
    expect(reached.index.rounded).toBe(published.index)
  })
})

/**
 * Whole levels of all indicators that give the printed domains, one set for each index they allow. A domain's
 * indicators of one weight count by the sum of their levels only, so the sums are tried and then spread out.
 */
function levelsReaching(published: PublishedCase): Values[] {
  let reached = new Map<number, ReadonlyMap<string, number>>([[0, new Map()]])
  for (const domain of spbe2020.domains) {
    const choices = domainChoices(domain, published.domains?.[domain.id] ?? NaN)
    const further = new Map<number, ReadonlyMap<string, number>>()
    for (const [sum, values] of reached) {
      for (const [added, levels] of choices) further.set(sum + added, new Map([...values, ...levels]))
    }
    reached = further
  }
  return [...reached.values()]
}

/** Levels of one domain that round to the printed value, by their weighted sum. */
function domainChoices(domain: Domain, printed: number): Map<number, ReadonlyMap<string, number>> {
  const groups = new Map<number, string[]>()
  for (const { id, weightUnits } of domain.aspects.flatMap((aspect) => aspect.indicators)) {
    groups.set(weightUnits, [...(groups.get(weightUnits) ?? []), id])
  }
  let sums = new Map<number, ReadonlyMap<string, number>>([[0, new Map()]])
  for (const [weight, ids] of groups) {
    const further = new Map<number, ReadonlyMap<string, number>>()
    for (const [sum, values] of sums) {
      for (
        let total = ids.length * spbe2020.scale.min;
        total <= ids.length * spbe2020.scale.max;
        total += 1
      ) {
        further.set(sum + weight * total, new Map([...values, ...spread(total, ids)]))
      }
    }
    sums = further
  }
  const wanted = Math.round(printed * 100)
  return new Map(
    [...sums].filter(
      ([sum]) => Math.floor((200 * sum + domain.weightUnits) / (2 * domain.weightUnits)) === wanted,
    ),
  )
}

/** A sum of levels spread over indicators as evenly as whole levels allow. */
function spread(total: number, ids: readonly string[]): [string, number][] {
  const level = Math.floor(total / ids.length)
  return ids.map((id, place) => [id, place < total % ids.length ? level + 1 : level])
}
