import type { Attachment } from '../dossier/files/attach'
import { checkAttached } from '../dossier/files/check-attached'
import { crcOf, digestOf, fitsAtOnce } from '../handover/files/digest'
import { bytesInMemory, type Bytes } from '../handover/files/slices'
import { insist } from './dossier-volume'
import { runJob } from './job'
import { startSumWorker } from './start-inner-worker'

/** Up to this size a volume with originals is read at once, for the browser's own SHA-256. In bytes. */
const AT_ONCE = 128_000_000

export type ReadAgain =
  | { readonly status: 'other-bytes'; readonly of: readonly string[] }
  | {
      readonly status: 'sound'
      readonly crc32: number
      /** In small hex digits; with originals inside it is there some time later. */
      readonly sha256: Promise<string>
    }

/**
 * Reads a volume again after it was written, and sums it up; `joined` is what it was before its originals came. With these,
 * little else is in memory: all of it is taken at once, and its SHA-256 reckoned in a worker of its own while the next volume
 * is written. What joins scans has used its share of memory. Gives the SHA-256 of originals whose bytes are not what they
 * were; rejects with what reading rejects, and where the volume is not whole.
 */
export async function readAgain(
  volume: Bytes,
  joined: Bytes,
  originals: readonly Attachment[],
): Promise<ReadAgain> {
  if (originals.length === 0) return summed(volume)
  const atOnce = fitsAtOnce(volume, AT_ONCE) ? new Uint8Array(await volume.arrayBuffer()) : null
  const bytes = atOnce ? bytesInMemory(atOnce) : volume
  const check = await checkAttached(bytes, joined, originals)
  if (check.status === 'other-bytes') return check
  insist(check)
  if (!atOnce) return summed(volume)
  const crc32 = await crcOf(bytes)
  const { result } = runJob<Uint8Array, string>(startSumWorker(), atOnce, undefined, [atOnce.buffer])
  return { status: 'sound', crc32, sha256: result }
}

async function summed(volume: Bytes): Promise<ReadAgain> {
  const { crc32, sha256 } = await digestOf(volume)
  return { status: 'sound', crc32, sha256: Promise.resolve(sha256) }
}
