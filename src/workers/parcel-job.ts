import type { ParcelReading } from '../handover/files/open-parcel'
import type { ParcelSource } from '../handover/files/write-parcel'
import type { ParcelFault } from '../handover/parcel-fault'
import { runJob, type Job, type Progress } from './job'
import { startParcelWorker } from './start-worker'

export type ParcelRequest =
  | {
      readonly kind: 'write'
      readonly source: ParcelSource
      /** The file a person chose, or the name of one in the browser's private folder. */
      readonly into: FileSystemFileHandle | string
      /** Where a locked parcel is unlocked to be read again. */
      readonly workshopFile: string
    }
  | {
      readonly kind: 'check'
      readonly file: Blob
      readonly password: string | null
      readonly workshopFile: string
    }
  | { readonly kind: 'restore'; readonly zip: Blob; readonly at: string }
  | {
      readonly kind: 'back-up'
      readonly source: ParcelSource
      readonly folder: FileSystemDirectoryHandle
      readonly name: string
      /** Names of files in the folder that are to go once the new one is known to be whole. */
      readonly remove: readonly string[]
    }

/** A parcel that was opened again and read as a whole. */
export interface MadeParcel {
  readonly file: Blob
  readonly seal: string
}

export type ParcelMaking =
  | ({ readonly status: 'made' } & MadeParcel)
  /** Files that the disk has lost or changed, by SHA-256: without them it can be made. */
  | { readonly status: 'damaged'; readonly files: readonly string[] }

/** A parcel that was looked through: `zip` is what to restore from, unlocked where it was locked. */
export type ParcelCheck =
  | { readonly status: 'locked' }
  | { readonly status: 'looked-through'; readonly zip: Blob; readonly reading: ParcelReading }

export type ParcelRestoring =
  | { readonly status: 'restored'; readonly files: number }
  | { readonly status: 'refused'; readonly fault: ParcelFault }

/** Why a backup was not written: none of what lay in the folder has changed. */
export type BackupFailure = 'folder-gone' | 'not-allowed' | 'full' | 'not-whole' | 'failed'

/** `removed` are those of the names that are there no more. */
export type FolderBackup =
  | { readonly status: 'written'; readonly removed: readonly string[] }
  /** As of `ParcelMaking`. */
  | { readonly status: 'damaged'; readonly files: readonly string[] }
  | { readonly status: 'failed'; readonly reason: BackupFailure }

/** Writes a parcel and reads it again. `onProgress` hears bytes: the first half of the total is writing. */
export function startWritingParcel(
  source: ParcelSource,
  into: FileSystemFileHandle | string,
  workshopFile: string,
  onProgress: Progress,
): Job<ParcelMaking> {
  const request: ParcelRequest = { kind: 'write', source, into, workshopFile }
  return runJob<ParcelRequest, ParcelMaking>(startParcelWorker(), request, onProgress)
}

/** Looks through a parcel without taking anything in. `onProgress` hears bytes. */
export function startCheckingParcel(
  file: Blob,
  password: string | null,
  workshopFile: string,
  onProgress: Progress,
): Job<ParcelCheck> {
  const request: ParcelRequest = { kind: 'check', file, password, workshopFile }
  return runJob<ParcelRequest, ParcelCheck>(startParcelWorker(), request, onProgress)
}

/**
 * Keeps the files of a parcel that was looked through, in batches; its changes are the caller's business, afterwards.
 * Files kept without changes that name them are cleared away in time. `at` is an ISO instant.
 */
export function startRestoringFiles(zip: Blob, at: string, onProgress: Progress): Job<ParcelRestoring> {
  const request: ParcelRequest = { kind: 'restore', zip, at }
  return runJob<ParcelRequest, ParcelRestoring>(startParcelWorker(), request, onProgress)
}

/**
 * Writes a parcel as a new file into a folder and reads it again; only when it is whole, the files named in `remove` go. One
 * that is not whole is removed itself. `onProgress` hears bytes: the first half of the total is writing.
 */
export function startFolderBackup(
  { source, folder, name, remove }: Omit<Extract<ParcelRequest, { kind: 'back-up' }>, 'kind'>,
  onProgress: Progress,
): Job<FolderBackup> {
  const request: ParcelRequest = { kind: 'back-up', source, folder, name, remove }
  return runJob<ParcelRequest, FolderBackup>(startParcelWorker(), request, onProgress)
}
