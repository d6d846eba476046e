import type { Attachment } from '../dossier/files/attach'
import { checkAttached, type AttachedCheck, type PlacedPiece } from '../dossier/files/check-attached'
import { checkVolume, type VolumePlan } from '../dossier/files/check-volume'
import { combineCrc } from '../handover/files/crc-combine'
import { crcOf, digestOf, fitsAtOnce, sha256OfBytes } from '../handover/files/digest'
import { bytesInMemory, slicesOfAll, type Bytes } from '../handover/files/slices'
import { damagedAmong, type KnownBytes } from '../storage/damaged-bytes'
import { isLost } from '../storage/lost-bytes'
import type { FileInMaking } from './parcel-sinks'

/** Up to this size a volume with originals is read at once, for the browser's own SHA-256. In bytes. */
const AT_ONCE = 128_000_000

/** What a volume was written as. */
export interface WrittenVolume {
  /** All of it; originals as they are kept. */
  readonly bytes: Blob
  /** The same in its pieces, which a browser reads sooner than a whole made of them. */
  readonly pieces: readonly (Blob | Uint8Array<ArrayBuffer>)[]
  /** Without its originals, in bytes. */
  readonly joinedSize: number
  /** As it was meant. */
  readonly crc32: number
  readonly counts: VolumePlan
  readonly originals: readonly Attachment[]
  /** Opens it to be read as quickly as it can be. */
  readonly read: FileInMaking['readAgain']
}

export type ReadAgain =
  /** SHA-256 of originals whose bytes are not what they were, or are lost. */
  | { readonly status: 'other-bytes'; readonly of: readonly string[] }
  /** Of each volume, in their order, in small hex digits. */
  | { readonly status: 'sound'; readonly sha256s: readonly string[] }

/** Volumes on their way to being read again, one after the other. */
export interface Rereading {
  /** Takes up a volume; its turn comes while the caller goes on. */
  add(index: number, volume: WrittenVolume): void
  /** Resolves when all were read. Rejects with what reading rejects, and where a volume is not whole. */
  end(): Promise<ReadAgain>
  /** Reads no further. Resolves when nothing is open any more. */
  stop(): Promise<void>
}

/**
 * Reads volumes again: pages, links and bookmarks are counted, what was written and each original compared by CRC-32, and
 * the whole summed up, by the browser while the next volume is read: it copies what it sums, so two are in memory at most.
 * `onRead` hears which was read.
 */
export function createRereading(onRead: (index: number) => void = () => undefined): Rereading {
  // Used again: memory never touched before costs as much as what is put there, and none before it is touched.
  let memory: ArrayBuffer | null = null
  const sha256s: string[] = []
  let summing: Promise<void> = Promise.resolve()
  /** SHA-256 of originals with other bytes. */
  let reading: Promise<readonly string[]> = Promise.resolve([])
  let stopped = false

  async function reread(index: number, volume: WrittenVolume): Promise<readonly string[]> {
    try {
      return await readOnce(index, volume)
    } catch (cause) {
      const lost = isLost(cause) ? await damagedAmong(bytesOf(volume)) : new Set<string>()
      if (lost.size === 0) throw cause
      return Array.from(lost)
    }
  }

  function readOnce(index: number, volume: WrittenVolume): Promise<readonly string[]> {
    return volume.read(async (bytes) => {
      const inMemory = fitsWhole(volume) ? await taken((memory ??= new ArrayBuffer(AT_ONCE)), volume) : null
      const check = await checkOne(volume, inMemory ? bytesInMemory(inMemory.memory) : bytes, inMemory)
      if (check.status === 'other-bytes') return check.of
      if (check.status === 'broken') throw notWhole(check.reason)
      await summing
      // Memory can be summed up while the next volume is read, a file only as long as it is open.
      const sum = inMemory
        ? sha256OfBytes(inMemory.memory)
        : Promise.resolve(await compared(bytes, volume.crc32))
      summing = sum.then((sha256) => {
        sha256s[index] = sha256
        onRead(index)
      })
      summing.catch(() => undefined)
      return []
    })
  }

  return {
    add(index, volume) {
      reading = reading.then(async (others) =>
        stopped ? others : [...others, ...(await reread(index, volume))],
      )
      // Heard at the end.
      reading.catch(() => undefined)
    },
    async end() {
      const of = await reading
      if (of.length > 0) return { status: 'other-bytes', of }
      await summing
      // Volumes that wait to be handed over need none of it.
      memory = null
      return { status: 'sound', sha256s }
    },
    async stop() {
      stopped = true
      await reading.catch(() => undefined)
      memory = null
    },
  }
}

