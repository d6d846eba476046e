/** Volumes with originals inside, read again one after the other in the same memory. */
import { jsPDF } from 'jspdf'
import { crc32 } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { attachFiles, type Attachment } from '../../src/dossier/files/attach'
import { createRereading, type WrittenVolume } from '../../src/workers/volume-check'
import { sha256Of } from '../dossier/fixture'

// Tests of other workers share the process.
afterEach(() => vi.restoreAllMocks())

/** Large enough to be read in several slices. */
const LARGE = 9_000_000

interface Laid {
  readonly volume: WrittenVolume
  readonly original: Attachment
  readonly sha256: string
}

/** A volume of one page with an original of so many bytes inside, as it is written. */
async function laid(size: number): Promise<Laid> {
  const base = new jsPDF().text(`Jilid ${size}`, 20, 20).output('blob')
  const own = Uint8Array.from({ length: size }, (_, at) => (at * 7 + size) % 251)
  const original: Attachment = {
    ...{ name: `asli-${size}.bin`, mediaType: 'application/octet-stream', description: 'Bukti' },
    ...{ blob: new Blob([own]), sha256: sha256Of(own), crc32: crc32(own) },
  }
  const added = await attachFiles(base, [original])
  const encoder = new TextEncoder()
  const pieces = [base, ...added.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))]
  const bytes = new Blob(pieces)
  const whole = new Uint8Array(await bytes.arrayBuffer())
  const volume: WrittenVolume = {
    ...{ bytes, pieces, joinedSize: base.size, crc32: crc32(whole), originals: [original] },
    counts: { pages: 1, bookmarks: 0, links: 0, annexesFrom: Infinity, toAnnexes: 0 },
    read: (work) => work(bytes),
  }
  return { volume, original, sha256: sha256Of(whole) }
}

async function readAgain(volumes: readonly WrittenVolume[]) {
  const rereading = createRereading()
  for (const [index, volume] of volumes.entries()) rereading.add(index, volume)
  try {
    return await rereading.end()
  } finally {
    await rereading.stop()
  }
}

test('each has its own sum, also behind a smaller and behind a larger one', async () => {
  const all = [await laid(300_000), await laid(LARGE), await laid(0), await laid(1000)]
  const summed = vi.spyOn(crypto.subtle, 'digest')
  expect(await readAgain(all.map(({ volume }) => volume))).toEqual({
    status: 'sound',
    sha256s: all.map(({ sha256 }) => sha256),
  })
  const memory = new Set(summed.mock.calls.map(([, bytes]) => (bytes as Uint8Array).buffer))
  expect([summed.mock.calls.length, memory.size]).toEqual([all.length, 1])
})

test('an original that changed is named, whatever lay in the memory before', async () => {
  const [before, changed, after] = [await laid(LARGE), await laid(1000), await laid(5000)]
  const { volume, original } = changed
  const other = new Uint8Array(await original.blob.arrayBuffer())
  other[999]! ^= 1
  const pieces = volume.pieces.map((piece) => (piece === original.blob ? new Blob([other]) : piece))
  const now = { ...volume, pieces, bytes: new Blob(pieces) }
  expect(await readAgain([before.volume, now, after.volume])).toEqual({
    status: 'other-bytes',
    of: [original.sha256],
  })
})

test('what was read is given back at once, what lies in memory stays as it is', async () => {
  const { volume, sha256 } = await laid(LARGE)
  const kept = volume.pieces.filter((piece) => piece instanceof Uint8Array)
  const before = kept.map((piece) => piece.slice())
  const read = vi.spyOn(Blob.prototype, 'arrayBuffer')
  expect(await readAgain([volume, volume])).toEqual({ status: 'sound', sha256s: [sha256, sha256] })
  const slices = await Promise.all(read.mock.results.map(({ value }) => value as Promise<ArrayBuffer>))
  expect(slices.length).toBeGreaterThan(6)
  expect(slices.map(({ byteLength }) => byteLength)).toEqual(slices.map(() => 0))
  expect(kept.length).toBeGreaterThan(1)
  expect(kept).toEqual(before)
})
