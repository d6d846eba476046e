import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { Sink } from '../../handover/files/write-parcel'
import { PT } from '../../report/pdf/geometry'
import type { Annex } from '../annex'
import type { Why } from '../options'
import type { Volume } from '../plan'
import { STRIP } from './annex-sheet'
import type { VolumePlan } from './check-volume'
import type { DrawnVolume } from './draw-volume'
import { fillFrame, mendDestinations, type Filling } from './frame'
import { createObjectWriter } from './object-writer'
import { openPicture, type PictureDecoder } from './source-picture'
import { openPdf, reasonOf } from './source-pdf'

export interface JoinSources {
  /** The bytes of a file; null if they are not here. */
  readonly read: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Whether a PDF bears an electronic signature. */
  readonly isSigned: (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>
  readonly decode: PictureDecoder
}

/** What was found in a file that the plan did not know: how many pages and whether it is signed, or why it has none. */
export type Finding = { readonly pages: number; readonly signed: boolean } | { readonly why: Why }

/** By SHA-256. */
export type Findings = ReadonlyMap<string, Finding>

export type Joining =
  | { readonly status: 'joined'; readonly plan: VolumePlan; readonly missingCharacters: number }
  /** The volume has to be planned anew; what was written is of no use. */
  | { readonly status: 'surprised'; readonly findings: Findings }

const STRIP_POINTS = STRIP / PT

/**
 * Writes a volume into a sink: what was drawn of it, then each document's pages, one document in memory at a time. Needs no
 * browser. `onDocument` is called after each document with how many are done. Rejects with what reading or writing rejects.
 */
export async function joinVolume(
  volume: Volume,
  drawn: DrawnVolume,
  sources: JoinSources,
  sink: Sink,
  onDocument: (done: number) => void = () => undefined,
): Promise<Joining> {
  const { bytes, frames, pages, bookmarks, links, annexesFrom, toAnnexes, missingCharacters } = drawn
  const plan = { pages, bookmarks, links, annexesFrom, toAnnexes }
  const joined = { status: 'joined', plan, missingCharacters } as const
  if (isDrawnAlone(volume)) {
    // To read what was drawn object by object takes as long as to draw half of it.
    await sink(bytes)
    onDocument(volume.annexes.length)
    return joined
  }
  const into = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const own = new Set(into.context.enumerateIndirectObjects().map(([ref]) => ref))
  const writer = await createObjectWriter(into.context, sink)
  const findings = new Map<string, Finding>()
  for (const [index, annex] of volume.annexes.entries()) {
    const finding = await joinAnnex(annex, frames[index] ?? [], sources, into)
    if (finding && annex.file) findings.set(annex.file.sha256, finding)
    await writer.flushAllBut(own)
    onDocument(index + 1)
  }
  if (findings.size > 0) return { status: 'surprised', findings }
  mendDestinations(into, new Set(frames.flat()))
  await writer.finish()
  return joined
}

/** Whether a volume has no pages but its own. */
export function isDrawnAlone({ annexes }: Volume): boolean {
  return annexes.every(({ file, content }) => !file || content.kind === 'sheet')
}

/** Puts the pages of a document on their frames; null if all was as planned. */
async function joinAnnex(
  { file, content }: Annex,
  frames: readonly number[],
  { read, isSigned, decode }: JoinSources,
  into: PDFDocument,
): Promise<Finding | null> {
  if (!file || content.kind === 'sheet') return null
  const bytes = await read(file.sha256)
  if (!bytes) return { why: 'not-here' }
  if (content.kind === 'picture') {
    const opened = await openPicture(bytes, file.mediaType, into, STRIP_POINTS, decode)
    if (opened.status === 'refused') return { why: opened.why }
    fill(into, frames, () => opened.filling)
    return null
  }
  const opened = await openPdf(bytes, into, STRIP_POINTS)
  if (opened.status === 'refused') return { why: opened.why }
  // Of a file that is cut off, what is left would pass for the whole.
  if (content.kind === 'pages' && opened.pages < content.of) return { why: 'broken' }
  if (content.kind === 'unread' || content.of !== opened.pages)
    return { pages: opened.pages, signed: await isSigned(bytes) }
  try {
    fill(into, frames, (index) => opened.fillingOf(content.pages[index] ?? 0))
    return null
  } catch (cause) {
    return { why: reasonOf(cause) }
  }
}

function fill(into: PDFDocument, frames: readonly number[], fillingOf: (index: number) => Filling): void {
  frames.forEach((page, index) => fillFrame(into, page, fillingOf(index)))
}
