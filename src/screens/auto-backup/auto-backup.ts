import { allChanges } from '../../answers/present'
import { copiesToRemove } from '../../handover/kept-copies'
import {
  readBackupFolder,
  readCopies,
  readLost,
  updateCopies,
  writeBackupFolder,
  type BackupFolder,
} from '../../storage/backup-folder'
import type { Database } from '../../storage/database'
import { JobCancelled, type Job } from '../../workers/job'
import { startFolderBackup, type BackupFailure, type FolderBackup } from '../../workers/parcel-job'
import {
  makeWithoutDamaged,
  ParcelTooLarge,
  prepareParcel,
  type PreparedParcel,
} from '../parcel/parcel-source'
import type { Session } from '../session/session'
import { copyName } from './copy-name'
import { askToWrite, isThere, mayWrite } from './folder-access'

/** Why the last backup was not written. */
export type AutoBackupFailure = BackupFailure | 'too-large'

export interface AutoBackupState {
  /** Null where none is chosen, or until it was read. */
  readonly chosen: BackupFolder | null
  /** Bytes of the backup that is being written; the first half of the total is writing. */
  readonly writing: { readonly done: number; readonly total: number } | null
  readonly failure: AutoBackupFailure | null
  /** Names of evidence files the last backup of an assessment went without, because the disk has lost them; by its id. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>
}

/** Backups a browser writes by itself into a folder a person chose. One for each open database. */
export interface AutoBackup {
  readonly getState: () => AutoBackupState
  readonly subscribe: (listener: () => void) => () => void
  /** Reads anew which folder is chosen, whether it can be written to, and what the last backups went without. */
  readonly look: () => Promise<void>
  readonly choose: (chosen: BackupFolder | null) => Promise<void>
  /** Lets the browser ask for leave to write. Only while a press of a button is being answered. */
  readonly allow: () => Promise<void>
  /** Writes a backup, if a folder is chosen and there is something in the assessment that no backup has. */
  readonly backUp: (session: Session) => Promise<void>
  readonly cancel: () => void
}

export type WriteBackup = typeof startFolderBackup

const autoBackups = new WeakMap<Database, AutoBackup>()

export function autoBackupOf(database: Database): AutoBackup {
  const known = autoBackups.get(database)
  if (known) return known
  const made = createAutoBackup(database)
  autoBackups.set(database, made)
  return made
}

export function createAutoBackup(
  database: Database,
  write: WriteBackup = startFolderBackup,
  now: () => Date = () => new Date(),
): AutoBackup {
  const listeners = new Set<() => void>()
  let state: AutoBackupState = { chosen: null, writing: null, failure: null, leftOut: new Map() }
  let job: Job<FolderBackup> | null = null

  function show(part: Partial<AutoBackupState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  async function look(): Promise<void> {
    const chosen = await readBackupFolder(database)
    const standing = chosen ? await standingOf(chosen) : null
    // What else went wrong the last time stands until a backup was written.
    const other = state.failure === 'not-allowed' || state.failure === 'folder-gone' ? null : state.failure
    show({ chosen, failure: chosen ? (standing ?? other) : null, leftOut: await readLost(database) })
  }

  async function backUp(session: Session): Promise<void> {
    await look()
    if (!state.chosen) return
    // One after the other, also of two tabs; what the first has written the second finds done.
    await oneAtATime(async () => {
      const { chosen } = state
      if (chosen && (await isNeeded(session))) await writeCopy(session, chosen)
    })
  }

  async function isNeeded(session: Session): Promise<boolean> {
    await session.flush()
    const { assessment, local, present } = session.getState()
    if (assessment.origin === 'example' || local.unsavedSince === null) return false
    const { last } = await readCopies(database, assessment.id)
    return last?.changes !== allChanges(present).length
  }

  async function writeCopy(session: Session, chosen: BackupFolder): Promise<void> {
    const { id } = session.getState().assessment
    try {
      if (state.failure === 'not-allowed' || state.failure === 'folder-gone') return
      show({ writing: { done: 0, total: 0 } })
      const { folder, withFiles, withConfidential } = chosen
      const choice = { withFiles, withConfidential, withRemoved: true }
      const { copies } = await readCopies(database, id)
      const name = copyName(session, now(), copies)
      const remove = copiesToRemove(copies, name)
      const { prepared, outcome } = await makeWithoutDamaged(
        (damaged) => prepareParcel(session, database, choice, null, damaged),
        async ({ source }) => {
          // Noted first: should the tab be closed meanwhile, the next backup clears it away.
          await noteBegun(id, name)
          job = write({ source, folder, name, remove }, (done, total) => show({ writing: { done, total } }))
          return job.result
        },
      )
      if (outcome.status === 'failed') return show({ failure: outcome.reason })
      await noteWritten(id, name, outcome.removed, prepared)
      await session.markBackedUp(prepared.changes, prepared.files)
      show({ failure: null, leftOut: await readLost(database) })
    } catch (cause) {
      // Called off, it is written after the next stretch of work.
      if (cause instanceof JobCancelled) return
      show({ failure: failureOf(cause) })
    } finally {
      job = null
      show({ writing: null })
    }
  }

  async function noteBegun(id: string, name: string): Promise<void> {
    await updateCopies(database, id, (written) => ({
      ...written,
      copies: [...written.copies.filter((copy) => copy.name !== name), { name, whole: false }],
    }))
  }

  async function noteWritten(
    id: string,
    name: string,
    removed: readonly string[],
    { ofChanges, lost }: PreparedParcel,
  ): Promise<void> {
    await updateCopies(database, id, ({ copies }) => ({
      copies: copies
        .filter((copy) => !removed.includes(copy.name))
        .map((copy) => (copy.name === name ? { name, whole: true } : copy)),
      last: { at: now().toISOString(), changes: ofChanges, lost: [...lost] },
    }))
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look,
    async choose(chosen) {
      job?.cancel()
      await writeBackupFolder(database, chosen)
      show({ failure: null })
      await look()
    },
    async allow() {
      if (state.chosen) await askToWrite(state.chosen.folder)
      await look()
    },
    backUp,
    cancel: () => job?.cancel(),
  }
}

/** What stands in the way of writing there; null if nothing is known to. */
async function standingOf({ folder }: BackupFolder): Promise<BackupFailure | null> {
  if (!(await mayWrite(folder))) return 'not-allowed'
  return (await isThere(folder)) ? null : 'folder-gone'
}

function failureOf(cause: unknown): AutoBackupFailure {
  return cause instanceof ParcelTooLarge ? 'too-large' : 'failed'
}

/** Where there is a folder picker there are locks. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('spbe-mandiri/auto-backup', work)
}
