import { pagesText } from '../dossier/cited-pages'
import type { Findings } from '../dossier/files/join-volume'
import type { DossierFiles, DossierOptions } from '../dossier/options'
import { bytesOfOriginals } from '../dossier/originals'
import { planDossier, type DossierPlan } from '../dossier/plan'
import { volumeFileName, volumeModels } from '../dossier/volume-model'
import { openDatabase, type Database } from '../storage/database'
import { readFileRows } from '../storage/files'
import { readStorageFacts } from '../storage/persistence'
import { sumsOf, writeVolumesInto, zipOf } from './dossier-bundle'
import { withFindings } from './dossier-findings'
import type { DossierMaking, DossierRequest, MadeVolume } from './dossier-job'
import { gone, sourcesIn, writeVolume, type VolumeSources } from './dossier-volume'
import { createDrawer, drawnAhead, type Drawer } from './drawn-ahead'
import { serveJob, type Progress } from './job'
import { makeInWorkshop, type FileInMaking } from './parcel-sinks'
import { seldom } from './seldom'
import { createRereading, type Rereading, type WrittenVolume } from './volume-check'

serveJob<DossierRequest, DossierMaking>(async (request, onProgress) => {
  const drawer = createDrawer()
  const opening = await openDatabase()
  if (opening.status !== 'open') throw new Error(`the database is ${opening.status}`)
  try {
    return { result: await make(request, opening.database, drawer, seldom(onProgress)), transfer: [] }
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError'
    if (!isFull) throw cause
    return { result: { status: 'no-room', needed: 0, free: null }, transfer: [] }
  } finally {
    drawer.end()
    opening.database.close()
  }
})

/** Volumes that turn out larger than planned are cut anew so many times; then they are named. */
const MOST_CUTS = 3
/** Beside the volumes themselves the browser writes of its own. */
const RESERVE = 20_000_000

async function make(
  request: DossierRequest,
  database: Database,
  drawer: Drawer,
  onProgress: Progress,
): Promise<DossierMaking> {
  const { input, options, workshopFile, folder } = request
  const rows = await readFileRows(database)
  const sources = sourcesIn(database, rows)
  let files: DossierFiles = rows
  let target = options.volumeSize
  for (let cuts = 0; ;) {
    const plan = planDossier(input, files, { ...options, volumeSize: target })
    const lacking = await lackingRoom(plan, folder !== null)
    if (lacking) return lacking
    const documents = documentsIn(plan)
    let [joined, reread] = [0, 0]
    const tell = () => onProgress(joined + reread, 2 * documents)
    const rereading = createRereading((index) => {
      reread += plan.volumes[index]?.annexes.length ?? 0
      tell()
    })
    const makings: FileInMaking[] = []
    let handedOver = false
    try {
      const writing = await writeVolumes(plan, {
        ...{ sources, drawer, rereading },
        limit: cuts < MOST_CUTS ? options.volumeSize : Infinity,
        async begin() {
          const making = await makeInWorkshop(`${workshopFile}.${makings.length}`)
          makings.push(making)
          return making
        },
        onDocument(done) {
          joined = done
          tell()
        },
      })
      if (writing.status === 'surprised') {
        files = withFindings(files, writing.findings)
        continue
      }
      if (writing.status === 'too-large') {
        // Less than was planned for it, so that it is cut for certain.
        target = (0.95 * options.volumeSize * writing.planned) / writing.size
        cuts += 1
        continue
      }
      const reading = await rereading.end()
      // A disk may have lost what it once kept: as good as gone.
      if (reading.status === 'other-bytes') {
        files = withFindings(files, gone(reading.of))
        continue
      }
      const { written, missingCharacters } = writing
      const volumes = madeOf(plan, options, written, reading.sha256s)
      const bytes = written.map((one) => one.bytes)
      const file = await handOver(volumes, bytes, folder, new Date(input.madeAt))
      handedOver = true
      return { status: 'made', volumes, sums: sumsOf(volumes), missingCharacters, file }
    } finally {
      await rereading.stop()
      if (!handedOver) await Promise.all(makings.map((making) => making.abandon().catch(() => undefined)))
    }
  }
}

