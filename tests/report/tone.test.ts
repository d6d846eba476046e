import { describe, expect, it } from 'vitest'
import { levelTone, predicateBands } from '../../src/report/tone'
import { spbe2020 } from '../examples/spbe-2020'

describe('the colour ramp', () => {
  it('has a step for each level, the highest darkest', () => {
    expect([1, 2, 3, 4, 5].map((level) => levelTone(spbe2020, level))).toEqual([1, 2, 3, 4, 5])
  })

  it('keeps the highest darkest where a scale begins at 0, and never leaves the ramp', () => {
    const fromZero = { ...spbe2020, scale: { min: 0, max: 5 } }
    expect([0, 1, 2, 3, 4, 5].map((level) => levelTone(fromZero, level))).toEqual([1, 1, 2, 3, 4, 5])
    const longer = { ...spbe2020, scale: { min: 0, max: 9 } }
    expect([0, 5, 9].map((level) => levelTone(longer, level))).toEqual([1, 1, 5])
  })

  it('gives predicates as bands from low to high that cover the scale without gaps', () => {
    const bands = predicateBands(spbe2020)
    expect(bands).toEqual([
      { name: 'Kurang', from: 1, to: 1.8, tone: 1 },
      { name: 'Cukup', from: 1.8, to: 2.6, tone: 2 },
      { name: 'Baik', from: 2.6, to: 3.5, tone: 3 },
      { name: 'Sangat Baik', from: 3.5, to: 4.2, tone: 4 },
      { name: 'Memuaskan', from: 4.2, to: 5, tone: 5 },
    ])
  })

  it('does not mind the order in which predicates are listed, and leaves it as it was', () => {
    const upsideDown = { ...spbe2020, predicates: [...spbe2020.predicates].reverse() }
    expect(predicateBands(upsideDown)).toEqual(predicateBands(spbe2020))
    expect(upsideDown.predicates[0]?.name).toBe('Kurang')
  })
})
