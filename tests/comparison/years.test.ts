import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeSchema } from '../../src/answers/change'
import { presentOf } from '../../src/answers/present'
import { hasNoPlace, undecidedYearsOf } from '../../src/comparison/undecided-years'
import {
  before,
  byYear,
  differenceOf,
  nodesOfTier,
  pastYearSettings,
  pastYearsOf,
  resultOfPastYear,
  runsOf,
  tiersOf,
  type YearResult,
} from '../../src/comparison/years'
import { instrumentSchema } from '../../src/instrument/schema'
import { changeOf, changesOf } from '../examples/changes'
import { publishedCase } from '../examples/published-results'
import { readShipped, spbe2020 } from '../examples/spbe-2020'

const pemdi2026 = instrumentSchema.parse(readShipped('pemdi-2026').json)
const past = (id: string) => ({ kind: 'pastYear', id }) as const

const result = (year: number, instrument: string, index: number | null, key = `${year}`): YearResult => ({
  key,
  year,
  instrument,
  origin: 'typed',
  index,
  nodes: new Map(),
  complete: true,
  note: '',
})

describe('a typed past year', () => {
  const published = publishedCase('kota-bandar-lampung-2021')

  test('is read as it was typed, and comes to the index that was published', () => {
    const nodes = new Map(Object.entries(published.indicators ?? {}))
    expect(nodes.size).toBe(47)
    const typed = { id: 'lalu', year: 2021, instrument: 'spbe-2020', index: null, nodes, note: 'Laporan' }
    const changes = pastYearSettings(typed).map(({ target, field, value }) =>
      changeOf(`lalu-${field}`, target, field, value),
    )
    const [year] = pastYearsOf(presentOf(changes.map((change) => changeSchema.parse(change))))
    if (!year) throw new Error('no year')
    expect(year).toEqual(typed)
    const { index, nodes: values } = resultOfPastYear(year, spbe2020)
    expect(index).toBe(published.index)
    expect(values.get('D4')).toBe(published.domains?.['D4'])
    expect(values.get('A7')).toBe(published.aspects?.['A7'])
  })

  test('keeps the published index beside its parts, and computes none from a few of them', () => {
    const typed = { id: 'x', year: 2021, instrument: 'spbe-2020', note: '', nodes: new Map([['D1', 2]]) }
    expect(resultOfPastYear({ ...typed, index: 1.2 }, spbe2020).index).toBe(1.2)
    const { index, nodes } = resultOfPastYear({ ...typed, index: null }, spbe2020)
    expect(index).toBeNull()
    expect([...nodes]).toEqual([['D1', 2]])
    expect(resultOfPastYear({ ...typed, index: 1.2 }, undefined)).toMatchObject({
      index: 1.2,
      nodes: new Map(),
    })
  })

  test('with values off the scale or of unknown nodes counts none of them', () => {
    const nodes = new Map([
      ['D1', 9],
      ['Z9', 2],
    ])
    const typed = { id: 'x', year: 2021, instrument: 'spbe-2020', note: '', index: null, nodes }
    expect(resultOfPastYear(typed, spbe2020)).toMatchObject({ index: null, nodes: new Map() })
  })

  test('is gone when it was removed, and waits while its year is undecided', () => {
    const one = changesOf(past('lalu'), { year: 2021, instrument: 'spbe-2020', index: 1.2 })
    const removed = changeOf('r', past('lalu'), 'removed', true)
    expect(pastYearsOf(presentOf([...one, removed]))).toEqual([])
    const other = changeOf('y', past('lalu'), 'year', 2022)
    expect(pastYearsOf(presentOf([...one, other]))).toEqual([])
    expect(undecidedYearsOf(presentOf(one))).toEqual([])
    expect(undecidedYearsOf(presentOf([...one, other, removed]))).toEqual([])
    const [waiting] = undecidedYearsOf(presentOf([...one, other]))
    expect(waiting).toEqual({ id: 'lalu', fields: ['year'], years: [2021, 2022], instruments: ['spbe-2020'] })
    expect(waiting && hasNoPlace(waiting)).toBe(true)
    const index = undecidedYearsOf(presentOf([...one, changeOf('i', past('lalu'), 'index', 1.3)]))
    expect(index.map(({ fields }) => fields)).toEqual([['index']])
    expect(index.some(hasNoPlace)).toBe(false)
  })

  test.each([
    ['nodes', ['D1=2,10']],
    ['nodes', ['D1']],
    ['nodes', ['<b>=1']],
    ['nodes', ['D1=1e9']],
    ['year', 21],
    ['instrument', 'a b'],
    ['index', 'dua'],
  ])('is refused with %s %j', (field, value) => {
    expect(changeSchema.safeParse(changeOf('x', past('lalu'), field, value)).success).toBe(false)
  })
})

