import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../src/instrument/schema'
import { score, scorePart, type Values } from '../../src/scoring/score'
import { allAt, indicatorIds, spbe2020, withThreeParts } from '../examples/spbe-2020'

function scoreOf(values: Readonly<Record<string, number>>) {
  return score(spbe2020, new Map(Object.entries(values)))
}

function domainOf(values: Readonly<Record<string, number>>, id: string) {
  return scoreOf(values).domains.find((domain) => domain.id === id)
}

function aspectOf(values: Readonly<Record<string, number>>, id: string) {
  return scoreOf(values)
    .domains.flatMap((domain) => domain.aspects)
    .find((aspect) => aspect.id === id)
}

/** An index that is exactly this number: it is given for every domain. */
function atIndex(index: number) {
  return scoreOf({ D1: index, D2: index, D3: index, D4: index })
}

describe('the worked examples of PermenPANRB 59/2020', () => {
  it('aspect 2: indicators 3, 4, 3, 2 of equal weight give 3.00', () => {
    expect(aspectOf({ I11: 3, I12: 4, I13: 3, I14: 2 }, 'A2')).toMatchObject({ value: 3, rounded: 3 })
  })

  it('domain 2: aspects 3, 4, 3 of weights 10, 10, 5 give 3.40', () => {
    expect(domainOf({ A2: 3, A3: 4, A4: 3 }, 'D2')).toMatchObject({ value: 3.4, rounded: 3.4 })
  })

  it('index: domains 3.70, 3.40, 3.00, 3.20 give 328.20 / 100 = 3.28', () => {
    const result = scoreOf({ D1: 3.7, D2: 3.4, D3: 3, D4: 3.2 })
    expect(result.index).toEqual({ value: 3.282, rounded: 3.28 })
    expect(result.predicate).toEqual({ name: 'Baik', min: 2.6 })
    expect(result.next).toEqual({ name: 'Sangat Baik', min: 3.5, gap: 0.218 })
  })
})

describe('blanks', () => {
  it('give no number and no predicate before the first answer', () => {
    const result = score(spbe2020, new Map())
    expect(result.index).toEqual({ value: null, rounded: null })
    expect(result.highest).toEqual({ value: 5, rounded: 5 })
    expect([result.predicate, result.next, result.nearFloor]).toEqual([null, null, null])
    expect([result.answered, result.total]).toEqual([0, 47])
    for (const domain of result.domains) {
      expect(domain).toMatchObject({ value: null, rounded: null, highest: 5, answered: 0 })
      for (const aspect of domain.aspects) {
        expect(aspect).toMatchObject({ value: null, rounded: null, highest: 5, answered: 0 })
        expect(aspect.indicators.map((indicator) => indicator.value)).not.toContain(0)
      }
    }
  })

  it('count as the lowest level in the index, and as the highest in what it can still become', () => {
    // 1.30 % at level 5, the other 98.70 % blank: 0.065 + 0.987 at least, 5 at most.
    const result = scoreOf({ I01: 5 })
    expect(result.index).toEqual({ value: 1.052, rounded: 1.05 })
    expect(result.highest).toEqual({ value: 5, rounded: 5 })
    expect(result.predicate?.name).toBe('Kurang')
    expect([result.answered, result.total]).toEqual([1, 47])
  })

  it('leave other domains and aspects without a number', () => {
    const { domains } = scoreOf({ I11: 2 })
    expect(domains.map((domain) => [domain.id, domain.rounded, domain.answered, domain.total])).toEqual([
      ['D1', null, 0, 10],
      ['D2', 1.1, 1, 10],
      ['D3', null, 0, 11],
      ['D4', null, 0, 16],
    ])
    // Aspect 2: 2, blank, blank, blank → 1.25 at least, 4.25 at most.
    expect(domains[1]?.aspects.map((aspect) => [aspect.id, aspect.rounded, aspect.highest])).toEqual([
      ['A2', 1.25, 4.25],
      ['A3', null, 5],
      ['A4', null, 5],
    ])
  })

  it('are told from an answer at the lowest level', () => {
    const blank = score(spbe2020, new Map([['I01', 3]]))
    const answered = score(spbe2020, new Map([...allAt(1), ['I01', 3]]))
    expect(answered.index).toEqual(blank.index)
    expect([blank.answered, answered.answered]).toEqual([1, 47])
    expect([blank.highest.rounded, answered.highest.rounded]).toEqual([4.97, 1.03])
  })

  it('show each indicator as it was answered', () => {
    const indicators = aspectOf({ I19: 4 }, 'A4')?.indicators
    expect(indicators).toEqual([
      { id: 'I19', weightUnits: 250, value: 4 },
      { id: 'I20', weightUnits: 250, value: null },
    ])
  })
})

