import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../src/instrument/schema'
import { score } from '../../src/scoring/score'
import { byHeldBack, strengthsOf, weaknessesOf, type Rated } from '../../src/scoring/strengths'
import { indicatorIds, spbe2020 } from '../examples/spbe-2020'

const all = () => true

function strengths(values: ReadonlyMap<string, number>, instrument: Instrument = spbe2020): Rated[] {
  return strengthsOf(instrument, score(instrument, values), all)
}

function weaknesses(values: ReadonlyMap<string, number>, instrument: Instrument = spbe2020): Rated[] {
  return weaknessesOf(instrument, score(instrument, values), all)
}

const said = (rated: readonly Rated[]) => rated.map(({ indicator, value }) => `${indicator.id} ${value}`)

describe('strengths and weaknesses', () => {
  const values = new Map([
    ['I01', 4],
    ['I02', 5],
    ['I03', 3],
    ['I04', 2],
    ['I05', 1],
    ['I06', 4],
    ['I11', 4],
    ['I12', 1],
    ['I42', 2],
  ])

  it('are levels 4 and 5 from the highest, and 1 and 2 from the lowest; among equals the heavier first', () => {
    // I11 weighs 2.5 %, I01 and I06 1.3 %.
    expect(said(strengths(values))).toEqual(['I02 5', 'I11 4', 'I01 4', 'I06 4'])
    expect(said(weaknesses(values))).toEqual(['I12 1', 'I05 1', 'I42 2', 'I04 2'])
  })

  it('are ordered for the head of the institution by weight × distance to the top', () => {
    // 2.5 × 4 = 10; 3 × 3 = 9; 1.3 × 4 = 5.2; 1.3 × 3 = 3.9
    expect(said(byHeldBack(spbe2020, weaknesses(values)))).toEqual(['I12 1', 'I42 2', 'I05 1', 'I04 2'])
  })

  it('give equals by number', () => {
    const same = new Map(indicatorIds.slice(0, 10).map((id) => [id, 1]))
    expect(said(byHeldBack(spbe2020, weaknesses(same).reverse()))).toEqual([...same].map(([id]) => `${id} 1`))
  })

  it('are found in the scope only', () => {
    const inside = (id: string) => id === 'I01' || id === 'I12'
    expect(said(strengthsOf(spbe2020, score(spbe2020, values), inside))).toEqual(['I01 4'])
    expect(said(weaknessesOf(spbe2020, score(spbe2020, values), inside))).toEqual(['I12 1'])
  })

  it('are none before the first answer, and a blank is none', () => {
    expect(strengths(new Map())).toEqual([])
    expect(weaknesses(new Map())).toEqual([])
  })
})

describe('of other instruments', () => {
  /** The instrument with only these of its levels, numbered from 0, and a scale to match. */
  function withLevels(count: number): Instrument {
    const maturityModels = Object.fromEntries(
      Object.entries(spbe2020.maturityModels).map(([name, model]) => [
        name,
        { ...model, levels: model.levels.slice(0, count).map((level, at) => ({ ...level, level: at })) },
      ]),
    )
    return { ...spbe2020, maturityModels, scale: { min: 0, max: count - 1 } }
  }

  it('begin at level 0 where the instrument does', () => {
    const values = new Map(indicatorIds.slice(0, 4).map((id, at) => [id, at]))
    const instrument = withLevels(4)
    expect(said(strengths(values, instrument))).toEqual(['I04 3', 'I03 2'])
    expect(said(weaknesses(values, instrument))).toEqual(['I01 0', 'I02 1'])
  })

  it('never overlap where there are few levels', () => {
    const values = new Map(indicatorIds.slice(0, 3).map((id, at) => [id, at]))
    expect(said(strengths(values, withLevels(3)))).toEqual(['I03 2'])
    expect(said(weaknesses(values, withLevels(3)))).toEqual(['I01 0'])
  })

  it('count a decimal value by the level it belongs to', () => {
    const values = new Map([
      ['I01', 3.99],
      ['I02', 4.25],
      ['I03', 2.75],
      ['I04', 3],
    ])
    expect(said(strengths(values))).toEqual(['I02 4.25'])
    expect(said(weaknesses(values))).toEqual(['I03 2.75'])
  })
})

describe('whatever was answered', () => {
  const answers = fc
    .array(fc.option(fc.integer({ min: 1, max: 5 })), {
      minLength: indicatorIds.length,
      maxLength: indicatorIds.length,
    })
    .map(
      (levels) =>
        new Map(levels.flatMap((level, at) => (level === null ? [] : [[indicatorIds[at]!, level] as const]))),
    )

  it('each answer is a strength, a weakness or in between, and the heaviest gaps are the same indicators', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const strong = strengths(values)
        const weak = weaknesses(values)
        const between = [...values.values()].filter((value) => value === 3).length
        expect(strong.length + weak.length + between).toBe(values.size)
        const heavy = byHeldBack(spbe2020, weak)
        expect(new Set(heavy)).toEqual(new Set(weak))
        const held = heavy.map(({ indicator, value }) => indicator.weightUnits * (5 - value))
        expect(held).toEqual([...held].sort((one, other) => other - one))
      }),
      { numRuns: 200 },
    )
  })

  it('raising what stands first to the top raises the index at least as much as any other weakness', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const weak = byHeldBack(spbe2020, weaknesses(values))
        const raised = (id: string) => score(spbe2020, new Map([...values, [id, 5]])).index.value ?? 0
        const best = raised(weak[0]?.indicator.id ?? '')
        for (const { indicator } of weak) expect(raised(indicator.id)).toBeLessThanOrEqual(best + 1e-9)
      }),
      { numRuns: 50 },
    )
  })
})
