import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citedPage, firstPage } from '../../src/evidence/pages'

test.each([
  ['6–9', 6],
  ['hlm. 12, 15', 12],
  ['', null],
  ['iv', null],
  ['0', null],
])('the first page of “%s” is %s', (text, page) => {
  expect(firstPage(text)).toBe(page)
})

describe('the page of a citation', () => {
  const labels = ['i', 'ii', '1', '2', '3']
  test.each([
    ['the noted one, whatever is printed', { pdfPages: '2–3', pages: '1' }, 2],
    ['the one on which the number is printed', { pdfPages: '', pages: '1–2' }, 3],
    ['none where nothing is said', { pdfPages: '', pages: '' }, null],
    ['none beyond the end', { pdfPages: '6', pages: '' }, null],
  ])('%s', (_, citation, page) => {
    expect(citedPage(citation, labels.length, labels)).toBe(page)
  })

  test('without labels the number counts', () => {
    expect(citedPage({ pdfPages: '', pages: '4' }, 5, null)).toBe(4)
  })

  test('is always one the file has', () => {
    const text = fc.string({ unit: fc.constantFrom('1', '9', '0', '–', ' ', 'x'), maxLength: 9 })
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 40 }), (pdfPages, pages, count) => {
        const page = citedPage({ pdfPages, pages }, count, null)
        expect(page === null || (page >= 1 && page <= count)).toBe(true)
      }),
    )
  })
})
