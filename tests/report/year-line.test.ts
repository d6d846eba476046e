import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { YearResult } from '../../src/comparison/years'
import { yearLine } from '../../src/report/year-line'

const scales = new Map([
  ['lama', { min: 0, max: 5 }],
  ['baru', { min: 1, max: 5 }],
])

const result = (
  year: number,
  instrument: string,
  index: number | null,
  more: Partial<YearResult> = {},
): YearResult => ({
  ...{ key: `${year} ${instrument}`, year, instrument, index, origin: 'typed', nodes: new Map() },
  ...{ complete: true, note: '' },
  ...more,
})

describe('the line of years', () => {
  test('goes through the years of one instrument and is broken where it is another one', () => {
    const line = yearLine(
      [result(2018, 'lama', 2), result(2019, 'lama', 2.5), result(2022, 'baru', 3), result(2026, 'baru', 5)],
      scales,
    )
    expect(line?.runs.map((run) => run.line.map(({ year, x, y }) => [year, x, y]))).toEqual([
      [
        ['2018', 0, 0.4],
        ['2019', 0.125, 0.5],
      ],
      [
        ['2022', 0.5, 0.6],
        ['2026', 1, 1],
      ],
    ])
    expect(line?.breaks).toEqual([0.3125])
    expect(line?.ticks.map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4', '5'])
    expect(line?.label).toBe(
      'Indeks per tahun: 2018 2,00; 2019 2,50; instrumen berganti; 2022 3,00; 2026 5,00.',
    )
  })

  test('is broken over an instrument whose index nobody knows, and passes no year twice', () => {
    const line = yearLine(
      [
        result(2018, 'baru', 2),
        result(2020, 'lama', null),
        result(2022, 'baru', 3),
        result(2022, 'baru', 3.4, { key: 'z', origin: 'here', complete: false }),
      ],
      scales,
    )
    expect(line?.runs.map(({ line: on, beside }) => [on.length, beside.length])).toEqual([
      [1, 0],
      [1, 1],
    ])
    expect(line?.breaks).toEqual([0.5])
    expect(line?.runs[1]?.beside[0]).toMatchObject({ text: '3,40', complete: false })
    // The scale of an instrument without a value is not the axis.
    expect(line?.ticks[0]?.text).toBe('1')
  })

  test('is not drawn through a single index, nor without a scale', () => {
    expect(yearLine([result(2022, 'baru', 3), result(2023, 'baru', null)], scales)).toBeNull()
    expect(yearLine([result(2022, 'x', 3), result(2023, 'x', 2)], scales)).toBeNull()
  })

  test('stays within its frame', () => {
    const results = fc.array(
      fc.record({
        year: fc.integer({ min: 2000, max: 2100 }),
        instrument: fc.constantFrom('lama', 'baru', 'x'),
        index: fc.option(fc.double({ min: 0, max: 9, noNaN: true })),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(results, (made) => {
        const line = yearLine(
          made.map(({ year, instrument, index }, at) => result(year, instrument, index, { key: String(at) })),
          scales,
        )
        const points = line?.runs.flatMap((run) => [...run.line, ...run.beside]) ?? []
        for (const { x, y } of points) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect(Math.max(x, y)).toBeLessThanOrEqual(1)
        }
        if (line) expect(points).toHaveLength(made.filter(({ index }) => index !== null).length)
      }),
      { numRuns: 300 },
    )
  })
})
