import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placedIndicators } from '../../src/instrument/lookup'
import type { Conversion } from '../../src/instrument/schema'
import { convertIndex, sourceRange } from '../../src/scoring/conversion'
import { score } from '../../src/scoring/score'
import { pemdi2026 } from '../examples/shipped'

const indicators = placedIndicators(pemdi2026).map(({ indicator }) => indicator)
const converted = indicators.filter((indicator) => indicator.conversion)

function conversionOf(id: string): Conversion {
  const found = indicators.find((indicator) => indicator.id === id)?.conversion
  if (!found) throw new Error(`no conversion of ${id}`)
  return found
}

describe('another agency’s index', () => {
  it.each([
    // The two worked examples of the ministry's module.
    ['I05', 25, 2.0],
    ['I05', 68.75, 3.75],
    // 37,5 is the upper end of one range and belongs to the next: 2,5 + 0 ÷ 25 × 1.
    ['I05', 37.5, 2.5],
    ['I05', 0, 1],
    ['I05', 100, 5],
    // 3,5 + (68,7 − 62,5) ÷ 12,5 × 0,5 = 3,748
    ['I05', 68.7, 3.75],
    // 3,5 + (68,625 − 62,5) ÷ 12,5 × 0,5 = 3,745: half up
    ['I05', 68.625, 3.75],
    // The same numbers on both sides: the value is the index itself.
    ['I06', 3.27, 3.27],
    // 2,5 + (2,9 − 2,6) ÷ 0,9 × 1 = 2,8333…
    ['I07', 2.9, 2.83],
    // 4 + (4,6 − 4,2) ÷ 0,8 × 1 = 4,5
    ['I07', 4.6, 4.5],
  ])('gives %s at %d the value %d', (id, index, value) => {
    expect(convertIndex(conversionOf(id), index)).toBe(value)
  })

  it.each([
    ['I05', -0.0001],
    ['I05', 100.0001],
    ['I06', 0.99],
    ['I07', 5.01],
  ])('is refused outside of its ranges: %s at %d', (id, index) => {
    expect(convertIndex(conversionOf(id), index)).toBeNull()
  })

  it.each(converted.map((indicator) => [indicator.id]))('never falls as the index of %s rises', (id) => {
    const conversion = conversionOf(id)
    const { min, max } = sourceRange(conversion)
    const index = fc.integer({ min: min * 10_000, max: max * 10_000 }).map((units) => units / 10_000)
    fc.assert(
      fc.property(index, index, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((at) =>
          convertIndex(conversion, at),
        )
        expect(low).not.toBeNull()
        expect(high).toBeGreaterThanOrEqual(low ?? NaN)
        expect(low).toBeGreaterThanOrEqual(pemdi2026.scale.min)
        expect(high).toBeLessThanOrEqual(pemdi2026.scale.max)
      }),
      { numRuns: 200 },
    )
  })

  it('is presented as the formula where it is verified: for one of four', () => {
    expect(converted.map(({ id, conversion }) => [id, conversion?.verified])).toEqual([
      ['I05', true],
      ['I06', false],
      ['I07', false],
      ['I18', false],
    ])
  })
})

describe('a profile with decimals and converted indices', () => {
  /** SDI 68,75; SJIG 3,27; IPS 2,9; SDI interoperability 30. */
  const fromIndices = { I05: 68.75, I06: 3.27, I07: 2.9, I18: 30 }
  const typed = {
    ...{ I01: 1.5, I02: 1.75, I03: 2.5, I04: 1.25, I08: 1.5, I09: 1, I10: 2.6, I11: 1, I12: 1.5, I13: 2.5 },
    ...{ I14: 3.5, I15: 1.5, I16: 2.5, I17: 3.99, I19: 1.5, I20: 2.75 },
  }
  const values = new Map<string, number>([
    ...Object.entries(typed),
    ...Object.entries(fromIndices).map(
      ([id, index]) => [id, convertIndex(conversionOf(id), index) ?? NaN] as const,
    ),
  ])

  it('comes to 2,26 and Cukup by hand', () => {
    // I18: 1,5 + (30 − 12,5) ÷ 25 × 1 = 2,2
    expect(values.get('I18')).toBe(2.2)
    // Weight × value, aspect by aspect:
    // A1  5×1,50 + 5×1,75                     = 16,25   ÷ 10 = 1,625
    // A2  5×2,50 + 5×1,25                     = 18,75   ÷ 10 = 1,875
    // A3  5×3,75 + 3×3,27 + 3×2,83 + 4×1,50   = 43,05   ÷ 15 = 2,87
    // A4  4×1,00 + 4×2,60 + 3×1,00 + 4×1,50   = 23,40   ÷ 15 = 1,56
    // A5  5×2,50 + 5×3,50                     = 30,00   ÷ 10 = 3,00
    // A6  4×1,50 + 4×2,50 + 4×3,99 + 3×2,20   = 38,56   ÷ 15 = 2,5706…
    // A7  10×1,50 + 15×2,75                   = 56,25   ÷ 25 = 2,25
    // Sum 226,26 ÷ 100 = 2,2626
    const result = score(pemdi2026, values)
    expect(result.domains.flatMap(({ aspects }) => aspects.map(({ rounded }) => rounded))).toEqual([
      1.63, 1.88, 2.87, 1.56, 3, 2.57, 2.25,
    ])
    expect(result.index).toEqual({ value: 2.2626, rounded: 2.26 })
    expect(result.predicate?.name).toBe('Cukup')
    expect(result.next).toEqual({ name: 'Baik', min: 2.5, gap: expect.closeTo(0.2374, 10) as number })
    expect([result.answered, result.total]).toEqual([20, 20])
  })

  it('is the index itself on the only node above the aspects', () => {
    const [whole, ...others] = score(pemdi2026, values).domains
    expect(others).toEqual([])
    expect(whole).toMatchObject(score(pemdi2026, values).index)
  })
})