describe('rounding', () => {
  it.each([
    // Each of these is a published index; binary floating point rounds most of them down.
    [3.565, 3.57],
    [3.855, 3.86],
    [4.745, 4.75],
    [4.765, 4.77],
    [2.625, 2.63],
    [4.515, 4.52],
    [2.975, 2.98],
    [1.005, 1.01],
    [1.795, 1.8],
    [2.345, 2.35],
    [4.995, 5],
    [1.0049, 1],
    [3.8549, 3.85],
    [3.8551, 3.86],
  ])('rounds an index of %s half up to %s', (index, rounded) => {
    expect(atIndex(index).index).toEqual({ value: index, rounded })
  })

  it('rounds once, at the end: from the rounded domains the index would be another', () => {
    // Mesuji 2023: domain 3 is 23/11 = 2.0909…, domain 4 is 162/45.5 = 3.5604…
    const values: Record<string, number> = { D1: 5, D2: 3.8, A7: 3.6, A8: 3.5 }
    for (let number = 21; number <= 31; number += 1) values[`I${number}`] = number === 31 ? 3 : 2
    const result = scoreOf(values)
    expect(result.domains.map((domain) => domain.rounded)).toEqual([5, 3.8, 2.09, 3.56])
    expect(result.index).toEqual({ value: 3.565, rounded: 3.57 })
    expect(scoreOf({ D1: 5, D2: 3.8, D3: 2.09, D4: 3.56 }).index.rounded).toBe(3.56)
  })

  it('rounds domains and aspects half up too', () => {
    expect(aspectOf({ A5: 2.125 }, 'A5')?.rounded).toBe(2.13)
    expect(domainOf({ D3: 1.005 }, 'D3')?.rounded).toBe(1.01)
    expect(aspectOf({ I29: 1, I30: 1, I31: 2 }, 'A6')?.rounded).toBe(1.33)
    expect(aspectOf({ I29: 1, I30: 2, I31: 2 }, 'A6')?.rounded).toBe(1.67)
  })
})

describe('predicates', () => {
  it.each([
    [4.2, 'Memuaskan', 'Sangat Baik'],
    [3.5, 'Sangat Baik', 'Baik'],
    [2.6, 'Baik', 'Cukup'],
    [1.8, 'Cukup', 'Kurang'],
  ])('an index of exactly %s is %s, just below it is %s', (floor, at, below) => {
    expect(atIndex(floor).predicate).toEqual({ name: at, min: floor })
    const justBelow = atIndex(Math.round((floor - 0.0001) * 10_000) / 10_000)
    expect(justBelow.predicate?.name).toBe(below)
    expect(justBelow.index.rounded).toBe(floor)
    expect(justBelow.next).toEqual({ name: at, min: floor, gap: 0.0001 })
  })

  it('begin with the lowest at the bottom of the scale and end with the highest at its top', () => {
    expect(atIndex(1)).toMatchObject({ predicate: { name: 'Kurang' }, next: { name: 'Cukup', gap: 0.8 } })
    expect(atIndex(5)).toMatchObject({ predicate: { name: 'Memuaskan' }, next: null })
  })

  it('are reached exactly where whole levels reach a floor', () => {
    // Level 3 everywhere, but level 2 on ten indicators of 2.50 % and five of 3.00 %: 3 − 0.40.
    const values = new Map(allAt(3))
    for (const id of ['I11', 'I12', 'I13', 'I14', 'I15', 'I16', 'I17', 'I18', 'I19', 'I20']) values.set(id, 2)
    for (const id of ['I42', 'I43', 'I44', 'I45', 'I46']) values.set(id, 2)
    expect(score(spbe2020, values).index).toEqual({ value: 2.6, rounded: 2.6 })
    expect(score(spbe2020, values).predicate?.name).toBe('Baik')
    values.set('I01', 2)
    expect(score(spbe2020, values).index).toEqual({ value: 2.587, rounded: 2.59 })
    expect(score(spbe2020, values).predicate?.name).toBe('Cukup')
  })

  it.each([
    [1.7949, null],
    [1.795, 'Cukup'],
    [1.8, 'Cukup'],
    [1.805, 'Cukup'],
    [1.8051, null],
    [4.195, 'Memuaskan'],
    [4.2051, null],
    [3, null],
  ])('warn at %s of a floor within 0.005, both ends included: %s', (index, name) => {
    expect(atIndex(index).nearFloor?.name ?? null).toBe(name)
  })

  it('do not warn at the bottom of the scale, below which there is nothing', () => {
    expect(atIndex(1).nearFloor).toBeNull()
    expect(atIndex(1.005).nearFloor).toBeNull()
  })

  it('are found whatever order the instrument lists them in', () => {
    const upsideDown: Instrument = { ...spbe2020, predicates: [...spbe2020.predicates].reverse() }
    const values: Values = new Map([...allAt(3)])
    expect(score(upsideDown, values)).toEqual(score(spbe2020, values))
  })
})

