import { damagedAmong } from './damaged-bytes'
import { beginWriting, type Database } from './database'
import { FILE_STORES, readBytesOfFiles, type FileRow } from './files'
import { onDisk } from './on-disk'

/** One file on its way in: what is known of it, and its bytes. */
export interface NewFile {
  readonly row: FileRow
  readonly bytes: Blob
}

/**
 * Keeps files, all or none, in one strict transaction. Bytes that are there already stay as they are; those that are gone,
 * or that the disk has lost or changed, come back. Resolves when they are on disk; rejects with `QuotaExceededError` where
 * there is no room, `DataError` where the browser cannot take the bytes.
 */
export async function addFiles(database: Database, files: readonly NewFile[]): Promise<void> {
  const here = await readBytesOfFiles(
    database,
    files.map(({ row }) => row.sha256),
  )
  const damaged = await damagedAmong(
    files.flatMap(({ row }) => {
      const bytes = here.get(row.sha256)
      return bytes ? [{ ...row, bytes }] : []
    }),
  )
  const transaction = beginWriting(database, FILE_STORES)
  const work = async () => {
    for (const { row, bytes } of files) {
      const known = await transaction.objectStore('files').get(row.sha256)
      await transaction.objectStore('files').put(known ? { ...known, unusedSince: null } : row, row.sha256)
      if (!known || !here.has(row.sha256) || damaged.has(row.sha256)) {
        await transaction.objectStore('fileBytes').put(bytes, row.sha256)
      }
    }
  }
  await onDisk(transaction, work())
}
