import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { createObjectWriter } from '../../src/dossier/files/object-writer'

test('a stream is written byte for byte as the library would', async () => {
  const { context } = await PDFDocument.create()
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
  const stream = PDFRawStream.of(context.obj({ Filter: PDFName.of('DCTDecode') }), bytes)
  const ref = context.register(stream)
  const pieces: Uint8Array[] = []
  const writer = await createObjectWriter(context, (piece) => void pieces.push(piece.slice()))
  await writer.finish()
  const own = new Uint8Array(stream.sizeInBytes())
  stream.copyBytesInto(own, 0)
  const written = Buffer.concat(pieces)
  const begin = written.indexOf(`${ref.objectNumber} 0 obj\n`) + `${ref.objectNumber} 0 obj\n`.length
  expect([...written.subarray(begin, begin + own.length + 8)]).toEqual([...own, ...Buffer.from('\nendobj\n')])
  expect(written.includes('/Length 300')).toBe(true)
})
