import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakdownOf, pathTo, weightedValue, type Breakdown } from '../../src/scoring/breakdown'
import { score, scorePart } from '../../src/scoring/score'
import { allAt, indicatorIds, spbe2020, withThreeParts } from '../examples/spbe-2020'

const everything = () => true

const someValues = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...indicatorIds), fc.integer({ min: 1, max: 5 })), {
    selector: ([id]) => id,
    minLength: 1,
  })
  .map((entries) => new Map(entries))

function at(whole: Breakdown, kind: Breakdown['kind'], id: string): Breakdown {
  const found = pathTo(whole, kind, id).at(-1)
  if (!found) throw new Error(`no ${kind} ${id}`)
  return found
}

describe('what a figure is made of', () => {
  it('is weight × value, added up and divided by the weight, as on paper', () => {
    const whole = breakdownOf(spbe2020, new Map([...allAt(2), ['I03', 3], ['I04', 3]]), everything)
    const aspect = at(whole, 'aspect', 'A1')
    // Ten policies of 1.3 % each: eight at 2, two at 3.
    expect(aspect.terms.map((term) => weightedValue(spbe2020, term))).toEqual([
      2.6, 2.6, 3.9, 3.9, 2.6, 2.6, 2.6, 2.6, 2.6, 2.6,
    ])
    expect(weightedValue(spbe2020, aspect)).toBe(28.6)
    expect(aspect).toMatchObject({ value: 2.2, rounded: 2.2, blanks: 0 })
    expect(weightedValue(spbe2020, whole)).toBe(202.6)
    expect(whole.rounded).toBe(2.03)
  })

  it('has the same figures as the score, at every node', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const whole = breakdownOf(spbe2020, values, everything)
        const result = score(spbe2020, values)
        expect(whole.rounded).toBe(result.index.rounded)
        expect(whole.value).toBeCloseTo(result.index.value ?? 0, 12)
        expect(whole.blanks).toBe(result.total - result.answered)
        for (const domain of result.domains) {
          const node = at(whole, 'domain', domain.id)
          if (domain.answered > 0) expect(node.rounded).toBe(domain.rounded)
          expect(node.weightUnits).toBe(domain.weightUnits)
          for (const aspect of domain.aspects) {
            const below = at(whole, 'aspect', aspect.id)
            if (aspect.answered > 0) expect(below.rounded).toBe(aspect.rounded)
            expect(below.blanks).toBe(aspect.total - aspect.answered)
          }
        }
      }),
    )
  })

  it('adds up from its terms exactly, down to the leaves', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const check = (node: Breakdown): void => {
          if (node.terms.length === 0) return
          expect(node.terms.reduce((sum, term) => sum + term.sum, 0)).toBe(node.sum)
          expect(node.terms.reduce((sum, term) => sum + term.weightUnits, 0)).toBe(node.weightUnits)
          node.terms.forEach(check)
        }
        check(breakdownOf(spbe2020, values, everything))
      }),
    )
  })

  it('of a part holds only what lies in the scope, with the mean of the part', () => {
    const scope = new Set(['I01', 'I12', 'I13'])
    const values = new Map([
      ['I01', 4],
      ['I12', 2],
      ['I40', 5],
    ])
    const whole = breakdownOf(spbe2020, values, (id) => scope.has(id))
    expect(whole.terms.map(({ id }) => id)).toEqual(['D1', 'D2'])
    expect(at(whole, 'aspect', 'A2').terms.map(({ id }) => id)).toEqual(['I12', 'I13'])
    expect(whole.rounded).toBe(scorePart(spbe2020, values, scope).rounded)
    expect(() => breakdownOf(spbe2020, values, () => false)).toThrow(RangeError)
  })

  it('shows the parts of an indicator, which counts as one', () => {
    const instrument = withThreeParts('I35')
    const values = new Map([
      ['I35-1', 3],
      ['I35-2', 4],
    ])
    const node = at(breakdownOf(instrument, values, everything), 'indicator', 'I35')
    expect(node.terms.map(({ id, value, blanks }) => [id, value, blanks])).toEqual([
      ['I35-1', 3, 0],
      ['I35-2', 4, 0],
      ['I35-3', 1, 1],
    ])
    expect(node.blanks).toBe(1)
    expect(node.value).toBeCloseTo(8 / 3, 12)
  })

  it('ends at a node whose value is given', () => {
    const whole = breakdownOf(spbe2020, new Map([['A3', 2.5]]), everything)
    expect(at(whole, 'aspect', 'A3')).toMatchObject({ value: 2.5, blanks: 0, terms: [] })
    expect(whole.rounded).toBe(score(spbe2020, new Map([['A3', 2.5]])).index.rounded)
  })

  it('has no tier of domains where there is one domain only', () => {
    const [first] = spbe2020.domains
    if (!first) throw new Error('no domain')
    const whole = breakdownOf({ ...spbe2020, domains: [first] }, allAt(3), everything)
    expect(whole.terms.map(({ kind }) => kind)).toEqual(['aspect'])
  })

  it('leads from the whole down to any node', () => {
    const whole = breakdownOf(spbe2020, allAt(3), everything)
    expect(pathTo(whole, 'indicator', 'I12').map(({ id }) => id)).toEqual(['', 'D2', 'A2', 'I12'])
    expect(pathTo(whole, 'indicator', 'I99')).toEqual([])
  })
})
