import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCanvas } from '../../../src/report/pdf/paint'
import { paintByLibrary, type TextRun } from '../../../src/report/pdf/paint-text'

/** Letters of the fonts, of each script and direction they lack, and what is written in two code units. */
const letters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'aAeEkKnNuU 0123456789.,()–—“”é"\\<>&½×→≥□ \u00a0') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u0000', '\u05d0', '\u0627', '\u0644', '\u200f', '漢', '😀', '\n', '\t'),
  },
)
const run = fc.record<TextRun>({
  text: fc.string({ unit: letters, maxLength: 30 }),
  x: fc.double({ min: 0, max: 210, noNaN: true }),
  y: fc.double({ min: 0, max: 297, noNaN: true }),
  size: fc.constantFrom(7.5, 9, 24),
  colour: fc.constantFrom('#000000', '#7a1f3d', '#ffffff', '#123456'),
  font: fc.constantFrom('regular', 'bold', 'math', 'symbols'),
})

test('whatever is written, pages are the same byte by byte as those of the library alone', () => {
  const property = fc.property(fc.array(fc.array(run, { maxLength: 12 }), { maxLength: 3 }), (pages) => {
    const [own, other] = [createCanvas(), createCanvas()]
    for (const runs of pages) {
      for (const one of runs) {
        own.paintRun(one)
        paintByLibrary(other.doc, one)
      }
      own.doc.addPage()
      other.doc.addPage()
    }
    const bytesOf = ({ doc }: typeof own) => {
      doc.setFileId('0'.repeat(32))
      doc.setCreationDate(new Date(0))
      return Buffer.from(doc.output('arraybuffer')).toString('latin1')
    }
    expect(bytesOf(own)).toBe(bytesOf(other))
  })
  fc.assert(property, { numRuns: 100 })
})
