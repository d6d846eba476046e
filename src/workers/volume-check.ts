import type { Attachment } from '../dossier/files/attach'
import { checkAttached, type PlacedOriginal } from '../dossier/files/check-attached'
import { checkVolume } from '../dossier/files/check-volume'
import { combineCrc } from '../handover/files/crc-combine'
import { crcOf, digestOf, fitsAtOnce, type Digest } from '../handover/files/digest'
import { bytesInMemory, slicesOf, type Bytes } from '../handover/files/slices'
import type { PdfPlan } from '../report/pdf/check'
import { ask } from './job'
import { startSumWorker } from './start-inner-worker'

/** Up to this size a volume with originals is read at once, for the browser's own SHA-256. In bytes. */
const AT_ONCE = 128_000_000

/** What a volume was written as, and where it lies. */
export interface WrittenVolume {
  readonly from: number
  /** With its originals and without, in bytes. */
  readonly size: number
  readonly joinedSize: number
  /** Of what was written before the originals. */
  readonly joinedCrc32: number
  readonly counts: PdfPlan
  readonly originals: readonly Attachment[]
}

export type ReadAgain =
  /** SHA-256 of originals whose bytes are not what they were. */
  | { readonly status: 'other-bytes'; readonly of: readonly string[] }
  /** Of each volume, in their order. */
  | { readonly status: 'sound'; readonly digests: readonly Digest[] }

/** What the worker that sums up is given and gives back: memory, and how much of it is meant. */
export interface Summing {
  readonly memory: ArrayBuffer
  readonly size: number
}

export interface Summed extends Pick<Summing, 'memory'> {
  readonly sha256: string
}

/**
 * Reads volumes again once their file was closed and opened anew: pages, links and bookmarks are counted, what was written
 * and each original compared by CRC-32, and the whole summed up. That is reckoned in a worker of its own while the next
 * volume is read; two are in memory at most. Rejects with what reading rejects, and where a volume is not whole.
 */
export async function readAgain(
  volumes: readonly WrittenVolume[],
  part: (from: number, to: number) => Bytes,
): Promise<ReadAgain> {
  const summer = startSumWorker()
  // Used again: memory never touched before costs as much as what is put there.
  const spare: ArrayBuffer[] = []
  const sizes = volumes.map(({ size }) => size).filter((size) => size <= AT_ONCE)
  try {
    const digests: Digest[] = []
    let summing: Promise<unknown> = Promise.resolve()
    for (const [index, volume] of volumes.entries()) {
      const { from, size } = volume
      const lying = part(from, from + size)
      // Scans joined have pages by the thousand, and memory of their own; originals are a few large pieces.
      const atOnce = volume.originals.length > 0 && fitsAtOnce(lying, AT_ONCE)
      const memory = atOnce ? await filled(spare.pop() ?? new ArrayBuffer(Math.max(...sizes)), lying) : null
      const reading = await readOne(volume, memory ? bytesInMemory(memory) : lying)
      if (reading.status === 'other-bytes') return reading
      await summing
      const { crc32 } = reading
      const sum = memory ? sumUp(summer, memory, spare) : compared(lying, crc32)
      summing = sum.then(({ sha256 }) => void (digests[index] = { sha256, crc32 }))
      summing.catch(() => undefined)
    }
    await summing
    return { status: 'sound', digests }
  } finally {
    summer.terminate()
  }
}

/** Takes bytes into memory that is large enough, and gives the part of it they fill. */
async function filled(memory: ArrayBuffer, bytes: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  const into = new Uint8Array(memory, 0, bytes.size)
  let at = 0
  const add = (piece: Uint8Array) => {
    into.set(piece, at)
    at += piece.length
  }
  if (bytes.eachPiece) bytes.eachPiece(add)
  else for await (const slice of slicesOf(bytes)) add(slice)
  return into
}

/** The memory is the worker's meanwhile, and spare again afterwards. */
async function sumUp(
  summer: Worker,
  { buffer: memory, length: size }: Uint8Array<ArrayBuffer>,
  spare: ArrayBuffer[],
): Promise<Summed> {
  const summed = await ask<Summing, Summed>(summer, { memory, size }, undefined, [memory])
  spare.push(summed.memory)
  return summed
}

/** Reads it in slices: its sums, of which the one is known. */
async function compared(bytes: Bytes, crc32: number): Promise<Digest> {
  const digest = await digestOf(bytes)
  if (digest.crc32 !== crc32) throw notWhole('other bytes')
  return digest
}

type ReadOne =
  Extract<ReadAgain, { status: 'other-bytes' }> | { readonly status: 'sound'; readonly crc32: number }

/** Counts, and compares what has originals; gives the CRC-32 the whole has, or has to have. */
async function readOne(volume: WrittenVolume, bytes: Bytes): Promise<ReadOne> {
  const { joinedSize, joinedCrc32, originals } = volume
  const joined = bytes.slice(0, joinedSize)
  const counted = await checkVolume(joined, volume.counts)
  if (counted.status === 'broken') throw notWhole(counted.reason)
  if (originals.length === 0) return { status: 'sound', crc32: joinedCrc32 }
  if ((await crcOf(joined)) !== joinedCrc32) throw notWhole('other bytes')
  const check = await checkAttached(bytes, joined, originals)
  if (check.status === 'other-bytes') return check
  if (check.status === 'broken') throw notWhole(check.reason)
  const known = [{ from: 0, to: joinedSize, crc32: joinedCrc32 }, ...check.placed]
  return { status: 'sound', crc32: await crcAround(bytes, known) }
}

/** The CRC-32 of bytes, of which parts are known: only what lies between these is read. */
async function crcAround(bytes: Bytes, known: readonly PlacedOriginal[]): Promise<number> {
  let [crc, at] = [0, 0]
  for (const { from, to, crc32 } of known.toSorted((one, other) => one.from - other.from)) {
    crc = combineCrc(crc, await crcOf(bytes.slice(at, from)), from - at)
    crc = combineCrc(crc, crc32, to - from)
    at = to
  }
  return combineCrc(crc, await crcOf(bytes.slice(at, bytes.size)), bytes.size - at)
}

function notWhole(reason: string): Error {
  return new Error(`the volume is not whole: ${reason}`)
}