/** The one file; null where the volumes went into a folder. */
async function handOver(
  volumes: readonly MadeVolume[],
  bytes: readonly Blob[],
  folder: FileSystemDirectoryHandle | null,
  modified: Date,
): Promise<Blob | null> {
  if (folder) {
    await writeVolumesInto(folder, volumes, bytes)
    return null
  }
  const [first, ...others] = bytes
  return first && others.length === 0 ? first : zipOf(volumes, bytes, modified)
}

/**
 * Asked of what is joined, which lies in the browser's private folder, and of all that is handed over, which mostly goes to
 * the same disk; a folder that was chosen may lie on another.
 */
async function lackingRoom({ volumes }: DossierPlan, intoFolder: boolean): Promise<DossierMaking | null> {
  const all = volumes.reduce((sum, volume) => sum + volume.bytes, 0)
  const joined = all - volumes.reduce((sum, volume) => sum + bytesOfOriginals(volume.originals), 0)
  const needed = joined + (intoFolder ? 0 : all) + RESERVE
  const { quota, used } = await readStorageFacts()
  if (quota === undefined || used === undefined || quota - used >= needed) return null
  return { status: 'no-room', needed, free: quota - used }
}

type Writing =
  | { readonly status: 'surprised'; readonly findings: Findings }
  /** The largest of those that could still be cut: what was planned for it and what it has, in bytes. */
  | { readonly status: 'too-large'; readonly planned: number; readonly size: number }
  | {
      readonly status: 'written'
      /** In the order of the plan. */
      readonly written: readonly WrittenVolume[]
      readonly missingCharacters: number
    }

interface Means {
  readonly sources: VolumeSources
  readonly drawer: Drawer
  /** Takes up each volume as soon as it is written. */
  readonly rereading: Rereading
  /** A volume that can still be cut may have so many bytes. */
  readonly limit: number
  /** Gives a file for what is joined. */
  readonly begin: () => Promise<FileInMaking>
  /** Hears how many documents are done. */
  readonly onDocument: (done: number) => void
}

async function writeVolumes(plan: DossierPlan, means: Means): Promise<Writing> {
  const { sources, drawer, rereading, limit, begin, onDocument } = means
  const written: WrittenVolume[] = []
  let [missingCharacters, before] = [0, 0]
  let largest = { planned: 0, size: 0 }
  for await (const drawn of drawnAhead(drawer, volumeModels(plan))) {
    const index = written.length
    const volume = plan.volumes[index]
    if (!volume) break
    onDocument(before)
    const done = (documents: number) => onDocument(before + documents)
    const writing = await writeVolume(volume, drawn, sources, begin, done)
    if (writing.status === 'surprised') return writing
    written.push(writing.written)
    missingCharacters += writing.missingCharacters
    before += volume.annexes.length
    const { size } = writing.written.bytes
    if (volume.indicators.length > 1 && size > largest.size) largest = { planned: volume.bytes, size }
    // What is to be cut anew need not be read.
    if (largest.size <= limit) rereading.add(index, writing.written)
  }
  return largest.size > limit
    ? { status: 'too-large', ...largest }
    : { status: 'written', written, missingCharacters }
}

function documentsIn({ volumes }: DossierPlan): number {
  return volumes.reduce((sum, { annexes }) => sum + annexes.length, 0)
}

function madeOf(
  plan: DossierPlan,
  { volumeSize }: DossierOptions,
  written: readonly WrittenVolume[],
  sha256s: readonly string[],
): MadeVolume[] {
  return plan.volumes.flatMap((volume, index) => {
    const [own, sha256] = [written[index], sha256s[index]]
    if (!own || sha256 === undefined) return []
    const { pages, bookmarks, links } = own.counts
    return {
      ...{ name: volumeFileName(plan, volume), size: own.bytes.size, crc32: own.crc32, sha256 },
      ...{ pages, bookmarks, links },
      indicators: pagesText(volume.indicators.map(({ number }) => number)),
      documents: volume.annexes.length,
      originals: volume.originals.length,
      oversized: own.bytes.size > volumeSize,
    }
  })
}
