import type { Findings } from '../dossier/files/join-volume'
import type { DossierFiles, DossierOptions } from '../dossier/options'
import { planDossier, type DossierPlan } from '../dossier/plan'
import { volumeFileName, volumeModels } from '../dossier/volume-model'
import { openDatabase, type Database } from '../storage/database'
import { readFileRows } from '../storage/files'
import { createRow, createZip, sumsOf, writeVolumesInto, type Bundle } from './dossier-bundle'
import { withFindings } from './dossier-findings'
import type { DossierMaking, DossierRequest, MadeVolume } from './dossier-job'
import { gone, sourcesIn, writeVolume, type VolumeSources } from './dossier-volume'
import { drawnAhead } from './drawn-ahead'
import { serveJob, type Progress } from './job'
import { makeInWorkshop, type FileInWorkshop } from './parcel-sinks'
import { seldom } from './seldom'
import { readAgain } from './volume-check'

serveJob<DossierRequest, DossierMaking>(async (request, onProgress) => {
  const opening = await openDatabase()
  if (opening.status !== 'open') throw new Error(`the database is ${opening.status}`)
  try {
    return { result: await make(request, opening.database, seldom(onProgress)), transfer: [] }
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError'
    if (!isFull) throw cause
    return { result: { status: 'no-room', needed: 0, free: null }, transfer: [] }
  } finally {
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
      const writing = await writeVolumes(plan, options, sources, making, bundle, onProgress)
      if (writing.status === 'surprised') files = withFindings(files, writing.findings)
      else if (writing.status === 'too-large' && cuts < MOST_CUTS) {
        target *= (0.95 * options.volumeSize) / writing.size
        cuts += 1
      } else {
        const { volumes, places, missingCharacters } = writing
        const sums = sumsOf(volumes)
        const file = await bundle.close(sums)
        if (folder) await writeVolumesInto(folder, volumes, file, places)
        handedOver = true
        return {
          ...{ status: 'made', volumes, sums, missingCharacters },
          file: folder ? null : file,
        }
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
      /** `size` is that of the largest volume that could be cut. */
      readonly status: 'too-large' | 'written'
      readonly size: number
      readonly volumes: readonly MadeVolume[]
      /** Where each begins. */
      readonly places: readonly number[]
      readonly missingCharacters: number
    }

async function writeVolumes(
  plan: DossierPlan,
  options: DossierOptions,
  sources: VolumeSources,
  making: FileInWorkshop,
  bundle: Bundle,
  onProgress: Progress,
): Promise<Writing> {
  const total = plan.volumes.reduce((sum, { annexes }) => sum + annexes.length, 0)
  const volumes: MadeVolume[] = []
  const places: number[] = []
  let summing = Promise.resolve()
  let missingCharacters = 0
  let before = 0
  for await (const drawn of drawnAhead(volumeModels(plan))) {
    const volume = plan.volumes[places.length]
    if (!volume) break
    onProgress(before, total)
    const name = volumeFileName(plan, volume)
    const from = await bundle.begin(name)
    const writing = await writeVolume(volume, drawn, sources, making, from, (done) =>
      onProgress(before + done, total),
    )
    if (writing.status === 'surprised') return writing
    // One volume in memory at most.
    await summing
    const reading = await readAgain(writing.whole, writing.joined, writing.originals)
    // A disk may have lost what it once kept: as good as gone.
    if (reading.status === 'other-bytes') return { status: 'surprised', findings: gone(reading.of) }
    const { crc32, sha256 } = reading
    const made = { ...writing.made, name, crc32, oversized: writing.made.size > options.volumeSize }
    summing = sha256.then((sum) => void volumes.push({ ...made, sha256: sum }))
    summing.catch(() => undefined)
    bundle.end(made)
    places.push(from)
    missingCharacters += writing.missingCharacters
    before += volume.annexes.length
  }
  await summing
  const cuttable = volumes.filter((_, index) => (plan.volumes[index]?.indicators.length ?? 0) > 1)
  const size = Math.max(0, ...cuttable.map((volume) => volume.size))
  return {
    status: size > options.volumeSize ? 'too-large' : 'written',
    ...{ size, volumes, places, missingCharacters },
  }
}