/** Scans joined have pages by the thousand, and memory of their own; originals are a few large pieces. */
function fitsWhole({ originals, bytes }: WrittenVolume): boolean {
  return originals.length > 0 && fitsAtOnce(bytes.size, AT_ONCE)
}

/** A volume in memory, and the CRC-32 of each of its pieces as it was read. */
interface Taken {
  readonly memory: Uint8Array<ArrayBuffer>
  readonly pieces: readonly PlacedPiece[]
}

/** Takes a volume into memory that is large enough. */
async function taken(into: ArrayBuffer, { bytes, pieces }: WrittenVolume): Promise<Taken> {
  const memory = new Uint8Array(into, 0, bytes.size)
  const ends = endsOf(pieces)
  const kept = new Set(pieces)
  const nowhere = portToNowhere()
  const read: PlacedPiece[] = []
  let [from, at, crc32] = [0, 0, 0]
  for await (const slice of slicesOfAll(pieces)) {
    memory.set(slice, at)
    at += slice.length
    // Reckoned while the next slices come.
    crc32 = combineCrc(crc32, await crcOf(bytesInMemory(slice)), slice.length)
    // Given away, memory is free at once; a browser collects it by itself only when there are 64 MB of it.
    if (!kept.has(slice)) nowhere.postMessage(null, [slice.buffer])
    if (!ends.has(at)) continue
    read.push({ from, to: at, crc32 })
    ;[from, crc32] = [at, 0]
  }
  return { memory, pieces: read }
}

function portToNowhere(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port2.close()
  return port1
}

/** Where pieces end, in bytes from the beginning of the first. */
function endsOf(pieces: WrittenVolume['pieces']): ReadonlySet<number> {
  let end = 0
  return new Set(pieces.map((piece) => (end += piece instanceof Blob ? piece.size : piece.length)))
}

/** Its SHA-256, where its CRC-32 is the one it has to have. */
async function compared(bytes: Bytes, meant: number): Promise<string> {
  const { sha256, crc32 } = await digestOf(bytes)
  if (crc32 !== meant) throw notWhole('other bytes')
  return sha256
}

/** Counts, and compares each original; the whole of what is not in memory is still to be compared. */
async function checkOne(volume: WrittenVolume, bytes: Bytes, inMemory: Taken | null): Promise<AttachedCheck> {
  const joined = bytes.slice(0, volume.joinedSize)
  const counted = await checkVolume(joined, volume.counts)
  if (counted.status === 'broken') return counted
  if (volume.originals.length === 0) return { status: 'sound', placed: [] }
  if (!inMemory) return checkAttached(bytes, joined, volume.originals)
  const known = new Map(inMemory.pieces.map((piece) => [`${piece.from}-${piece.to}`, piece.crc32]))
  const check = await checkAttached(bytes, joined, volume.originals, (from, to) => known.get(`${from}-${to}`))
  if (check.status !== 'sound' || crcOfAll(inMemory.pieces) === volume.crc32) return check
  return { status: 'broken', reason: 'other bytes' }
}

function crcOfAll(pieces: readonly PlacedPiece[]): number {
  return pieces.reduce((crc, { from, to, crc32 }) => combineCrc(crc, crc32, to - from), 0)
}

function bytesOf({ originals }: WrittenVolume): KnownBytes[] {
  return originals.map(({ sha256, crc32, blob }) => ({ sha256, crc32, bytes: blob }))
}

function notWhole(reason: string): Error {
  return new Error(`the volume is not whole: ${reason}`)
}
