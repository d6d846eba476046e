import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPdf, type PdfCheck } from '../../../src/report/pdf/check'
import { fileId } from '../../../src/report/pdf/file-id'
import { renderPdf, type RenderedPdf } from '../../../src/report/pdf/render'
import { reportFixture } from '../fixture'

let pdf: RenderedPdf
let text: string

beforeAll(async () => {
  pdf = await renderPdf({ kind: 'report', model: reportFixture({ scope: ['I21', 'I22'] }) })
  text = Buffer.from(pdf.bytes).toString('latin1')
})

/** What is said of the file with its bytes changed, as text of one byte a letter. */
function checkText(changed: string): PdfCheck {
  return checkPdf(new Uint8Array(Buffer.from(changed, 'latin1')), pdf)
}

/** The file with as many letters put in place of others, so that nothing moves. */
function replaced(found: RegExp, by: string): string {
  const changed = text.replace(found, (part) => by.padEnd(part.length).slice(0, part.length))
  expect(changed).not.toBe(text)
  return changed
}

function reasonOf(check: PdfCheck): string {
  return check.status === 'broken' ? check.reason : 'sound'
}

describe('a written PDF, opened again', () => {
  it('is sound, and has what was painted', () => {
    expect(checkPdf(pdf.bytes, pdf)).toEqual({ status: 'sound' })
    expect(pdf.bookmarks).toBeGreaterThan(5)
    expect(pdf.links).toBeGreaterThan(2)
  })

  it.each(['pages', 'bookmarks', 'links'] as const)(
    'is not what was planned with another number of %s',
    (part) => {
      for (const step of [-1, 1]) {
        const reason = reasonOf(checkPdf(pdf.bytes, { ...pdf, [part]: pdf[part] + step }))
        expect(reason).toBe(`${part}: ${pdf[part]} instead of ${pdf[part] + step}`)
      }
    },
  )

  it('is found broken wherever it was cut', () => {
    for (let share = 0; share < 1; share += 0.01) {
      expect(checkText(text.slice(0, Math.floor((text.length - 8) * share))).status).toBe('broken')
    }
  })

  it('is found broken wherever a byte was lost or put in before its table', () => {
    const table = text.lastIndexOf('\nxref')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: table - 1 }), fc.boolean(), (at, lost) => {
        const changed = lost
          ? text.slice(0, at) + text.slice(at + 1)
          : `${text.slice(0, at)} ${text.slice(at)}`
        expect(checkText(changed).status).toBe('broken')
      }),
      { numRuns: 300 },
    )
  })

  it.each<[string, RegExp, string, string]>([
    ['header', /^%PDF-/, 'GIF89', 'no header'],
    ['table', /\nxref\n/, '\nxxxx\n', 'no cross-reference table'],
    ['root', /\/Root /, '/Ruin ', 'no /Root'],
    ['pages', /\/Pages (\d+) 0 R/, '/Pager 1 0 R', 'no /Pages'],
    ['a page', /\[3 0 R/, '[', 'pages'],
    ['a link', /\/Subtype \/Link/, '/Subtype /Text', 'links'],
    ['an entry of the outline', /\/Next \d+ 0 R/, '', 'bookmarks'],
    ['an object', /\n5 0 obj/, '\n6 0 obj', 'object 5'],
    ['the length of a stream', /\/Length \d+/, '/Length 1', 'stream of object'],
    ['a page that is its own parent', /\/Kids \[3 0 R/, '/Kids [1 0 R', 'object 1 leads back'],
  ])('is found broken without its %s', (_, found, by, reason) => {
    expect(reasonOf(checkText(replaced(found, by)))).toContain(reason)
  })

  it('never throws, whatever the bytes', () => {
    const check = (bytes: Uint8Array) => {
      expect(checkPdf(bytes, pdf).status).toBe('broken')
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: 300 })
    check(new Uint8Array())
    check(new TextEncoder().encode('%PDF-1.3\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF'))
  })
})

describe('the identifier of a file', () => {
  it('is 32 hexadecimal digits, the same for the same text and another for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(fileId(one)).toMatch(/^[0-9a-f]{32}$/)
        expect(fileId(one) === fileId(other)).toBe(one === other)
      }),
      { numRuns: 300 },
    )
  })
})
