import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../src/instrument/schema'
import { score, scorePart, type Values } from '../../src/scoring/score'
import { placedIndicators, valueKeys } from '../../src/instrument/lookup'
import { allShipped } from '../examples/shipped'
import { indicatorIds, spbe2020, withThreeParts } from '../examples/spbe-2020'

const RUNS = { numRuns: 200 }

const aspects = spbe2020.domains.flatMap((domain) => domain.aspects)
const indicators = aspects.flatMap((aspect) => aspect.indicators)

const level = fc.integer({ min: 1, max: 5 })
/** A value with four decimals. */
const value = fc.integer({ min: 10_000, max: 50_000 }).map((units) => units / 10_000)

const fullLevels = fc
  .array(level, { minLength: indicatorIds.length, maxLength: indicatorIds.length })
  .map((levels) => new Map(indicatorIds.map((id, index) => [id, levels[index] ?? 1])))

function indexOf(values: Values): number {
  return score(spbe2020, values).index.value ?? NaN
}

/** Answers of any questionnaire: by indicator or, where it has parts, by part. */
function answersTo(instrument: Instrument) {
  const { min, max } = instrument.scale
  const keys = placedIndicators(instrument).flatMap(({ indicator }) => valueKeys(indicator))
  const nodes = instrument.domains.flatMap((domain) => [domain, ...domain.aspects])
  const one =
    instrument.valueMode === 'level'
      ? fc.integer({ min, max })
      : fc.integer({ min: min * 10_000, max: max * 10_000 }).map((units) => units / 10_000)
  const any = fc.integer({ min: min * 10_000, max: max * 10_000 }).map((units) => units / 10_000)
  const full = fc
    .array(one, { minLength: keys.length, maxLength: keys.length })
    .map((values) => new Map(keys.map((key, at) => [key, values[at] ?? min])))
  const key = fc.constantFrom(...keys)
  const some = fc
    .tuple(
      fc.uniqueArray(fc.tuple(key, one), { selector: ([id]) => id }),
      fc.uniqueArray(fc.tuple(fc.constantFrom(...nodes.map(({ id }) => id)), any), {
        selector: ([id]) => id,
        maxLength: 3,
      }),
    )
    .map(([low, high]): Values => new Map([...low, ...high]))
  return {
    keys,
    key,
    one,
    any,
    full,
    some,
    indexOf: (values: Values) => score(instrument, values).index.value ?? NaN,
  }
}

describe.each(allShipped.map((instrument) => [instrument.id, instrument] as const))(
  'the index of %s, whatever the answers',
  (_, instrument) => {
    const { keys, key, one, any, full, some, indexOf } = answersTo(instrument)
    const { min } = instrument.scale

    it('never falls when a level is raised', () => {
      fc.assert(
        fc.property(full, key, one, (values, id, raised) => {
          const higher = new Map([...values, [id, Math.max(raised, values.get(id) ?? min)]])
          expect(indexOf(higher)).toBeGreaterThanOrEqual(indexOf(values))
        }),
        RUNS,
      )
    })

    it('never falls when a blank is answered, and what it can become never rises by that', () => {
      fc.assert(
        fc.property(some, key, one, (values, id, answer) => {
          const before = score(instrument, values)
          fc.pre(before.answered > 0 && !values.has(id))
          const after = score(instrument, new Map([...values, [id, answer]]))
          expect(after.index.value).toBeGreaterThanOrEqual(before.index.value ?? NaN)
          expect(after.highest.value).toBeLessThanOrEqual(before.highest.value)
        }),
        RUNS,
      )
    })

    it('is the value, like every domain and aspect, where all values are equal', () => {
      fc.assert(
        fc.property(any, (same) => {
          const result = score(instrument, new Map(keys.map((id) => [id, same])))
          const means = [
            result.index,
            ...result.domains,
            ...result.domains.flatMap((domain) => domain.aspects),
          ]
          for (const mean of means) expect(mean.value).toBe(same)
          expect(result.highest.value).toBe(same)
        }),
        RUNS,
      )
    })

    it('does not depend on the order in which values are given', () => {
      fc.assert(
        fc.property(
          some.chain((values) =>
            fc.tuple(
              fc.constant(values),
              fc.shuffledSubarray([...values], { minLength: values.size, maxLength: values.size }),
            ),
          ),
          ([values, shuffled]) => {
            expect(score(instrument, new Map(shuffled))).toEqual(score(instrument, values))
          },
        ),
        RUNS,
      )
    })

    it('lies between the lowest and the highest answer when all are given', () => {
      fc.assert(
        fc.property(full, (values) => {
          expect(indexOf(values)).toBeGreaterThanOrEqual(Math.min(...values.values()))
          expect(indexOf(values)).toBeLessThanOrEqual(Math.max(...values.values()))
        }),
        RUNS,
      )
    })

    it('is never above what it can still become, and equals it when nothing is blank', () => {
      fc.assert(
        fc.property(some, full, (values, all) => {
          const result = score(instrument, values)
          if (result.index.value !== null) {
            expect(result.index.value).toBeLessThanOrEqual(result.highest.value)
            expect(result.index.rounded).toBeLessThanOrEqual(result.highest.rounded)
          }
          const whole = score(instrument, all)
          expect(whole.highest).toEqual(whole.index)
        }),
        RUNS,
      )
    })
  },
)

