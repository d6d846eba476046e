import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markWords, search, wordsOf, type Piece } from '../../src/guide/search'

const texts = [
  { id: 'cadangan', title: 'Cadangan', text: 'Simpan di flashdisk. Dari situ penilaian dapat dipulihkan.' },
  { id: 'laporan', title: 'Laporan PDF', text: 'Urutannya: sampul, ringkasan, lalu indikator.' },
  { id: 'masalah', title: 'Bila ada masalah', text: 'Simpan cadangan, lalu muat ulang. Daérah lain.' },
]

const ids = (query: string) => search(texts, query).map(({ id }) => id)
const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')
const marked = (pieces: readonly Piece[]) => pieces.filter(({ hit }) => hit).map(({ text }) => text)

describe('search', () => {
  test('finds what holds every word, in any order, with those in the title first', () => {
    expect(ids('cadangan')).toEqual(['cadangan', 'masalah'])
    expect(ids('simpan cadangan')).toEqual(['cadangan', 'masalah'])
    expect(ids('muat simpan')).toEqual(['masalah'])
    expect(ids('cadangan sampul')).toEqual([])
  })

  test.each(['CADANGAN', 'cádangan', '  cadangan!  ', 'cadang'])('forgives %s', (query) => {
    expect(ids(query)).toEqual(['cadangan', 'masalah'])
  })

  test('forgives accents in the text, too', () => {
    const [hit] = search(texts, 'daerah')
    expect(marked(hit?.excerpt ?? [])).toEqual(['Daérah'])
  })

  test.each(['', '   ', 'a', '?!', '–'])('finds nothing for %j', (query) => {
    expect(ids(query)).toEqual([])
  })

  test('shows the words around the first hit, whole', () => {
    const long = {
      id: 'x',
      title: 'Judul',
      text: `${'kata lain '.repeat(40)}jarum ${'dan lagi '.repeat(40)}`,
    }
    const [hit] = search([long], 'jarum')
    const excerpt = joined(hit?.excerpt ?? [])
    expect(excerpt).toMatch(/^… (kata|lain) /)
    expect(excerpt).toMatch(/(dan|lagi) …$/)
    expect(excerpt.length).toBeLessThan(220)
    expect(marked(hit?.excerpt ?? [])).toEqual(['jarum'])
  })
})

describe('marking', () => {
  test('joins what overlaps', () => {
    expect(marked(markWords('cadangan', ['cadang', 'dangan']))).toEqual(['cadangan'])
  })

  const anyText = fc.string({ unit: 'grapheme', maxLength: 60 })

  test('never changes the text, and never leaves an empty piece', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, queries) => {
        const pieces = markWords(text, wordsOf(queries.join(' ')))
        expect(joined(pieces)).toBe(text)
        expect(pieces.every((piece) => piece.text.length > 0)).toBe(true)
      }),
    )
  })

  test('marks a word taken from the text', () => {
    const word = fc.stringMatching(/^[a-zé]{2,8}$/)
    fc.assert(
      fc.property(anyText, word, anyText, (before, wanted, after) => {
        const text = `${before} ${wanted} ${after}`
        expect(search([{ id: 'x', title: '', text }], wanted)).toHaveLength(1)
        expect(marked(markWords(text, wordsOf(wanted))).join(' ')).toContain(wanted)
      }),
    )
  })
})
