import { describe, expect, it } from 'vitest'
import { PT, type Style } from '../../../src/report/pdf/geometry'
import { createMeasure } from '../../../src/report/pdf/measure'
import { wrapRuns } from '../../../src/report/pdf/rich-text'
import { wrap, wrapBalanced } from '../../../src/report/pdf/wrap'

/** Regular characters are 1 mm wide, bold ones 2 mm. */
const style: Style = { size: 1 / PT, leading: 12, weight: 'regular', colour: '#000000' }
const measure = createMeasure({ advance: (_, weight) => (weight === 'bold' ? 2000 : 1000) })

describe('breaking lines', () => {
  it('breaks at spaces and line breaks', () => {
    expect(wrap(measure, 'satu dua tiga', style, 8)).toEqual(['satu dua', 'tiga'])
    expect(wrap(measure, 'satu\ndua  tiga', style, 20)).toEqual(['satu', 'dua tiga'])
    expect(wrap(measure, '', style, 8)).toEqual([''])
  })

  it('breaks inside words only where they are longer than a line, at a mark if there is one', () => {
    expect(wrap(measure, 'a abcdefghijkl', style, 5)).toEqual(['a', 'abcde', 'fghij', 'kl'])
    expect(wrap(measure, 'pusat/daerah', style, 8)).toEqual(['pusat/', 'daerah'])
    expect(wrap(measure, 'abc', style, 0.1)).toEqual(['a', 'b', 'c'])
  })

  it('sets titles in lines of like length, with no word left alone', () => {
    expect(wrap(measure, 'aaaa bbbb cccc dddd', style, 15)).toEqual(['aaaa bbbb cccc', 'dddd'])
    expect(wrapBalanced(measure, 'aaaa bbbb cccc dddd', style, 15)).toEqual(['aaaa bbbb', 'cccc dddd'])
    expect(wrapBalanced(measure, 'satu', style, 15)).toEqual(['satu'])
  })

  it('sets bold and regular text on one line, punctuation with its word', () => {
    const runs = [
      { text: 'Cukup', weight: 'bold' },
      { text: ', bila kosong', weight: 'regular' },
    ] as const
    expect(wrapRuns(measure, runs, style, 16)).toEqual([
      [
        { text: 'Cukup', weight: 'bold', x: 0 },
        { text: ', bila', weight: 'regular', x: 10 },
      ],
      [{ text: 'kosong', weight: 'regular', x: 0 }],
    ])
    expect(wrapRuns(measure, runs, style, 10.5).map((line) => line.map(({ text }) => text))).toEqual([
      ['Cukup', ','],
      ['bila'],
      ['kosong'],
    ])
  })

  it('takes line breaks and over-long words in mixed text', () => {
    const runs = [{ text: 'a\nbcdefgh', weight: 'regular' }] as const
    const texts = wrapRuns(measure, runs, style, 4).map((line) => line.map(({ text }) => text).join(' '))
    expect(texts).toEqual(['a', 'bcde', 'fgh'])
  })
})
