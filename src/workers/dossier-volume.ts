import { pagesText } from '../dossier/cited-pages'
import { attachFiles, type Attachment } from '../dossier/files/attach'
import { checkAttached } from '../dossier/files/check-attached'
import { checkVolume, type VolumeCheck } from '../dossier/files/check-volume'
import { joinVolume, type Findings, type JoinSources } from '../dossier/files/join-volume'
import { openOriginals } from '../dossier/files/volume-attachments'
import type { DossierPlan, Volume } from '../dossier/plan'
import { volumeFileName, type VolumeModel } from '../dossier/volume-model'
import { digestOf } from '../handover/files/digest'
import type { Database } from '../storage/database'
import { readFileBytes } from '../storage/files'
import { decodePicture } from './decode-picture'
import type { MadeVolume } from './dossier-job'
import { makeInWorkshop } from './parcel-sinks'

/** Where the bytes of files come from. */
export interface VolumeSources extends JoinSources {
  /** A hold on the bytes of a file; null if they are not here. */
  readonly open: (sha256: string) => Promise<Blob | null>
}

/** The files this computer keeps. */
export function sourcesIn(database: Database): VolumeSources {
  const open = (sha256: string) => readFileBytes(database, sha256)
  return {
    open,
    async read(sha256) {
      const blob = await open(sha256)
      return blob && new Uint8Array(await blob.arrayBuffer())
    },
    decode: decodePicture,
  }
}

export type WritingOne =
  /** Files turned out otherwise than planned: the volume has to be planned anew. */
  | { readonly status: 'surprised'; readonly findings: Findings }
  | {
      readonly status: 'written'
      readonly made: Omit<MadeVolume, 'oversized'>
      readonly missingCharacters: number
    }

/**
 * Writes a volume into the browser's private folder, puts its originals inside, and reads it again. Leaves no file where it
 * fails. Rejects with what reading or writing rejects, and where what was written is not whole.
 */
export async function writeVolume(
  plan: DossierPlan,
  volume: Volume,
  model: VolumeModel,
  sources: VolumeSources,
  workshopFile: string,
  onDocument: (done: number) => void,
): Promise<WritingOne> {
  const originals = await openOriginals(volume.originals, sources.open)
  if (originals.status === 'missing') {
    const findings = new Map(originals.missing.map((sha256) => [sha256, { why: 'not-here' as const }]))
    return { status: 'surprised', findings }
  }
  const making = await makeInWorkshop(workshopFile)
  let ended = false
  try {
    const joining = await joinVolume(volume, model, sources, making.write, onDocument)
    if (joining.status === 'surprised') return joining
    const joined = await making.finish()
    ended = true
    insist(await making.readAgain((written) => checkVolume(written, joining.plan)))
    const file = await withOriginals(joined, originals.attachments)
    const { sha256, crc32 } = await digestOf(file)
    const made = {
      name: volumeFileName(plan, volume),
      file,
      sha256,
      crc32,
      indicators: pagesText(volume.indicators.map(({ number }) => number)),
      documents: volume.annexes.length,
      originals: volume.originals.length,
      ...joining.plan,
    }
    return { status: 'written', made, missingCharacters: joining.missingCharacters }
  } finally {
    if (!ended) await making.abandon().catch(() => undefined)
  }
}

/** The volume with its originals inside, counted again; the volume itself where there are none. */
async function withOriginals(volume: Blob, attachments: readonly Attachment[]): Promise<Blob> {
  if (attachments.length === 0) return volume
  const file = await attachFiles(volume, attachments)
  insist(await checkAttached(file, volume, attachments))
  return file
}

function insist(check: VolumeCheck): void {
  if (check.status === 'broken') throw new Error(`the volume is not whole: ${check.reason}`)
}