describe('a row of years', () => {
  const years = [
    result(2022, 'spbe-2020', 1.5),
    result(2018, 'spbe-2018', 2.1),
    result(2021, 'spbe-2020', 1.2),
    result(2026, 'pemdi-2026', 1.24),
  ]

  test('is broken where the instrument is another one', () => {
    expect(
      runsOf(years).map(({ instrument, results }) => [instrument, results.map(({ year }) => year)]),
    ).toEqual([
      ['spbe-2018', [2018]],
      ['spbe-2020', [2021, 2022]],
      ['pemdi-2026', [2026]],
    ])
  })

  test('subtracts only within one instrument, in hundredths', () => {
    const [, spbe, pemdi] = runsOf(years)
    const [first, second] = spbe?.results ?? []
    if (!spbe || !pemdi || !first || !second) throw new Error('no runs')
    expect(differenceOf(first, second)).toBe(0.3)
    expect(before(spbe, second)).toBe(first)
    expect(before(spbe, first)).toBeUndefined()
    const [latest] = pemdi.results
    expect(latest && differenceOf(second, latest)).toBeNull()
    expect(differenceOf(result(2021, 'x', 1.1), result(2022, 'x', 2.23))).toBe(1.13)
    expect(differenceOf(result(2021, 'x', null), result(2022, 'x', 2))).toBeNull()
    const unfinished = { ...result(2023, 'spbe-2020', 1.1), complete: false }
    expect(differenceOf(second, unfinished)).toBeNull()
    const later = result(2024, 'spbe-2020', 1.7)
    expect(before({ ...spbe, results: [first, second, unfinished, later] }, later)).toBe(second)
  })

  test('holds every result once, in order, whatever came in', () => {
    const any = fc.record({
      year: fc.integer({ min: 2018, max: 2023 }),
      instrument: fc.constantFrom('a', 'b'),
      index: fc.option(fc.integer({ min: 100, max: 500 }).map((hundredths) => hundredths / 100)),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), (list) => {
        const results = list.map(({ year, instrument, index }, at) =>
          result(year, instrument, index, `${at}`),
        )
        const runs = runsOf(results)
        expect(runs.flatMap((run) => run.results)).toEqual(byYear(results))
        expect(byYear([...results].reverse())).toEqual(byYear(results))
        for (const run of runs) {
          expect(new Set(run.results.map(({ instrument }) => instrument)).size).toBe(1)
          for (const one of run.results) {
            const earlier = before(run, one)
            if (earlier) expect(earlier.year).toBeLessThan(one.year)
            const moved = differenceOf(earlier, one)
            if (moved !== null) {
              expect(Math.abs((earlier?.index ?? 0) + moved - (one.index ?? 0))).toBeLessThan(1e-9)
            }
          }
        }
      }),
    )
  })
})

test('the tiers are those the instrument has', () => {
  expect(tiersOf(spbe2020)).toEqual(['index', 'domain', 'aspect', 'indicator'])
  expect(tiersOf(pemdi2026)).toEqual(['index', 'aspect', 'indicator'])
  expect(nodesOfTier(pemdi2026, 'aspect')).toHaveLength(7)
  expect(nodesOfTier(spbe2020, 'domain').map(({ id }) => id)).toEqual(['D1', 'D2', 'D3', 'D4'])
  expect(nodesOfTier(spbe2020, 'indicator')).toHaveLength(47)
  expect(nodesOfTier(spbe2020, 'index')).toEqual([])
})