describe('values that are given', () => {
  it.each([NaN, 0, 0.9999, 5.1, 5.0001, 1.00001, -1, Infinity, -Infinity])('refuses %s', (value) => {
    expect(() => scoreOf({ I01: value })).toThrow(RangeError)
    expect(() => scoreOf({ A1: value })).toThrow(RangeError)
    expect(() => scoreOf({ D1: value })).toThrow(RangeError)
    expect(() => scorePart(spbe2020, new Map([['I01', value]]), new Set(['I01']))).toThrow(RangeError)
  })

  it('refuses a bad value even under a node that is given', () => {
    expect(() => scoreOf({ D1: 3, I01: 9 })).toThrow(RangeError)
  })

  it('says which value of which key is refused', () => {
    expect(() => scoreOf({ I07: 5.1 })).toThrow(/5\.1.*I07/)
  })

  it.each([1, 5, 1.0001, 3.3333, 4.9999])('takes %s', (value) => {
    expect(atIndex(value).index.value).toBe(value)
  })

  it('ignores keys it does not know, whatever they hold', () => {
    const known = scoreOf({ I01: 3 })
    expect(scoreOf({ I01: 3, I48: 5, A9: NaN, 'I01-1': 0, '': 7, index: 4 })).toEqual(known)
  })

  it('takes a node that is given in place of its children', () => {
    expect(domainOf({ A2: 4, I11: 1 }, 'D2')?.aspects[0]).toMatchObject({
      rounded: 4,
      highest: 4,
      answered: 4,
    })
    expect(domainOf({ D2: 2.5, A2: 4, I15: 5 }, 'D2')).toMatchObject({
      rounded: 2.5,
      answered: 10,
      total: 10,
    })
  })

  it('still shows the children of a node that is given', () => {
    const domain = domainOf({ D2: 2.5, A2: 4, I15: 5 }, 'D2')
    expect(domain?.aspects.map((aspect) => aspect.rounded)).toEqual([4, 2, null])
  })

  it('leaves the map and the instrument as they were', () => {
    const values = new Map([['I01', 3]])
    const before = JSON.stringify(spbe2020)
    score(spbe2020, values)
    expect([...values]).toEqual([['I01', 3]])
    expect(JSON.stringify(spbe2020)).toBe(before)
  })
})

