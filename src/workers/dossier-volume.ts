import { attachFiles } from '../dossier/files/attach'
import type { DrawnVolume } from '../dossier/files/draw-volume'
import { isDrawnAlone, joinVolume, type Findings, type JoinSources } from '../dossier/files/join-volume'
import { openOriginals, type KeptFile } from '../dossier/files/volume-attachments'
import type { Volume } from '../dossier/plan'
import { crcOf, createRunningCrc } from '../handover/files/digest'
import { bytesInMemory } from '../handover/files/slices'
import type { Database } from '../storage/database'
import { readFileBytes, type FileRow } from '../storage/files'
import { isLost } from '../storage/lost-bytes'
import { decodePicture } from './decode-picture'
import { makeInMemory, type FileInMaking } from './parcel-sinks'
import { isSigned } from './signature'
import type { WrittenVolume } from './volume-check'

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
      const bytes = blob && (await readWhole(blob))
      // The sheet tells the hash that came in: other bytes are not the file it speaks of.
      return bytes && (await crcOf(bytesInMemory(bytes))) === rows.get(sha256)?.crc32 ? bytes : null
    },
    isSigned: (bytes) => isSigned(new Blob([bytes])),
    decode: decodePicture,
  }
}

/** Null where the disk has lost it. */
async function readWhole(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (cause) {
    if (isLost(cause)) return null
    throw cause
  }
}

export type WritingOne =
  /** Files turned out otherwise than planned: all has to be planned anew, and what was written is of no use. */
  | { readonly status: 'surprised'; readonly findings: Findings }
  | {
      readonly status: 'written'
      readonly written: WrittenVolume
      readonly missingCharacters: number
    }

/**
 * Makes a volume: what was joined of it goes into a file that `begin` gives, which is closed and opened anew; its originals
 * stay where they are kept. All of it is still to be read again. Rejects with what reading or writing rejects.
 */
export async function writeVolume(
  volume: Volume,
  drawn: DrawnVolume,
  sources: VolumeSources,
  begin: () => Promise<FileInMaking>,
  onDocument: (done: number) => void,
): Promise<WritingOne> {
  const opened = await openOriginals(volume.originals, sources.open)
  if (opened.status === 'missing') return { status: 'surprised', findings: gone(opened.missing) }
  const { attachments } = opened
  // Small, and nothing to be joined: not worth a file of its own.
  const making = isDrawnAlone(volume) ? makeInMemory() : await begin()
  const crc = await createRunningCrc()
  const sink = (bytes: Uint8Array) => {
    crc.add(bytes)
    return making.write(bytes)
  }
  const joining = await joinVolume(volume, drawn, sources, sink, onDocument)
  if (joining.status === 'surprised') return joining
  const joined = await making.finish()
  const { plan: counts, missingCharacters } = joining
  const made = { joinedSize: joined.size, counts, originals: attachments }
  if (attachments.length === 0) {
    const written = { ...made, bytes: joined, pieces: [joined], crc32: crc.end(), read: making.readAgain }
    return { status: 'written', written, missingCharacters }
  }
  const crcs = new Map(attachments.map(({ blob, crc32 }) => [blob, crc32]))
  const added = (await attachFiles(joined, attachments)).map((part) => {
    if (typeof part !== 'string') {
      crc.addKnown(crcs.get(part) ?? 0, part.size)
      return part
    }
    const bytes = new TextEncoder().encode(part)
    crc.add(bytes)
    return bytes
  })
  const pieces = [joined, ...added]
  const bytes = new Blob(pieces)
  const written: WrittenVolume = {
    ...{ ...made, bytes, pieces, crc32: crc.end() },
    read: (work) => work(bytes),
  }
  return { status: 'written', written, missingCharacters }
}

/** What is found where the bytes of files are no more. */
export function gone(sha256s: readonly string[]): Findings {
  return new Map(sha256s.map((sha256) => [sha256, { why: 'not-here' }]))
}
