import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HEAD_BYTES, sniff, TAIL_BYTES } from '../../src/evidence/media-type'
import { damaged, ole, ordinary, pdf, png, refused, zip } from './hostile-files'

/** As the worker cuts a file. */
function sniffed(name: string, bytes: Uint8Array) {
  return sniff(name, bytes.slice(0, HEAD_BYTES), bytes.slice(Math.max(0, bytes.length - TAIL_BYTES)))
}

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const office = (name: string) => zip({ '[Content_Types].xml': 'x'.repeat(100_000), [name]: 'x' })
const open = (type: string) => zip({ mimetype: `application/vnd.oasis.opendocument.${type}` })

describe('a type is known by content', () => {
  test.each([
    ['a.pdf', pdf({ pages: ['x'] }), 'pdf'],
    ['a.pdf', latin(`${'x'.repeat(1000)}%PDF-1.4`), 'pdf'],
    ['a.png', png(1, 1), 'png'],
    ['a.JPG', latin('\xff\xd8\xff\xe0'), 'jpeg'],
    ['a.webp', latin('RIFF\0\0\0\0WEBPVP8 '), 'webp'],
    ['a.heic', latin('\0\0\0\x18ftypheic'), 'heic'],
    ['a.mp4', latin('\0\0\0\x18ftypisom'), 'mp4'],
    ['a.rar', latin('Rar!\x1a\x07\x01\0'), 'rar'],
    ['a.zip', zip({ 'surat.txt': 'x' }), 'zip'],
    ['a.docx', office('word/document.xml'), 'docx'],
    ['a.xlsx', office('xl/workbook.xml'), 'xlsx'],
    ['a.pptx', office('ppt/presentation.xml'), 'pptx'],
    ['a.odt', open('text'), 'odt'],
    ['a.ods', open('spreadsheet'), 'ods'],
    ['a.odp', open('presentation'), 'odp'],
    ['a.doc', ole('WordDocument'), 'doc'],
    ['a.xls', ole('Workbook'), 'xls'],
    ['a.ppt', ole('PowerPoint Document'), 'ppt'],
    ['a.xls', ole('apa saja'), 'xls'],
    ['a.vsd', ole('apa saja'), 'lainnya'],
    ['a.txt', latin('hanya teks'), 'lainnya'],
    ['a', latin('x'), 'lainnya'],
  ])('%s', (name, bytes, mediaType) => {
    expect(sniffed(name, bytes)).toEqual({ status: 'kept', mediaType, misnamed: false })
  })

  test('whatever it is called, with a word about that', () => {
    const { name, bytes } = damaged.pngCalledPdf
    expect(sniffed(name, bytes)).toEqual({ status: 'kept', mediaType: 'png', misnamed: true })
  })

  test('a text that begins like a program is a text', () => {
    expect(sniffed(ordinary.text.name, ordinary.text.bytes)).toMatchObject({ mediaType: 'lainnya' })
  })
})

test.each(refused.filter(({ reason }) => reason !== 'empty'))(
  '$name is refused: $reason',
  ({ name, bytes, reason }) => {
    expect(sniffed(name, bytes)).toEqual({ status: 'refused', reason })
  },
)

test('any bytes under any name have an answer', () => {
  const marks = [
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '<!--',
    '<?',
    '<!doctype',
    '\xff\xd8',
    'RIFF',
    '\0\0\0\0ftyp',
  ]
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('', ...marks),
      fc.uint8Array({ maxLength: 300 }),
      (name, mark, bytes) => {
        const all = Buffer.concat([latin(mark), bytes])
        expect(['kept', 'refused']).toContain(sniffed(name, new Uint8Array(all)).status)
      },
    ),
  )
})