describe('an indicator rated in three parts', () => {
  const threeParts = withThreeParts('I35')

  function indicatorAndIndex(values: Readonly<Record<string, number>>) {
    const result = score(threeParts, new Map([...allAt(1), ...Object.entries(values)]))
    const indicators = result.domains
      .flatMap((domain) => domain.aspects)
      .flatMap((aspect) => aspect.indicators)
    return { result, value: indicators.find((indicator) => indicator.id === 'I35')?.value }
  }

  const blankI35 = new Map([...allAt(1)].filter(([id]) => id !== 'I35'))

  it('has the mean of its parts', () => {
    const { I35: _, ...others } = Object.fromEntries(allAt(1))
    const values = new Map(Object.entries({ ...others, 'I35-1': 1, 'I35-2': 3, 'I35-3': 3 }))
    const result = score(threeParts, values)
    // 1 + 2.75 % × (7/3 − 1)
    expect(result.index.value).toBeCloseTo(1 + (0.0275 * 4) / 3, 12)
    expect(result.index.rounded).toBe(1.04)
    expect([result.answered, result.total]).toEqual([47, 47])
  })

  it('counts as answered only when all its parts are, and blank parts count as the lowest level', () => {
    const some = score(threeParts, new Map([...blankI35, ['I35-1', 4], ['I35-2', 4]]))
    expect([some.answered, some.total]).toEqual([46, 47])
    expect(some.index.value).toBeCloseTo(1 + 0.0275 * 2, 12)
    const aspect = some.domains[3]?.aspects[0]
    expect(aspect?.indicators[3]).toMatchObject({ id: 'I35', value: null })
    expect(aspect).toMatchObject({ answered: 9, total: 10, rounded: 1.2, highest: 1.33 })
  })

  it('may also be given whole, as published results do; its parts are then replaced', () => {
    expect(indicatorAndIndex({ I35: 3 }).value).toBe(3)
    expect(indicatorAndIndex({ I35: 3, 'I35-1': 1 }).value).toBe(3)
    expect(indicatorAndIndex({ I35: 3 }).result.index.value).toBeCloseTo(1.055, 12)
  })

  it('refuses a bad part', () => {
    expect(() => score(threeParts, new Map([['I35-2', 6]]))).toThrow(RangeError)
  })

  it('changes nothing but that: without parts, tripled weights give the same score', () => {
    const values = new Map(indicatorIds.map((id, index) => [id, (index % 5) + 1]))
    const tripled = score(withThreeParts('none'), values)
    const plain = score(spbe2020, values)
    expect(tripled.index).toEqual(plain.index)
    expect(tripled.predicate).toEqual(plain.predicate)
    expect(tripled.domains.map((domain) => domain.value)).toEqual(plain.domains.map((domain) => domain.value))
  })

  it('is part of a unit like any other indicator', () => {
    const values = new Map([
      ['I35-1', 2],
      ['I35-2', 3],
      ['I35-3', 4],
    ])
    expect(scorePart(threeParts, values, new Set(['I35']))).toMatchObject({ value: 3, answered: 1, total: 1 })
  })
})

describe('the mean of a part', () => {
  it('weighs the indicators of the part only', () => {
    const values = new Map([...allAt(1), ['I01', 4], ['I42', 2]])
    // (4 × 1.30 + 2 × 3.00) / 4.30 = 2.6046…
    expect(scorePart(spbe2020, values, new Set(['I01', 'I42']))).toEqual({
      id: 'part',
      weightUnits: 430,
      value: (4 * 130 + 2 * 300) / 430,
      rounded: 2.6,
      highest: 2.6,
      answered: 2,
      total: 2,
    })
  })

  it('counts blanks as the lowest level and says how high it can still get', () => {
    expect(scorePart(spbe2020, new Map([['I11', 4]]), new Set(['I11', 'I12']))).toMatchObject({
      value: 2.5,
      highest: 4.5,
      answered: 1,
      total: 2,
    })
  })

  it('has no number before the first answer of the part', () => {
    const values = new Map([['I20', 5]])
    expect(scorePart(spbe2020, values, new Set(['I01', 'I02']))).toMatchObject({
      value: null,
      rounded: null,
      highest: 5,
      answered: 0,
      total: 2,
    })
  })

  it('ignores ids the instrument does not know, and an empty part has nothing', () => {
    const values = allAt(3)
    const known = scorePart(spbe2020, values, new Set(['I01']))
    expect(scorePart(spbe2020, values, new Set(['I01', 'I99', 'A1', 'D1']))).toEqual(known)
    expect(scorePart(spbe2020, values, new Set())).toMatchObject({ value: null, answered: 0, total: 0 })
  })

  it('of all indicators is the index', () => {
    const values = new Map(indicatorIds.map((id, index) => [id, (index % 5) + 1]))
    const { value, rounded } = scorePart(spbe2020, values, new Set(indicatorIds))
    expect({ value, rounded }).toEqual(score(spbe2020, values).index)
  })
})
