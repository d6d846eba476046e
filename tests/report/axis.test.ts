import { describe, expect, it } from 'vitest'
import { axisShare } from '../../src/report/axis'

describe('the place of a value on an axis', () => {
  it('goes from 0 at the beginning to 1 at the end', () => {
    expect([1, 2, 3, 5].map((value) => axisShare({ min: 1, max: 5 }, value))).toEqual([0, 0.25, 0.5, 1])
    expect(axisShare({ min: 0, max: 5 }, 1)).toBe(0.2)
  })

  it('stays on the axis, and is its beginning where there is none', () => {
    expect(axisShare({ min: 1, max: 5 }, 0)).toBe(0)
    expect(axisShare({ min: 1, max: 5 }, 7)).toBe(1)
    expect(axisShare({ min: 2, max: 2 }, 2)).toBe(0)
  })
})
