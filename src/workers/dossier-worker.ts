import { pagesText } from '../dossier/cited-pages'
import type { Findings } from '../dossier/files/join-volume'
import type { DossierFiles, DossierOptions } from '../dossier/options'
import { planDossier, type DossierPlan } from '../dossier/plan'
import { volumeFileName, volumeModels } from '../dossier/volume-model'
import { openDatabase, type Database } from '../storage/database'
import { readFileRows } from '../storage/files'
import { createRow, createZip, sumsOf, writeVolumesInto, type Bundle } from './dossier-bundle'
import { withFindings } from './dossier-findings'
import type { DossierMaking, DossierRequest, MadeVolume } from './dossier-job'
import { beginOriginals, gone, sourcesIn, writeVolume, type VolumeSources } from './dossier-volume'
import { createDrawer, drawnAhead, type Drawer } from './drawn-ahead'
import { serveJob, type Progress } from './job'
import { makeInWorkshop, type FileInWorkshop } from './parcel-sinks'
import { seldom } from './seldom'
import { readAgain, type WrittenVolume } from './volume-check'

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
    const lacking = await lackingRoom(plan)
    if (lacking) return lacking
    const making = await makeInWorkshop(workshopFile)
    let handedOver = false
    try {
      const isZip = !folder && plan.volumes.length > 1
      const bundle = isZip ? createZip(making, new Date(input.madeAt)) : createRow(making)
      const writing = await writeVolumes(plan, sources, drawer, making, bundle, onProgress)
      if (writing.status === 'surprised') {
        files = withFindings(files, writing.findings)
        continue
      }
      const { written, missingCharacters } = writing
      const largest = largestCuttable(plan, written)
      if (largest > options.volumeSize && cuts < MOST_CUTS) {
        target *= (0.95 * options.volumeSize) / largest
        cuts += 1
        continue
      }
      await making.reopen()
      const documents = documentsIn(plan)
      let read = documents
      const reading = await readAgain(written, making.part, (index) => {
        read += plan.volumes[index]?.annexes.length ?? 0
        onProgress(read, 2 * documents)
      })
      // A disk may have lost what it once kept: as good as gone.
      if (reading.status === 'other-bytes') {
        files = withFindings(files, gone(reading.of))
        continue
      }
      const volumes = madeOf(plan, options, written, reading.sha256s)
      const file = await bundle.close(volumes)
      const places = written.map(({ from }) => from)
      if (folder) await writeVolumesInto(folder, volumes, file, places)
      handedOver = true
      return {
        ...{ status: 'made', volumes, sums: sumsOf(volumes), missingCharacters },
        file: folder ? null : file,
      }
    } finally {
      if (!handedOver) await making.abandon().catch(() => undefined)
    }
  }
}

/** A folder lies outside of the browser, which has each volume once. */
async function lackingRoom({ volumes }: DossierPlan): Promise<DossierMaking | null> {
  const needed = volumes.reduce((sum, volume) => sum + volume.bytes, RESERVE)
  const { quota, usage } = await navigator.storage.estimate()
  if (quota === undefined || usage === undefined || quota - usage >= needed) return null
  return { status: 'no-room', needed, free: quota - usage }
}

type Writing =
  | { readonly status: 'surprised'; readonly findings: Findings }
  | {
      readonly status: 'written'
      /** In the order of the plan. */
      readonly written: readonly WrittenVolume[]
      readonly missingCharacters: number
    }

async function writeVolumes(
  plan: DossierPlan,
  sources: VolumeSources,
  drawer: Drawer,
  making: FileInWorkshop,
  bundle: Bundle,
  onProgress: Progress,
): Promise<Writing> {
  const total = 2 * documentsIn(plan)
  const written: WrittenVolume[] = []
  let missingCharacters = 0
  let before = 0
  const originalsOf = (index: number) => {
    const coming = beginOriginals(plan.volumes[index]?.originals ?? [], sources)
    // Heard when it is waited for.
    coming.catch(() => undefined)
    return coming
  }
  let next = originalsOf(0)
  for await (const drawn of drawnAhead(drawer, volumeModels(plan))) {
    const volume = plan.volumes[written.length]
    if (!volume) break
    onProgress(before, total)
    const originals = await next
    next = originalsOf(written.length + 1)
    const from = await bundle.begin(volumeFileName(plan, volume))
    const writing = await writeVolume(volume, drawn, originals, sources, making, from, (done) =>
      onProgress(before + done, total),
    )
    if (writing.status === 'surprised') return writing
    bundle.end(writing.written.size)
    written.push(writing.written)
    missingCharacters += writing.missingCharacters
    before += volume.annexes.length
  }
  return { status: 'written', written, missingCharacters }
}

function documentsIn({ volumes }: DossierPlan): number {
  return volumes.reduce((sum, { annexes }) => sum + annexes.length, 0)
}

/** Size of the largest volume that could still be cut, in bytes. */
function largestCuttable({ volumes }: DossierPlan, written: readonly WrittenVolume[]): number {
  const cuttable = written.filter((_, index) => (volumes[index]?.indicators.length ?? 0) > 1)
  return Math.max(0, ...cuttable.map(({ size }) => size))
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
    return {
      ...{ name: volumeFileName(plan, volume), size: own.size, crc32: own.crc32, sha256, ...own.counts },
      indicators: pagesText(volume.indicators.map(({ number }) => number)),
      documents: volume.annexes.length,
      originals: volume.originals.length,
      oversized: own.size > volumeSize,
    }
  })
}
