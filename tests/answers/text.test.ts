import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from '../../src/answers/text'

const RUNS = { numRuns: 500 }

/** Any UTF-16 units, with those that text cleaning is about coming up often. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(0x0a, 0x0d, 0x09, 0x20, 0x0b, 0x0c, 0x00, 0x85, 0x200b, 0x202e, 0x2028, 0xfeff),
      fc.constantFrom(0xd83d, 0xde00, 0xd800, 0xdfff, 0x61, 0x41),
    ),
    { maxLength: 30 },
  )
  .map((units) => String.fromCharCode(...units))

describe('cleaning a text', () => {
  it.each([
    ['line ends of Windows and old Macs become plain ones', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['blank lines, tabs and spaces stay as typed', '  a\n\n\tb  ', '  a\n\n\tb  '],
    ['control characters go', 'a\u0000b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    [
      'marks that turn the direction of text go',
      '\u202eetis\u202c \u2066x\u2069\u200f\u200e\u061c',
      'etis x',
    ],
    ['a byte order mark and zero-width spaces go', '\ufeffsatu\u200bdua\u2060tiga', 'satuduatiga'],
    ['lone surrogates go', 'a\ud83db\ude00c', 'abc'],
    ['emoji and their joiners stay', '👩‍💻 selesai ✅', '👩‍💻 selesai ✅'],
    ['letters of any script stay', 'Čeština, العربية, ꦗꦮ, 日本語', 'Čeština, العربية, ꦗꦮ, 日本語'],
    ['markup stays text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a script link stays text', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept)
  })

  it.each(['\u000b', '\u000c', '\u0085', '\u2028', '\u2029'])(
    'keeps words apart that only an unusual line break (%j) kept apart',
    (lineBreak) => {
      expect(cleanText(`Peraturan${lineBreak}Bupati`)).toBe('Peraturan\nBupati')
      expect(cleanLine(`Peraturan${lineBreak}Bupati`)).toBe('Peraturan Bupati')
    },
  )

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      }),
      RUNS,
    )
  })

  it('always leaves well-formed text without control characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text)
        expect(() => encodeURIComponent(clean)).not.toThrow()
        expect(clean).not.toMatch(/[^\P{Cc}\n\t]/u)
        expect(clean).not.toMatch(/\p{Bidi_Control}/u)
      }),
      RUNS,
    )
  })

  it('leaves ordinary words untouched', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcXYZ 0129.,;:-–()/"\'<>&%é'), maxLength: 40 }),
        (text) => {
          expect(cleanText(text)).toBe(text)
        },
      ),
      RUNS,
    )
  })
})

describe('cleaning a single line', () => {
  it.each([
    ['  Kabupaten Contoh  ', 'Kabupaten Contoh'],
    ['Dinas\nKominfo', 'Dinas Kominfo'],
    ['Dinas\r\n\r\n\tKominfo\n', 'Dinas Kominfo'],
    ['\u202eabc', 'abc'],
    [' \n\t ', ''],
  ])('%j becomes %j', (typed, kept) => {
    expect(cleanLine(typed)).toBe(kept)
  })
})
