import { attachFiles } from '../dossier/files/attach'
import type { DrawnVolume } from '../dossier/files/draw-volume'
import { joinVolume, type Findings, type JoinSources } from '../dossier/files/join-volume'
import { openOriginals, type KeptFile, type OpenedOriginals } from '../dossier/files/volume-attachments'
import type { Original } from '../dossier/originals'
import type { Volume } from '../dossier/plan'
import { crcOf, createRunningCrc } from '../handover/files/digest'
import { bytesInMemory, slicesOfAll, type Bytes } from '../handover/files/slices'
import type { Database } from '../storage/database'
import { readFileBytes, type FileRow } from '../storage/files'
import { decodePicture } from './decode-picture'
import type { FileInWorkshop } from './parcel-sinks'
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
      readonly written: WrittenVolume
      readonly missingCharacters: number
    }

/** Of the originals of a volume to come so many bytes are read ahead: while it is drawn there is nothing else to do. */
const AHEAD = 64_000_000

/** Originals that are held, and those of them that are being read. */
export interface ComingOriginals {
  readonly opened: OpenedOriginals
  readonly ahead: ReadonlyMap<Blob, Bytes>
}

/** Takes hold of the originals of a volume and begins to read them. Rejects with what `open` rejects. */
export async function beginOriginals(
  originals: readonly Original[],
  { open }: VolumeSources,
): Promise<ComingOriginals> {
  const opened = await openOriginals(originals, open)
  const ahead = new Map<Blob, Bytes>()
  if (opened.status === 'missing') return { opened, ahead }
  let left = AHEAD
  for (const { blob } of opened.attachments) {
    left -= blob.size
    if (left < 0) break
    ahead.set(blob, beingRead(blob))
  }
  return { opened, ahead }
}

function beingRead(blob: Blob): Bytes {
  const reading = blob.arrayBuffer()
  // Heard when it is waited for.
  reading.catch(() => undefined)
  return { size: blob.size, slice: (from, to) => blob.slice(from, to), arrayBuffer: () => reading }
}

/**
 * Writes a volume with its originals behind what `making` has, where it begins at `from`. All of it is still to be read
 * again. Rejects with what reading or writing rejects.
 */
export async function writeVolume(
  volume: Volume,
  drawn: DrawnVolume,
  { opened, ahead }: ComingOriginals,
  sources: VolumeSources,
  making: FileInWorkshop,
  from: number,
  onDocument: (done: number) => void,
): Promise<WritingOne> {
  if (opened.status === 'missing') return { status: 'surprised', findings: gone(opened.missing) }
  let size = 0
  const write = async (bytes: Uint8Array) => {
    await making.write(bytes)
    size += bytes.length
  }
  const crc = await createRunningCrc()
  const joining = await joinVolume(
    volume,
    drawn,
    sources,
    (bytes) => {
      crc.add(bytes)
      return write(bytes)
    },
    onDocument,
  )
  if (joining.status === 'surprised') return joining
  const joinedSize = size
  const { attachments } = opened
  if (attachments.length > 0) {
    const parts = await attachFiles(making.part(from, from + size), attachments)
    const crcs = new Map(attachments.map(({ blob, crc32 }) => [blob, crc32]))
    const readable = parts.map((part) => {
      if (typeof part !== 'string') {
        crc.addKnown(crcs.get(part) ?? 0, part.size)
        return ahead.get(part) ?? part
      }
      const bytes = new TextEncoder().encode(part)
      crc.add(bytes)
      return bytes
    })
    for await (const bytes of slicesOfAll(readable)) await write(bytes)
  }
  const counts = joining.plan
  const written = { from, size, joinedSize, crc32: crc.end(), counts, originals: attachments }
  return { status: 'written', written, missingCharacters: joining.missingCharacters }
}

/** What is found where the bytes of files are no more. */
export function gone(sha256s: readonly string[]): Findings {
  return new Map(sha256s.map((sha256) => [sha256, { why: 'not-here' }]))
}
