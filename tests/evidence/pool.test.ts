import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change, ChangeValue } from '../../src/answers/change'
import { presentOf, withChanges, type Present } from '../../src/answers/present'
import { evidenceOf } from '../../src/evidence/evidence'
import type { FileFacts } from '../../src/evidence/file-facts'
import {
  filterPool,
  matchesPoolSearch,
  POOL_FILTERS,
  poolRows,
  type PoolFilterId,
  type PoolRow,
} from '../../src/evidence/pool'
import { changesOf, citationTarget, documentTarget } from '../examples/changes'

const TODAY = '2025-06-12'

const facts = (part: Partial<FileFacts>): FileFacts => ({
  pages: 3,
  textLayer: 'ada',
  signed: false,
  lock: 'none',
  broken: false,
  firstText: '',
  pixels: null,
  ...part,
})

const document = (id: string, fields: Readonly<Record<string, ChangeValue>> = {}) =>
  changesOf(documentTarget(id), { title: `Judul ${id}`, number: '1', date: '2025', ...fields })

const file = (id: string, of: string, name = 'berkas.pdf', digit = 'a') =>
  changesOf(
    { kind: 'file', id },
    { document: of, sha256: digit.repeat(64), name, size: 1000, mediaType: 'pdf' },
  )

const cite = (id: string, of: string, fields: Readonly<Record<string, ChangeValue>> = {}) =>
  changesOf(citationTarget(id), { indicator: 'I01', document: of, pages: '2', ...fields })

function rowsOf(changes: readonly Change[], found: Readonly<Record<string, FileFacts>> = {}): PoolRow[] {
  const evidence = evidenceOf(presentOf(changes))
  return poolRows({
    evidence,
    facts: new Map(Object.entries(found).map(([digit, value]) => [digit.repeat(64), value])),
  })
}

const ids = (rows: readonly PoolRow[] = []) => rows.map((row) => row.document.id)

/** Which filters a single document fits. */
function fits(changes: readonly Change[], found: Readonly<Record<string, FileFacts>> = {}): PoolFilterId[] {
  const fitting = filterPool(rowsOf(changes, found), TODAY)
  return POOL_FILTERS.map(({ id }) => id).filter((id) => (fitting.get(id)?.length ?? 0) > 0)
}

describe('a row', () => {
  test('has the sizes of all files, what was found in the newest, and what cites it', () => {
    const [row] = rowsOf(
      [
        ...document('d'),
        ...file('f1', 'd', 'lama.pdf', 'a'),
        ...file('f2', 'd', 'baru.pdf', 'b'),
        ...cite('c', 'd'),
      ],
      { a: facts({ pages: 9 }), b: facts({ pages: 12 }) },
    )
    expect(row).toMatchObject({ size: 2000, removed: false })
    expect(row?.facts?.pages).toBe(12)
    expect(row?.citations.map(({ id }) => id)).toEqual(['c'])
  })

  test('is the same object as long as it says the same', () => {
    const before = presentOf([...document('d1'), ...file('f1', 'd1'), ...document('d2'), ...cite('c1', 'd2')])
    const rows = (present: Present, facts = new Map<string, FileFacts>()) =>
      poolRows({ evidence: evidenceOf(present), facts })
    const [first, cited] = rows(before)
    const citedAnew = rows(withChanges(before, cite('c2', 'd2')))
    expect(citedAnew[0]).toBe(first)
    expect(citedAnew[1]?.citations).toHaveLength(2)
    const found = rows(before, new Map([['a'.repeat(64), facts({ pages: 7 })]]))
    expect(found[0]?.facts?.pages).toBe(7)
    expect(found[1]?.citations).toEqual(cited?.citations)
  })

  test('stands by its title, and deleted ones last', () => {
    const rows = rowsOf([
      ...document('z', { title: 'Anggaran' }),
      ...document('a', { title: 'Zonasi' }),
      ...document('m', { title: 'Aaa', removed: true }),
    ])
    expect(ids(rows)).toEqual(['z', 'a', 'm'])
  })
})

