import { isLocked, unlock } from '../handover/files/lock'
import { checkParcel, filesOf, type ParcelReading } from '../handover/files/open-parcel'
import { drain, writeParcel } from '../handover/files/write-parcel'
import { damagedAmong } from '../storage/damaged-bytes'
import { openDatabase } from '../storage/database'
import { isLost } from '../storage/lost-bytes'
import { keepRestored } from '../storage/restore'
import { serveJob, type Progress } from './job'
import { makeInFile, makeInWorkshop, removeFrom, removeFromWorkshop, type FileInMaking } from './parcel-sinks'
import type {
  BackupFailure,
  FolderBackup,
  MadeParcel,
  ParcelCheck,
  ParcelMaking,
  ParcelRequest,
  ParcelRestoring,
} from './parcel-job'
import { seldom } from './seldom'

type Write = Extract<ParcelRequest, { kind: 'write' }>
type Check = Extract<ParcelRequest, { kind: 'check' }>
type Restore = Extract<ParcelRequest, { kind: 'restore' }>
type BackUp = Extract<ParcelRequest, { kind: 'back-up' }>

serveJob<ParcelRequest, ParcelMaking | ParcelCheck | ParcelRestoring | FolderBackup>(
  async (request, onProgress) => ({
    result: await work(request, seldom(onProgress)),
    transfer: [],
  }),
)

function work(request: ParcelRequest, onProgress: Progress) {
  switch (request.kind) {
    case 'write':
      return writeOrNameDamaged(request, onProgress)
    case 'check':
      return check(request, onProgress)
    case 'restore':
      return restore(request, onProgress)
    case 'back-up':
      return backUp(request, onProgress)
  }
}

async function writeOrNameDamaged(request: Write, onProgress: Progress): Promise<ParcelMaking> {
  try {
    return { status: 'made', ...(await write(request, onProgress)) }
  } catch (cause) {
    const files = isLost(cause) || cause instanceof NotWhole ? await damagedAmong(request.source.files) : []
    const damaged = Array.from(files)
    // It may be the place written to that is no more, or does not keep what is written.
    if (damaged.length === 0) throw cause
    return { status: 'damaged', files: damaged }
  }
}

async function write({ source, into, workshopFile }: Write, onProgress: Progress): Promise<MadeParcel> {
  const making = typeof into === 'string' ? await makeInWorkshop(into) : await makeInFile(into)
  const { file, seal } = await finished(making, () =>
    writeParcel(source, making.write, (done, total) => onProgress(done, 2 * total)),
  )
  const again = await check({ kind: 'check', file, password: source.password, workshopFile }, (done, total) =>
    onProgress(total + done, 2 * total),
  )
  // What was locked must not go on lying here unlocked.
  if (source.password !== null) await removeFromWorkshop(workshopFile)
  const fault = again.status === 'locked' ? 'locked' : faultOf(again.reading, seal)
  if (fault) throw new NotWhole(`the parcel does not read as it was written: ${fault}`)
  return { file, seal }
}

/** What was written does not read as it should. */
class NotWhole extends Error {
  override readonly name = 'NotWhole'
}

/** A name of its own for each: whatever happens, the backups before it stay as they are until this one is whole. */
async function backUp({ source, folder, name, remove }: BackUp, onProgress: Progress): Promise<FolderBackup> {
  try {
    const into = await folder.getFileHandle(name, { create: true })
    const making = await writeOrNameDamaged({ kind: 'write', source, into, workshopFile: '' }, onProgress)
    if (making.status === 'damaged') {
      await removeFrom(folder, [name])
      return making
    }
  } catch (cause) {
    await removeFrom(folder, [name])
    return { status: 'failed', reason: reasonOf(cause) }
  }
  return { status: 'written', removed: await removeFrom(folder, remove) }
}

function reasonOf(cause: unknown): BackupFailure {
  switch (cause instanceof Error ? cause.name : '') {
    case 'NotFoundError':
      return 'folder-gone'
    case 'NotAllowedError':
      return 'not-allowed'
    case 'QuotaExceededError':
      return 'full'
    case 'NotWhole':
      return 'not-whole'
    default:
      return 'failed'
  }
}

/** Writes to the end, or gives up what was written. */
async function finished<T>(making: FileInMaking, writing: () => Promise<T>): Promise<T & { file: Blob }> {
  try {
    const written = await writing()
    return { ...written, file: await making.finish() }
  } catch (cause) {
    await making.abandon().catch(() => undefined)
    throw cause
  }
}

function faultOf(reading: ParcelReading, seal: string): string | null {
  if (reading.status === 'refused') return reading.fault.kind
  if (reading.seal !== seal) return 'other seal'
  return reading.fault ? `${reading.fault.kind} ${'name' in reading.fault ? reading.fault.name : ''}` : null
}

async function check(request: Check, onProgress: Progress): Promise<ParcelCheck> {
  const { file, password, workshopFile } = request
  if (!(await isLocked(file))) {
    return { status: 'looked-through', zip: file, reading: await checkParcel(file, onProgress) }
  }
  if (password === null) return { status: 'locked' }
  const unlocking = await unlock(file, password)
  if (unlocking.status === 'refused') return { status: 'looked-through', zip: file, reading: unlocking }
  const making = await makeInWorkshop(workshopFile)
  try {
    const { file: zip } = await finished(making, async () => ({
      done: await drain(unlocking.bytes, making.write),
    }))
    return { status: 'looked-through', zip, reading: await checkParcel(zip, onProgress) }
  } catch (cause) {
    if (cause instanceof DOMException) throw cause
    const reading = { status: 'refused', fault: { kind: 'damaged-lock' } } as const
    return { status: 'looked-through', zip: file, reading }
  }
}

async function restore({ zip, at }: Restore, onProgress: Progress): Promise<ParcelRestoring> {
  const opening = await openDatabase()
  if (opening.status !== 'open') throw new Error(`the database is ${opening.status}`)
  try {
    return await keepRestored(opening.database, filesOf(zip), at, (done) => onProgress(done, zip.size))
  } finally {
    opening.database.close()
  }
}
