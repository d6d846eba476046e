import { valuesOf } from '../../answers/present'
import { fitsZip } from '../../handover/parcel-plan'
import { entryOf } from '../../instrument/catalogue'
import type { FolderSource } from '../../ministry-folder/files/folder-entries'
import type { FolderChoice, FolderPlan } from '../../ministry-folder/plan'
import { reportFileName } from '../../report/file-name'
import type { Database } from '../../storage/database'
import { readBytesOfFiles, readFileRows } from '../../storage/files'
import { readStorageFacts } from '../../storage/persistence'
import { localMinute } from '../app/clock'
import type { Session } from '../session/session'
import { folderPlanOf } from './folder-plan'

/** Why a folder cannot be made, known before a byte is written. */
export type Obstacle =
  /** More than a ZIP can hold. */
  | { readonly kind: 'too-large' }
  /** In bytes. */
  | { readonly kind: 'no-room'; readonly needed: number; readonly free: number }
  /** A file that was here is not any more. */
  | { readonly kind: 'gone'; readonly name: string }

export type PreparedFolder =
  | { readonly status: 'ready'; readonly source: FolderSource }
  | { readonly status: 'refused'; readonly obstacle: Obstacle }

/** What the folder is called: "Map-Kementerian-SPBE-2025-Kabupaten-Contoh". */
export function folderName(session: Session, extension: string): string {
  return reportFileName(titleWords(session).join(' '), extension)
}

function titleWords(session: Session): (string | number)[] {
  const { assessment, present } = session.getState()
  const { family } = entryOf(assessment.instrument, session.instrument)
  const { year = '', institutionName = '' } = valuesOf(present, { kind: 'assessment' })
  return ['Map Kementerian', family, year, institutionName].filter((word) => word !== '')
}

/** Notes, index and headers of a file, in bytes at most: room asked for beside the files themselves. */
const BESIDE = 20_000

/**
 * Puts together what goes into the folder, with everything typed so far, and looks whether it fits: `zip` is a ZIP, made in
 * the browser's own storage where `inBrowser`. Throws what storage throws.
 */
export async function prepareFolder(
  session: Session,
  database: Database,
  choice: FolderChoice,
  { zip, inBrowser }: { readonly zip: boolean; readonly inBrowser: boolean },
): Promise<PreparedFolder> {
  await session.flush()
  const plan = folderPlanOf(session, await readFileRows(database), choice)
  const files = plan.folders.flatMap((folder) => folder.files)
  const needed = plan.bytes + BESIDE * (files.length + plan.folders.length + 1)
  if (zip && !fitsZip(plan.bytes, files.length + plan.folders.length)) return refused({ kind: 'too-large' })
  const { used, quota } = await readStorageFacts()
  const free = used === undefined || quota === undefined ? Infinity : quota - used
  if (inBrowser && needed > free) return refused({ kind: 'no-room', needed, free: Math.max(0, free) })
  const bytes = await readBytesOfFiles(database, new Set(files.map(({ sha256 }) => sha256)))
  const gone = files.find(({ sha256 }) => !bytes.has(sha256))
  if (gone) return refused({ kind: 'gone', name: gone.name })
  return { status: 'ready', source: { facts: factsOf(session, choice), folders: plan.folders, bytes } }
}

function factsOf(session: Session, { sizeLimit }: FolderChoice): FolderSource['facts'] {
  const { unit, person } = session.getState().local
  return {
    title: titleWords(session).join(' '),
    author: [person, unit].filter(Boolean).join(', '),
    instrument: session.instrument.title,
    appVersion: __APP_VERSION__,
    sizeLimit,
    madeAt: localMinute(new Date()),
  }
}

function refused(obstacle: Obstacle): PreparedFolder {
  return { status: 'refused', obstacle }
}

/** Of a plan, how many files and notes there are. */
export function countsOf({ folders }: FolderPlan): { readonly files: number; readonly notes: number } {
  return {
    files: folders.reduce((sum, { files }) => sum + files.length, 0),
    notes: folders.filter(({ note }) => note).length,
  }
}