describe('filters', () => {
  test('a plain document that is cited fits none but all', () => {
    expect(fits([...document('d'), ...file('f', 'd'), ...cite('c', 'd')], { a: facts({}) })).toEqual(['all'])
  })

  test.each<[string, PoolFilterId, readonly Change[], Readonly<Record<string, FileFacts>>?]>([
    ['nothing cites it', 'uncited', document('d')],
    ['it has no number', 'undated', [...document('d', { number: '' }), ...cite('c', 'd')]],
    ['it has no date', 'undated', [...document('d', { date: '' }), ...cite('c', 'd')]],
    [
      'its newest file has no text layer',
      'no-text',
      [...document('d'), ...file('f', 'd'), ...cite('c', 'd')],
      { a: facts({ textLayer: 'tidak-ada' }) },
    ],
    ['its title says draft', 'draft', [...document('d', { title: 'DRAF Perbup' }), ...cite('c', 'd')]],
    [
      'its file says draft',
      'draft',
      [...document('d'), ...file('f', 'd', 'SK_Draft_2.pdf'), ...cite('c', 'd')],
    ],
    ['it is of 2022', 'old', [...document('d', { date: '2022' }), ...cite('c', 'd')]],
    ['it is a day too old', 'old', [...document('d', { date: '2023-06-11' }), ...cite('c', 'd')]],
    [
      'its file has a long name',
      'long-name',
      [...document('d'), ...file('f', 'd', `${'n'.repeat(57)}.pdf`), ...cite('c', 'd')],
    ],
    ['it is confidential', 'confidential', [...document('d', { confidential: true }), ...cite('c', 'd')]],
    [
      'it was given a newer file',
      'check-pages',
      [...document('d'), ...file('f1', 'd'), ...file('f2', 'd', 'baru.pdf', 'b'), ...cite('c', 'd')],
    ],
  ])('%s: %s', (_, filter, changes, found) => {
    expect(fits(changes, found)).toEqual(
      POOL_FILTERS.map(({ id }) => id).filter((id) => id === 'all' || id === filter),
    )
  })

  test.each([
    ['of the year two years ago', { date: '2023' }],
    ['two years old to the day', { date: '2023-06-12' }],
    ['of the month two years ago', { date: '2023-06' }],
    ['about a draftsman', { title: 'Pedoman draftsman dan drafting' }],
  ])('leave alone a document %s', (_, fields) => {
    expect(fits([...document('d', fields), ...cite('c', 'd')])).toEqual(['all'])
  })

  test('leave alone a name of sixty letters, counted as people do', () => {
    const name = `${'😀'.repeat(56)}.pdf`
    expect(fits([...document('d'), ...file('f', 'd', name), ...cite('c', 'd')])).toEqual(['all'])
  })

  test('a deleted document fits only the deleted ones', () => {
    expect(fits(document('d', { removed: true, confidential: true, number: '' }))).toEqual(['removed'])
  })

  test('each is a part of its whole, in the same order', () => {
    const anyDocument = fc.record({
      title: fc.constantFrom('SK', 'Draf SK', 'Notula'),
      number: fc.constantFrom('', '7'),
      date: fc.constantFrom('', '2019', '2025-01', '2023-06-11'),
      confidential: fc.boolean(),
      removed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 12 }), (fields) => {
        const rows = rowsOf(fields.flatMap((values, at) => document(`d${at}`, values)))
        const fitting = filterPool(rows, TODAY)
        const kept = ids(rows.filter((row) => !row.removed))
        expect(ids(fitting.get('all'))).toEqual(kept)
        for (const { id } of POOL_FILTERS) {
          const found = ids(fitting.get(id))
          const whole = id === 'removed' ? ids(rows) : kept
          expect(whole.filter((candidate) => found.includes(candidate))).toEqual(found)
        }
      }),
    )
  })
})

describe('search', () => {
  const [row] = rowsOf([
    ...document('d', { title: 'Perbup 41/2023', kind: 'perda-perkada', issuer: 'Bupati', number: '188.4/7' }),
    ...file('f', 'd', 'Lampiran-Risiko.pdf'),
  ])
  test.each(['', '  ', 'perbup', 'BUPATI 41', 'perkada', '188.4/7', 'risiko.pdf perbup'])(
    'finds by “%s”',
    (words) => {
      expect(row && matchesPoolSearch(row, words)).toBe(true)
    },
  )
  test.each(['sekda', 'perbup sekda'])('does not find by “%s”', (words) => {
    expect(row && matchesPoolSearch(row, words)).toBe(false)
  })
})
