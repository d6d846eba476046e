import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combineCrc } from '../../src/handover/files/crc-combine'

test('the CRC-32 of pieces is that of the whole, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 3000 }), (one, other) => {
      const whole = crc32(Buffer.concat([one, other]))
      expect(combineCrc(crc32(one), crc32(other), other.length)).toBe(whole)
    }),
  )
})

test('also behind each other, and of many bytes', () => {
  const pieces = [70_001, 0, 1, 9_000_000].map((size, at) => Buffer.alloc(size, at + 1))
  const combined = pieces.reduce((crc, piece) => combineCrc(crc, crc32(piece), piece.length), 0)
  expect(combined).toBe(crc32(Buffer.concat(pieces)))
})