describe('predicates, whatever the answers', () => {
  /** Unequal answers whose index is exactly a floor: what one indicator gains another of its weight's worth loses. */
  const onFloor = fc
    .tuple(
      fc.constantFrom(...spbe2020.predicates.slice(0, -1)),
      fc.shuffledSubarray(indicators, { minLength: 20, maxLength: 20 }),
      fc.array(fc.integer({ min: -26, max: 26 }), { minLength: 10, maxLength: 10 }),
    )
    .map(([predicate, chosen, shifts]) => {
      const floor = Math.round(predicate.min * 10_000)
      const units = new Map(indicatorIds.map((id) => [id, floor]))
      shifts.forEach((shift, at) => {
        const [gains, loses] = chosen.slice(2 * at)
        if (!gains || !loses) return
        units.set(gains.id, floor + shift * loses.weightUnits)
        units.set(loses.id, floor - shift * gains.weightUnits)
      })
      return { predicate, units }
    })

  function fromUnits(units: ReadonlyMap<string, number>): Values {
    return new Map([...units].map(([id, unit]) => [id, unit / 10_000]))
  }

  it('give an index on a floor the higher one, and one unit less the lower one', () => {
    fc.assert(
      fc.property(onFloor, fc.constantFrom(...indicatorIds), ({ predicate, units }, id) => {
        const at = score(spbe2020, fromUnits(units))
        expect(at.index.value).toBe(predicate.min)
        expect(at.predicate?.name).toBe(predicate.name)
        expect(at.nearFloor?.name).toBe(predicate.name)

        const below = score(spbe2020, fromUnits(new Map([...units, [id, (units.get(id) ?? 0) - 1]])))
        expect(below.predicate?.min).toBeLessThan(predicate.min)
        expect(below.next?.name).toBe(predicate.name)
        expect(below.next?.gap).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })
})

describe('a node that is given', () => {
  /** Levels of an aspect whose mean has at most four decimals. */
  const aspectLevels = fc
    .constantFrom(...aspects)
    .chain((aspect) =>
      fc.tuple(
        fc.constant(aspect),
        fc.array(level, { minLength: aspect.indicators.length, maxLength: aspect.indicators.length }),
      ),
    )
    .filter(([, levels]) => (levels.reduce((sum, one) => sum + one, 0) * 10_000) % levels.length === 0)

  it('gives the same index as its children: aspect for indicators', () => {
    fc.assert(
      fc.property(aspectLevels, fullLevels, ([aspect, levels], others) => {
        const mean = levels.reduce((sum, one) => sum + one, 0) / levels.length
        const children = new Map(others)
        aspect.indicators.forEach((indicator, at) => children.set(indicator.id, levels[at] ?? 1))
        const given = score(spbe2020, new Map([...others, [aspect.id, mean]]))
        const counted = score(spbe2020, children)
        expect(given.index).toEqual(counted.index)
        expect(given.domains.map((domain) => domain.value)).toEqual(
          counted.domains.map((domain) => domain.value),
        )
        expect(given.predicate).toEqual(counted.predicate)
      }),
      RUNS,
    )
  })

  it('gives the same index as its children: domain for aspects', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...spbe2020.domains),
        fc.array(fc.integer({ min: 100, max: 500 }), { minLength: 3, maxLength: 3 }),
        fullLevels,
        (domain, hundredths, others) => {
          const given = domain.aspects.map((aspect, at) => [aspect.id, hundredths[at] ?? 100] as const)
          const sum = domain.aspects.reduce(
            (total, aspect, at) => total + aspect.weightUnits * (hundredths[at] ?? 100) * 100,
            0,
          )
          fc.pre(sum % domain.weightUnits === 0)
          const mean = sum / domain.weightUnits / 10_000
          const byAspects = score(
            spbe2020,
            new Map([...others, ...given.map(([id, units]) => [id, units / 100] as const)]),
          )
          const byDomain = score(spbe2020, new Map([...others, [domain.id, mean]]))
          expect(byDomain.index).toEqual(byAspects.index)
        },
      ),
      RUNS,
    )
  })

  it('hides everything below it', () => {
    fc.assert(
      fc.property(fullLevels, fullLevels, value, (one, other, given) => {
        const inFirstDomain = new Set(
          spbe2020.domains[0]?.aspects.flatMap((aspect) => aspect.indicators.map(({ id }) => id)),
        )
        const mixed = new Map(
          [...one].map(([id, own]) => [id, inFirstDomain.has(id) ? (other.get(id) ?? own) : own]),
        )
        expect(indexOf(new Map([...mixed, ['D1', given]]))).toBe(indexOf(new Map([...one, ['D1', given]])))
      }),
      RUNS,
    )
  })
})

