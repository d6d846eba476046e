import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { crcOf } from '../../src/handover/files/digest'
import { slicesOf, slicesOfAll, type Bytes } from '../../src/handover/files/slices'

const SLICE = 4 * 1024 * 1024

/** Some bytes that note where they are asked for, and answer when they are told to. */
function slow(size: number, asked: string[], name: string) {
  const answers: (() => void)[] = []
  const bytes = new Uint8Array(size).fill(name.charCodeAt(0))
  const part = (from: number, to: number): Bytes => ({
    size: to - from,
    slice: (begin, end) => part(from + begin, from + end),
    arrayBuffer: () => {
      asked.push(`${name} ${from}`)
      return new Promise((resolve) => answers.push(() => resolve(bytes.slice(from, to).buffer)))
    },
  })
  return { bytes: part(0, size), answers }
}

test('slices come in order, of one after the other, whatever is read first', async () => {
  const parts = [
    new Blob(['satu']),
    new Uint8Array([1, 2, 3]),
    new Blob([]),
    new Blob([new Uint8Array(2 * SLICE + 5).fill(7)]),
    new Blob(['dua']),
  ]
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of slicesOfAll(parts)) pieces.push(piece)
  expect(pieces.map(({ length }) => length)).toEqual([4, 3, SLICE, SLICE, 5, 3])
  const [all, meant] = await Promise.all([new Blob(pieces).arrayBuffer(), new Blob(parts).arrayBuffer()])
  expect(Buffer.from(all).equals(Buffer.from(meant))).toBe(true)
})

test('a few slices are read ahead, beyond the end of one, and no more', async () => {
  const asked: string[] = []
  const [one, other] = [slow(SLICE + 1, asked, 'a'), slow(5 * SLICE, asked, 'b')]
  const slices = slicesOfAll([one.bytes, other.bytes])
  const first = slices.next()
  const ahead = ['a 0', `a ${SLICE}`, 'b 0', `b ${SLICE}`, `b ${2 * SLICE}`]
  await expect.poll(() => asked).toEqual(ahead)
  // The later one is there first.
  for (const answer of [...other.answers, ...one.answers]) answer()
  expect((await first).value).toHaveLength(SLICE)
  const second = await slices.next()
  expect(second.value).toEqual(new Uint8Array([97]))
  expect(asked).toEqual([...ahead, `b ${3 * SLICE}`])
})

test('what cannot be read is an error where it stands, and none that nobody hears of', async () => {
  const broken: Bytes = {
    size: 1,
    slice: () => broken,
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  }
  const slices = slicesOfAll([new Blob(['a']), broken, broken])
  expect((await slices.next()).value).toHaveLength(1)
  await expect(slices.next()).rejects.toThrow('gone')
  await expect(slices.next()).resolves.toMatchObject({ done: true })
  const left = slicesOf(new Blob([new Uint8Array(3 * SLICE)]))
  await left.next()
  await expect(left.return(undefined)).resolves.toMatchObject({ done: true })
})

test('a CRC-32 is the same in slices and piece by piece, and every byte is told of', async () => {
  const content = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) % 251)
  const blob = new Blob([content])
  const held: Bytes = {
    size: content.length,
    slice: () => held,
    arrayBuffer: () => Promise.reject(new Error('not read as a whole')),
    eachPiece(look) {
      for (let at = 0; at < content.length; at += 300) look(content.subarray(at, at + 300))
    },
  }
  let told = 0
  const crc = await crcOf(held, (more) => (told += more))
  expect(crc).toBe(await crcOf(blob))
  expect(crc).toBe(crc32(content))
  expect(told).toBe(content.length)
})
