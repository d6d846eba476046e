import { pagesText } from '../dossier/cited-pages'
import { attachFiles, type Attachment } from '../dossier/files/attach'
import { checkVolume, type VolumeCheck } from '../dossier/files/check-volume'
import type { DrawnVolume } from '../dossier/files/draw-volume'
import { joinVolume, type Findings, type JoinSources } from '../dossier/files/join-volume'
import { openOriginals, type KeptFile } from '../dossier/files/volume-attachments'
import type { Volume } from '../dossier/plan'
import { crcOf } from '../handover/files/digest'
import { bytesInMemory, slicesOfAll, type Bytes } from '../handover/files/slices'
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
      return bytes && (await crcOf(bytesInMemory(bytes))) === rows.get(sha256)?.crc32 ? bytes : null
    },
    decode: decodePicture,
  }
}

export type WritingOne =
  /** Files turned out otherwise than planned: all has to be planned anew, and what was written is of no use. */
  | { readonly status: 'surprised'; readonly findings: Findings }
  | {
      readonly status: 'written'
      readonly made: Omit<MadeVolume, 'oversized' | 'name' | 'sha256' | 'crc32'>
      /** Where the volume lies, with its originals and without. */
      readonly whole: Bytes
      readonly joined: Bytes
      readonly originals: readonly Attachment[]
      readonly missingCharacters: number
    }

/**
 * Writes a volume with its originals behind what `making` has, where it begins at `from`; its pages are counted there, and
 * all of it is still to be read again. Rejects with what reading or writing rejects, and where the pages are not whole.
 */
export async function writeVolume(
  volume: Volume,
  drawn: DrawnVolume,
  sources: VolumeSources,
  making: FileInWorkshop,
  from: number,
  onDocument: (done: number) => void,
): Promise<WritingOne> {
  const originals = await openOriginals(volume.originals, sources.open)
  if (originals.status === 'missing') return { status: 'surprised', findings: gone(originals.missing) }
  let end = from
  const write = async (bytes: Uint8Array) => {
    await making.write(bytes)
    end += bytes.length
  }
  const joining = await joinVolume(volume, drawn, sources, write, onDocument)
  if (joining.status === 'surprised') return joining
  const joined = making.part(from, end)
  insist(await checkVolume(joined, joining.plan))
  if (originals.attachments.length > 0) {
    const parts = await attachFiles(joined, originals.attachments)
    for await (const bytes of slicesOfAll(parts.map(readable))) await write(bytes)
  }
  const made = {
    size: end - from,
    indicators: pagesText(volume.indicators.map(({ number }) => number)),
    documents: volume.annexes.length,
    originals: volume.originals.length,
    ...joining.plan,
  }
  const whole = making.part(from, end)
  const { missingCharacters } = joining
  return { status: 'written', made, whole, joined, originals: originals.attachments, missingCharacters }
}

function readable(part: string | Blob) {
  return typeof part === 'string' ? new TextEncoder().encode(part) : part
}

/** What is found where the bytes of files are no more. */
export function gone(sha256s: readonly string[]): Findings {
  return new Map(sha256s.map((sha256) => [sha256, { why: 'not-here' }]))
}

/** Throws where a volume is not whole. */
export function insist(check: VolumeCheck): void {
  if (check.status === 'broken') throw new Error(`the volume is not whole: ${check.reason}`)
}
