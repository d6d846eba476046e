import type { Findings } from '../dossier/files/join-volume'
import type { DossierFiles, DossierOptions } from '../dossier/options'
import { planDossier, type DossierPlan } from '../dossier/plan'
import { volumeModels } from '../dossier/volume-model'
import { openDatabase, type Database } from '../storage/database'
import { readFileRows } from '../storage/files'
import { sumsOf, writeVolumesInto, zipVolumes } from './dossier-bundle'
import { withFindings } from './dossier-findings'
import type { DossierMaking, DossierRequest, MadeVolume } from './dossier-job'
import { sourcesIn, writeVolume, type VolumeSources } from './dossier-volume'
import { serveJob, type Progress } from './job'
import { seldom } from './seldom'

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
  const sources = sourcesIn(database)
  let files: DossierFiles = await readFileRows(database)
  let target = options.volumeSize
  for (let cuts = 0; ;) {
    const plan = planDossier(input, files, { ...options, volumeSize: target })
    const lacking = await lackingRoom(plan, folder === null)
    if (lacking) return lacking
    const writing = await writeVolumes(plan, options, sources, workshopFile, onProgress)
    if (writing.status === 'surprised') files = withFindings(files, writing.findings)
    else if (writing.status === 'too-large' && cuts < MOST_CUTS) {
      target *= (0.95 * options.volumeSize) / writing.size
      cuts += 1
    } else return handOver(plan, writing.volumes, writing.missingCharacters, request)
  }
}

/**
 * Several volumes are there twice for a while: by themselves, and in the ZIP; a folder lies outside of the browser. Of one,
 * originals are copied as it is saved.
 */
async function lackingRoom({ volumes }: DossierPlan, zipped: boolean): Promise<DossierMaking | null> {
  const bytes = volumes.reduce((sum, volume) => sum + volume.bytes, 0)
  const needed = bytes * (zipped && volumes.length > 1 ? 2 : 1) + RESERVE
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
      readonly missingCharacters: number
    }

async function writeVolumes(
  plan: DossierPlan,
  options: DossierOptions,
  sources: VolumeSources,
  workshopFile: string,
  onProgress: Progress,
): Promise<Writing> {
  const models = volumeModels(plan)
  const total = plan.volumes.reduce((sum, { annexes }) => sum + annexes.length, 0)
  const made: MadeVolume[] = []
  let missingCharacters = 0
  let before = 0
  for (const [index, volume] of plan.volumes.entries()) {
    const model = models[index]
    if (!model) continue
    onProgress(before, total)
    const tell = (done: number) => onProgress(before + done, total)
    const writing = await writeVolume(
      plan,
      volume,
      model,
      sources,
      `${workshopFile}.jilid-${volume.number}`,
      tell,
    )
    if (writing.status === 'surprised') return writing
    made.push({ ...writing.made, oversized: writing.made.file.size > options.volumeSize })
    missingCharacters += writing.missingCharacters
    before += volume.annexes.length
  }
  const cuttable = made.filter((_, index) => (plan.volumes[index]?.indicators.length ?? 0) > 1)
  const size = Math.max(0, ...cuttable.map(({ file }) => file.size))
  return {
    status: size > options.volumeSize ? 'too-large' : 'written',
    size,
    volumes: made,
    missingCharacters,
  }
}

async function handOver(
  { input }: DossierPlan,
  volumes: readonly MadeVolume[],
  missingCharacters: number,
  { workshopFile, folder }: DossierRequest,
): Promise<DossierMaking> {
  const made = { status: 'made', volumes, sums: sumsOf(volumes), missingCharacters } as const
  if (folder) {
    await writeVolumesInto(folder, volumes)
    return { ...made, file: null }
  }
  const [only, ...others] = volumes
  if (!only) throw new RangeError('a dossier without a volume')
  if (others.length === 0) return { ...made, file: only.file }
  return { ...made, file: await zipVolumes(volumes, new Date(input.madeAt), `${workshopFile}.zip`) }
}
