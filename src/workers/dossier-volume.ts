import { pagesText } from '../dossier/cited-pages'
import { attachFiles } from '../dossier/files/attach'
import { checkAttached } from '../dossier/files/check-attached'
import { checkVolume, type VolumeCheck } from '../dossier/files/check-volume'
import { joinVolume, type Findings, type JoinSources } from '../dossier/files/join-volume'
import { openOriginals, type KeptFile } from '../dossier/files/volume-attachments'
import type { Volume } from '../dossier/plan'
import type { VolumeModel } from '../dossier/volume-model'
import { crcOfBytes, digestOf } from '../handover/files/digest'
import { slicesOfAll } from '../handover/files/slices'
import type { Database } from '../storage/database'
import { readFileBytes, type FileRow } from '../storage/files'
import { decodePicture } from './decode-picture'
import type { MadeVolume } from './dossier-job'
import type { FileInWorkshop } from './parcel-sinks'

/** Where the bytes of files come from. */
export interface VolumeSources extends JoinSources {
  /** A hold on the bytes of a file; null if they are not here. */
  readonly open: (sha256: string) => Promise<KeptFile | null>
}

/** The files this computer keeps. */
export function sourcesIn(database: Database, rows: ReadonlyMap<string, FileRow>): VolumeSources {
  return {
    async open(sha256) {
      const row = rows.get(sha256)
      const blob = await readFileBytes(database, sha256)
      return row && blob ? { blob, crc32: row.crc32 } : null
    },
    async read(sha256) {
      const blob = await readFileBytes(database, sha256)
      const bytes = blob && new Uint8Array(await blob.arrayBuffer())
      // The sheet tells the hash that came in: other bytes are not the file it speaks of.
      return bytes && (await crcOfBytes(bytes)) === rows.get(sha256)?.crc32 ? bytes : null
    },
    decode: decodePicture,
  }
}

/**
 * Up to this size a volume with originals is read again as a whole, for the browser's own SHA-256: little else is in memory
 * then. What joins scans has used its share. Bytes.
 */
const AT_ONCE = 128_000_000

export type WritingOne =
  /** Files turned out otherwise than planned: all has to be planned anew, and what was written is of no use. */
  | { readonly status: 'surprised'; readonly findings: Findings }
  | {
      readonly status: 'written'
      readonly made: Omit<MadeVolume, 'oversized' | 'name'>
      readonly missingCharacters: number
    }

/**
 * Writes a volume with its originals behind what `making` has, where it begins at `from`, and reads it again there. Rejects
 * with what reading or writing rejects, and where what was written is not whole.
 */
export async function writeVolume(
  volume: Volume,
  model: VolumeModel,
  sources: VolumeSources,
  making: FileInWorkshop,
  from: number,
  onDocument: (done: number) => void,
): Promise<WritingOne> {
  const originals = await openOriginals(volume.originals, sources.open)
  if (originals.status === 'missing') return gone(originals.missing)
  let end = from
  const write = async (bytes: Uint8Array) => {
    await making.write(bytes)
    end += bytes.length
  }
  const joining = await joinVolume(volume, model, sources, write, onDocument)
  if (joining.status === 'surprised') return joining
  const joined = making.part(from, end)
  insist(await checkVolume(joined, joining.plan))
  const hasOriginals = originals.attachments.length > 0
  if (hasOriginals) {
    const parts = await attachFiles(joined, originals.attachments)
    for await (const bytes of slicesOfAll(parts.map(readable))) await write(bytes)
    const check = await checkAttached(making.part(from, end), joined, originals.attachments)
    // A disk may have lost what it once kept: as good as gone.
    if (check.status === 'other-bytes') return gone(check.of)
    insist(check)
  }
  const made = {
    size: end - from,
    ...(await digestOf(making.part(from, end), undefined, hasOriginals ? AT_ONCE : undefined)),
    indicators: pagesText(volume.indicators.map(({ number }) => number)),
    documents: volume.annexes.length,
    originals: volume.originals.length,
    ...joining.plan,
  }
  return { status: 'written', made, missingCharacters: joining.missingCharacters }
}

function readable(part: string | Blob) {
  return typeof part === 'string' ? new TextEncoder().encode(part) : part
}

function gone(sha256s: readonly string[]): WritingOne {
  return { status: 'surprised', findings: new Map(sha256s.map((one) => [one, { why: 'not-here' as const }])) }
}

function insist(check: VolumeCheck): void {
  if (check.status === 'broken') throw new Error(`the volume is not whole: ${check.reason}`)
}
