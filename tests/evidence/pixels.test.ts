import { expect, test } from 'vitest'
import { pixelsOf } from '../../src/evidence/pixels'
import { damaged, png } from './hostile-files'

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test.each([
  ['PNG', png(30, 20), { width: 30, height: 20 }],
  ['PNG that says it is huge', damaged.huge.bytes, { width: 20_000, height: 20_000 }],
  ['JPEG, not turned', damaged.turned.bytes, { width: 80, height: 40 }],
  [
    'WebP, extended',
    latin(`RIFF\0\0\0\0WEBPVP8X${'\0'.repeat(8)}\x0f\x27\0\x1f\x4e\0`),
    { width: 10_000, height: 20_000 },
  ],
  ['WebP, lossy', latin(`RIFF\0\0\0\0WEBPVP8 ${'\0'.repeat(10)}\x40\x01\xf0\0`), { width: 320, height: 240 }],
  [
    'WebP, lossless',
    latin(`RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x3f\xc1\x3b\0${'\0'.repeat(6)}`),
    { width: 320, height: 240 },
  ],
  ['cut off', png(30, 20).slice(0, 20), null],
  ['JPEG without a frame', latin('\xff\xd8\xff\xe0\0\x10'), null],
  ['something else', latin('x'.repeat(100)), null],
])('%s', (_, bytes, pixels) => {
  expect(pixelsOf(bytes)).toEqual(pixels)
})

test('a JPEG whose parts have no length ends all the same', () => {
  expect(pixelsOf(latin(`\xff\xd8${'\xff\xe0\0\0'.repeat(5000)}`))).toBeNull()
})
