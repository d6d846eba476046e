import type { FolderSource } from '../ministry-folder/files/folder-entries'
import { runJob, type Job, type Progress } from './job'
import { startFolderWorker } from './start-worker'

/** Where a ministry folder is written: one ZIP, or real files in a folder of its own. */
export type FolderPlace =
  | {
      readonly kind: 'zip'
      /** The file a person chose, or the name of one in the browser's private folder. */
      readonly into: FileSystemFileHandle | string
    }
  | { readonly kind: 'tree'; readonly into: FileSystemDirectoryHandle }

export interface FolderRequest {
  readonly source: FolderSource
  readonly place: FolderPlace
  /** ISO instant: the time of the entries. */
  readonly madeAt: string
}

/** A folder that was read again as a whole. */
export interface MadeFolder {
  /** The ZIP; null where real files were written. */
  readonly zip: Blob | null
  /** Notes, evidence, index and hashes. */
  readonly files: number
  readonly smallerCopies: number
  /** Of all files, in bytes. */
  readonly bytes: number
}

export type FolderMaking =
  | ({ readonly status: 'made' } & MadeFolder)
  /** What was read again is not what was to be written; `path` is '' where that is no single file. */
  | { readonly status: 'differs'; readonly path: string }
  /** Files that the disk has lost: the path of each. */
  | { readonly status: 'lost'; readonly paths: readonly string[] }

/** Writes a ministry folder and reads it again. `onProgress` hears bytes: the first half of the total is writing. */
export function startFolderJob(request: FolderRequest, onProgress: Progress): Job<FolderMaking> {
  return runJob<FolderRequest, FolderMaking>(startFolderWorker(), request, onProgress)
}
