import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesToLookAt, textLayerOf } from '../../src/evidence/text-layer'

test('the first, the last and eight spread pages, all of a short document', () => {
  expect(pagesToLookAt(0)).toEqual([])
  expect(pagesToLookAt(1)).toEqual([1])
  expect(pagesToLookAt(4)).toEqual([1, 2, 3, 4])
  expect(pagesToLookAt(5000)).toEqual([1, 556, 1112, 1667, 2223, 2778, 3334, 3889, 4445, 5000])
})

test('every page at most once, from the first to the last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (count) => {
      const pages = pagesToLookAt(count)
      expect(pages).toHaveLength(Math.min(count, 10))
      expect([pages[0], pages.at(-1)]).toEqual([1, count])
      expect(new Set(pages).size).toBe(pages.length)
    }),
  )
})

test('a stamp is no text layer', () => {
  const words = 'Sistem Pemerintahan Berbasis Elektronik'
  expect(textLayerOf([words, words])).toBe('ada')
  expect(textLayerOf([words, 'CamScanner'])).toBe('sebagian')
  expect(textLayerOf(['3', ''])).toBe('tidak-ada')
})
