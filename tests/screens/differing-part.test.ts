import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingPart } from '../../src/screens/fill-in/differing-part'

test('finds what differs between two texts, by words', () => {
  const one = 'Matriks mencakup 12 dari 34 perangkat daerah. Setiap risiko memuat pemilik.'
  const other = 'Matriks mencakup seluruh perangkat daerah. Setiap risiko memuat pemilik.'
  expect(differingPart(one, other)).toEqual({
    before: 'Matriks mencakup ',
    differing: '12 dari 34 ',
    after: 'perangkat daerah. Setiap risiko memuat pemilik.',
  })
})

test('finds nothing between equal texts, and everything between strangers', () => {
  expect(differingPart('sama saja', 'sama saja').differing).toBe('')
  expect(differingPart('satu', 'dua').differing).toBe('satu')
})

test('always gives the text back', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const { before, differing, after } = differingPart(text, other)
      expect(before + differing + after).toBe(text)
    }),
    { seed: 20, numRuns: 500 },
  )
})
