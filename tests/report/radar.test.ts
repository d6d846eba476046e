import { describe, expect, it } from 'vitest'
import { radarCorners, radarSides, spokePoint, type Point } from '../../src/report/radar'

function expectAt(point: Point | undefined, x: number, y: number) {
  expect(point?.x).toBeCloseTo(x, 9)
  expect(point?.y).toBeCloseTo(y, 9)
}

describe('the radar of aspects', () => {
  it('begins at the top and goes round clockwise', () => {
    expectAt(spokePoint(0, 4, 1, 10), 0, -10)
    expectAt(spokePoint(1, 4, 1, 10), 10, 0)
    expectAt(spokePoint(2, 4, 1, 10), 0, 10)
    expectAt(spokePoint(3, 4, 1, 10), -10, 0)
  })

  it('has its zero in the middle and its ends on the circle', () => {
    for (let index = 0; index < 8; index += 1) {
      expectAt(spokePoint(index, 8, 0, 10), 0, 0)
      const { x, y } = spokePoint(index, 8, 1, 10)
      expect(Math.hypot(x, y)).toBeCloseTo(10, 9)
    }
  })

  it('has a corner for each value, as far out as its share of the axis', () => {
    const corners = radarCorners([5, 2.5, 1, 0], 5, 10)
    expectAt(corners[0], 0, -10)
    expectAt(corners[1], 5, 0)
    expectAt(corners[2], 0, 2)
    expectAt(corners[3], 0, 0)
  })

  it('has no corner for a blank, and keeps the others on their spokes', () => {
    const corners = radarCorners([5, null, 5, null], 5, 10)
    expect(corners.map(Boolean)).toEqual([true, false, true, false])
    expectAt(corners[2], 0, 10)
    expect(radarCorners([], 5, 10)).toEqual([])
  })

  it('has a side between neighbours that are both known, the last and the first among them', () => {
    const closed = radarCorners([1, 2, 3], 5, 10)
    expect(radarSides(closed).map(({ from, to }) => [closed.indexOf(from), closed.indexOf(to)])).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ])
    const open = radarCorners([1, null, 3, 4], 5, 10)
    expect(radarSides(open).map(({ from, to }) => [open.indexOf(from), open.indexOf(to)])).toEqual([
      [2, 3],
      [3, 0],
    ])
  })
})
