import { z } from '../schema-setup'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'

/** The folder automatic backups go to, and what goes along. */
export interface BackupFolder {
  readonly folder: FileSystemDirectoryHandle
  readonly withFiles: boolean
  readonly withConfidential: boolean
}

const folderSchema = z.object({
  folder: z.custom<FileSystemDirectoryHandle>(
    (value) => typeof value === 'object' && value !== null && 'getFileHandle' in value,
  ),
  withFiles: z.boolean(),
  withConfidential: z.boolean(),
})

/** What was written for one assessment into the folder. */
const copiesSchema = z.object({
  /** Oldest first; what was removed is not in it. */
  copies: z.array(z.object({ name: z.string(), whole: z.boolean() })),
  /**
   * How many changes the assessment had at the last whole one, when that was (ISO instant), and the names of the evidence
   * files it went without, because the disk has lost them.
   */
  last: z.nullable(
    z.object({ at: z.iso.datetime(), changes: z.int(), lost: z._default(z.array(z.string()), []) }),
  ),
})
export type WrittenCopies = z.infer<typeof copiesSchema>

const FOLDER_KEY = 'backupFolder'
const NONE: WrittenCopies = { copies: [], last: null }

/** By assessment, so that each can be noted by itself; gone with the folder they lie in. */
function copiesKey(assessment: string): string {
  return `${COPIES_PREFIX}${assessment}`
}
const COPIES_PREFIX = 'backupCopies/'
const allCopies = () => IDBKeyRange.bound(COPIES_PREFIX, `${COPIES_PREFIX}\uffff`)

/** The chosen folder; null if there is none, or it cannot be read. */
export async function readBackupFolder(database: Database): Promise<BackupFolder | null> {
  const reading = z.safeParse(folderSchema, await database.get('settings', FOLDER_KEY))
  return reading.success ? reading.data : null
}

/** Notes the chosen folder, or (null) that there is none. What lies in another one is no longer looked after. */
export async function writeBackupFolder(database: Database, chosen: BackupFolder | null): Promise<void> {
  const before = await readBackupFolder(database)
  const isSame = chosen !== null && before !== null && (await chosen.folder.isSameEntry(before.folder))
  const transaction = beginWriting(database, ['settings'])
  const settings = transaction.objectStore('settings')
  const work = async () => {
    if (!isSame) await settings.delete(allCopies())
    if (chosen) await settings.put(chosen, FOLDER_KEY)
    else await settings.delete(FOLDER_KEY)
  }
  await onDisk(transaction, work())
}

/** What was written into the folder for an assessment. */
export async function readCopies(database: Database, assessment: string): Promise<WrittenCopies> {
  const reading = z.safeParse(copiesSchema, await database.get('settings', copiesKey(assessment)))
  return reading.success ? reading.data : NONE
}

/** Names of the evidence files that the last backup of an assessment went without, by assessment; only where there are any. */
export async function readLost(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const settings = database.transaction('settings').store
  const [keys, rows] = await Promise.all([settings.getAllKeys(allCopies()), settings.getAll(allCopies())])
  const lost = rows.map((row) => {
    const reading = z.safeParse(copiesSchema, row)
    return reading.success ? (reading.data.last?.lost ?? []) : []
  })
  return new Map(
    keys.flatMap((key, index) => {
      const names = lost[index] ?? []
      return names.length > 0 ? [[String(key).slice(COPIES_PREFIX.length), names]] : []
    }),
  )
}

/** Changes what is noted of an assessment's files in the folder, and returns it. */
export async function updateCopies(
  database: Database,
  assessment: string,
  update: (written: WrittenCopies) => WrittenCopies,
): Promise<WrittenCopies> {
  const transaction = beginWriting(database, ['settings'])
  const settings = transaction.objectStore('settings')
  const work = async () => {
    const reading = z.safeParse(copiesSchema, await settings.get(copiesKey(assessment)))
    const written = update(reading.success ? reading.data : NONE)
    await settings.put(written, copiesKey(assessment))
    return written
  }
  return onDisk(transaction, work())
}
