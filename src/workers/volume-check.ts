import type { Attachment } from '../dossier/files/attach'
import { checkAttached, type AttachedCheck, type PlacedOriginal } from '../dossier/files/check-attached'
import { checkVolume } from '../dossier/files/check-volume'
import { combineCrc } from '../handover/files/crc-combine'
import { crcOf, digestOf, fitsAtOnce } from '../handover/files/digest'
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
  /** As it was meant. */
  readonly crc32: number
  readonly counts: PdfPlan
  readonly originals: readonly Attachment[]
}

export type ReadAgain =
  /** SHA-256 of originals whose bytes are not what they were. */
  | { readonly status: 'other-bytes'; readonly of: readonly string[] }
  /** Of each volume, in their order, in small hex digits. */
  | { readonly status: 'sound'; readonly sha256s: readonly string[] }

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
 * volume is read; two are in memory at most. `onRead` hears which was read. Rejects with what reading rejects, and where a volume is not whole.
 */
export async function readAgain(
  volumes: readonly WrittenVolume[],
  part: (from: number, to: number) => Bytes,
  onRead: (index: number) => void = () => undefined,
): Promise<ReadAgain> {
  const summer = volumes.some(fitsWhole) ? startSumWorker() : null
  // Used again: memory never touched before costs as much as what is put there.
  const spare: ArrayBuffer[] = []
  const largest = Math.max(0, ...volumes.filter(fitsWhole).map(({ size }) => size))
  try {
    const sha256s: string[] = []
    let summing: Promise<unknown> = Promise.resolve()
    // The smallest first: the sooner the other worker has something to sum up.
    const smallestFirst = [...volumes.entries()].sort(([, one], [, other]) => one.size - other.size)
    for (const [index, volume] of smallestFirst) {
      const lying = part(volume.from, volume.from + volume.size)
      const memory = fitsWhole(volume) ? await filled(spare.pop() ?? new ArrayBuffer(largest), lying) : null
      const reading = await readOne(volume, memory ? bytesInMemory(memory) : lying)
      if (reading.status === 'other-bytes') return reading
      if (reading.status === 'broken') throw notWhole(reading.reason)
      await summing
      const sum = memory && summer ? sumUp(summer, memory, spare) : compared(lying, volume.crc32)
      summing = sum.then((sha256) => {
        sha256s[index] = sha256
        onRead(index)
      })
      summing.catch(() => undefined)
    }
    await summing
    return { status: 'sound', sha256s }
  } finally {
    summer?.terminate()
  }
}

/** Scans joined have pages by the thousand, and memory of their own; originals are a few large pieces. */
function fitsWhole({ originals, size }: WrittenVolume): boolean {
  return originals.length > 0 && fitsAtOnce(size, AT_ONCE)
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
): Promise<string> {
  const summed = await ask<Summing, Summed>(summer, { memory, size }, undefined, [memory])
  spare.push(summed.memory)
  return summed.sha256
}

/** Its SHA-256, where its CRC-32 is the one it has to have. */
async function compared(bytes: Bytes, meant: number): Promise<string> {
  const { sha256, crc32 } = await digestOf(bytes)
  if (crc32 !== meant) throw notWhole('other bytes')
  return sha256
}

/** Counts, and compares all of a volume that has originals; of one without, the bytes are still to be compared. */
async function readOne(volume: WrittenVolume, bytes: Bytes): Promise<AttachedCheck> {
  const joined = bytes.slice(0, volume.joinedSize)
  const counted = await checkVolume(joined, volume.counts)
  if (counted.status === 'broken') return counted
  if (volume.originals.length === 0) return { status: 'sound', placed: [] }
  const check = await checkAttached(bytes, joined, volume.originals)
  if (check.status !== 'sound' || (await crcAround(bytes, check.placed)) === volume.crc32) return check
  return { status: 'broken', reason: 'other bytes' }
}

/** The CRC-32 of bytes, of which parts, in their order, are known: only what lies between these is read. */
async function crcAround(bytes: Bytes, known: readonly PlacedOriginal[]): Promise<number> {
  let [crc, at] = [0, 0]
  for (const { from, to, crc32 } of known) {
    crc = combineCrc(crc, await crcOf(bytes.slice(at, from)), from - at)
    crc = combineCrc(crc, crc32, to - from)
    at = to
  }
  return combineCrc(crc, await crcOf(bytes.slice(at, bytes.size)), bytes.size - at)
}

function notWhole(reason: string): Error {
  return new Error(`the volume is not whole: ${reason}`)
}
