import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatDate,
  formatGap,
  formatExact,
  formatNumber,
  formatPercent,
  formatValue,
} from '../../src/report/format'

describe('numbers in Indonesian', () => {
  it.each([
    [2.76, '2,76'],
    [3, '3,00'],
    [1.5, '1,50'],
    [null, '–'],
  ])('value %s reads %s', (value, text) => {
    expect(formatValue(value)).toBe(text)
  })

  it.each([
    [0.218, '0,22'],
    [0.21, '0,21'],
    [0.07, '0,07'],
    [0.29, '0,29'],
    [0.8, '0,80'],
    [0.0001, '0,01'],
    [1.0001, '1,01'],
    [0, '0,00'],
  ])('a gap of %s reads %s, rounded up', (gap, text) => {
    expect(formatGap(gap)).toBe(text)
  })

  it('a gap never reads less than it is, nor a hundredth more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), (units) => {
        const read = Number(formatGap(units / 10_000).replace(',', '.'))
        expect(Math.round(read * 10_000)).toBeGreaterThanOrEqual(units)
        expect(Math.round(read * 10_000)).toBeLessThan(units + 100)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [4, '4'],
    [3.5, '3,5'],
    [2.25, '2,25'],
  ])('%s reads %s, as short as possible', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [20_000, '20.000'],
    [1_048_576, '1.048.576'],
  ])('a count of %s reads %s', (count, text) => {
    expect(formatCount(count)).toBe(text)
  })

  it.each([
    [13, '13 %'],
    [1.3, '1,30 %'],
    [2.75, '2,75 %'],
    [100, '100 %'],
    [10 / 3, '3,33 %'],
  ])('%s percent reads %s', (percent, text) => {
    expect(formatPercent(percent)).toBe(text)
  })

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KB'],
    [9_400, '9 KB'],
    [1_234_567, '1,2 MB'],
    [25_000_000, '25 MB'],
  ])('%s bytes read %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('dates in Indonesian', () => {
  it.each([
    ['2023-05-03', '3 Mei 2023'],
    ['2023-05', 'Mei 2023'],
    ['2023', '2023'],
    ['', ''],
    ['2025-12-31T23:59', '31 Desember 2025'],
    ['2024-02-29', '29 Februari 2024'],
    ['2000-02-29', '29 Februari 2000'],
    ['2025-01-01', '1 Januari 2025'],
  ])('%j reads "%s"', (date, text) => {
    expect(formatDate(date)).toBe(text)
  })

  it.each([
    '2023-13-01',
    '2023-00',
    '2023-05-00',
    '2023-05-32',
    '2023-04-31',
    '2023-02-29',
    '1900-02-29',
    '20226-01-01',
    'kemarin',
    '3 Mei 2023',
  ])('%j, which is no date, reads as nothing', (date) => {
    expect(formatDate(date)).toBe('')
  })

  it('knows the twelve months by name', () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      formatDate(`2025-${String(at + 1).padStart(2, '0')}`),
    )
    expect(months.map((month) => month.split(' ')[0]).join(' ')).toBe(
      'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
    )
  })
})

describe('a number as exact as it is', () => {
  it.each([
    [29.9, '29,90'],
    [13, '13,00'],
    [2.3345, '2,3345'],
    [8 / 3, '2,666667'],
    [0, '0,00'],
  ])('%d is %s', (value, text) => {
    expect(formatExact(value)).toBe(text)
  })
})