describe('against an exact computation in fractions', () => {
  it.each([
    ...allShipped.map((instrument) => [instrument.id, instrument] as const),
    ['one indicator in three parts', withThreeParts('I35')] as const,
  ])('every number of the score agrees: %s', (_, instrument) => {
    fc.assert(
      fc.property(answersTo(instrument).some, (values) => {
        const result = score(instrument, values)
        const exact = exactScore(instrument, values)
        expect(result.answered).toBe(exact.answered)
        expect(result.highest.rounded).toBe(roundedHalfUp(exact.high))
        expect(result.highest.value).toBe(quotient(exact.high))
        if (exact.answered === 0) {
          expect(result.index).toEqual({ value: null, rounded: null })
          return
        }
        expect(result.index).toEqual({ value: quotient(exact.low), rounded: roundedHalfUp(exact.low) })
        expect(result.predicate?.name).toBe(exact.predicate)
        expect(result.next?.name).toBe(exact.next)
        expect(result.nearFloor?.name).toBe(exact.nearFloor)
      }),
      RUNS,
    )
  })

  it('the mean of any part agrees', () => {
    fc.assert(
      fc.property(fullLevels, fc.subarray([...indicators], { minLength: 1 }), (levels, part) => {
        const numerator = part.reduce(
          (sum, { id, weightUnits }) => sum + BigInt(weightUnits) * BigInt((levels.get(id) ?? 0) * 10_000),
          0n,
        )
        const denominator = part.reduce((sum, { weightUnits }) => sum + BigInt(weightUnits), 0n) * 10_000n
        const fraction = { numerator, denominator }
        expect(scorePart(spbe2020, levels, new Set(part.map(({ id }) => id)))).toMatchObject({
          value: quotient(fraction),
          rounded: roundedHalfUp(fraction),
          answered: part.length,
          total: part.length,
        })
      }),
      RUNS,
    )
  })
})

interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The score again, written another way: recursive over plain nodes, in unbounded whole numbers. */
function exactScore(instrument: Instrument, values: Values) {
  interface PlainNode {
    readonly id: string
    readonly weight: bigint
    readonly children: readonly PlainNode[]
  }

  const roots: PlainNode[] = instrument.domains.map((domain) => ({
    id: domain.id,
    weight: BigInt(domain.weightUnits),
    children: domain.aspects.map((aspect) => ({
      id: aspect.id,
      weight: BigInt(aspect.weightUnits),
      children: aspect.indicators.map((indicator) => ({
        id: indicator.id,
        weight: BigInt(indicator.weightUnits),
        children: Array.from({ length: indicator.parts ?? 0 }, (_, at) => ({
          id: `${indicator.id}-${at + 1}`,
          weight: BigInt(indicator.weightUnits / (indicator.parts ?? 1)),
          children: [],
        })),
      })),
    })),
  }))

  function units(number: number): bigint {
    return BigInt(number.toFixed(4).replace('.', ''))
  }

  function sumOf(node: PlainNode, blank: number): bigint {
    const given = values.get(node.id)
    if (given !== undefined) return node.weight * units(given)
    if (node.children.length === 0) return node.weight * units(blank)
    return node.children.reduce((sum, child) => sum + sumOf(child, blank), 0n)
  }

  function isAnswered(node: PlainNode): boolean {
    if (values.has(node.id)) return true
    return node.children.length > 0 && node.children.every(isAnswered)
  }

  const total = instrument.domains.reduce((sum, domain) => sum + BigInt(domain.weightUnits), 0n)
  const denominator = total * 10_000n
  const low: Fraction = { numerator: sum(roots, instrument.scale.min), denominator }
  const high: Fraction = { numerator: sum(roots, instrument.scale.max), denominator }
  const answered = roots
    .flatMap((domain) =>
      domain.children.flatMap((aspect) =>
        aspect.children.map(
          (indicator) => values.has(domain.id) || values.has(aspect.id) || isAnswered(indicator),
        ),
      ),
    )
    .filter(Boolean).length

  function sum(nodes: readonly PlainNode[], blank: number): bigint {
    return nodes.reduce((whole, node) => whole + sumOf(node, blank), 0n)
  }

  /** How far the index lies above a floor, in the index's own units. */
  function above(floor: number): bigint {
    return low.numerator - units(floor) * total
  }

  const { predicates } = instrument
  return {
    low,
    high,
    answered,
    predicate: predicates.find((predicate) => above(predicate.min) >= 0n)?.name,
    next: predicates.filter((predicate) => above(predicate.min) < 0n).at(-1)?.name,
    nearFloor: predicates.slice(0, -1).find((predicate) => {
      const distance = above(predicate.min)
      return distance <= 50n * total && distance >= -50n * total
    })?.name,
  }
}

function roundedHalfUp({ numerator, denominator }: Fraction): number {
  return Number((200n * numerator + denominator) / (2n * denominator)) / 100
}

function quotient({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator)
}
