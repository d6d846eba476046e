import type { DossierOptions } from '../dossier/options'
import type { ReportInput } from '../report/input'
import { runJob, type Job, type Progress } from './job'
import { startDossierWorker } from './start-worker'

export interface DossierRequest {
  readonly input: ReportInput
  readonly options: DossierOptions
  /** What its files in the browser's private folder begin with. */
  readonly workshopFile: string
  /** Empty: the volumes go there as files of their own. Null: as one file, several in a ZIP. */
  readonly folder: FileSystemDirectoryHandle | null
}

/** A volume that was opened again and counted after it was written. */
export interface MadeVolume {
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly crc32: number
  /** Indicators by number, as text: "1–10". */
  readonly indicators: string
  readonly pages: number
  readonly documents: number
  /** Untouched files inside it. */
  readonly originals: number
  readonly links: number
  readonly bookmarks: number
  /** One indicator alone has more than was asked for. */
  readonly oversized: boolean
}

export type DossierMaking =
  | {
      readonly status: 'made'
      readonly volumes: readonly MadeVolume[]
      /** What is handed over: the one volume, or a ZIP of several with `SHA256SUMS.txt`; null where they lie in a folder. */
      readonly file: Blob | null
      /** Text of `SHA256SUMS.txt`. */
      readonly sums: string
      /** Characters printed as □ because no font of the report has them. */
      readonly missingCharacters: number
    }
  /** Bytes that are needed and that are free. */
  | { readonly status: 'no-room'; readonly needed: number; readonly free: number | null }

/** Makes a dossier. `onProgress` hears documents joined and, with their volumes, read again, of twice as many as there are. */
export function startDossierJob(request: DossierRequest, onProgress: Progress): Job<DossierMaking> {
  return runJob<DossierRequest, DossierMaking>(startDossierWorker(), request, onProgress)
}
