import { MEDIA_TYPES } from '../answers/fields'
import { fileFactsSchema, type FileFacts } from '../evidence/file-facts'
import { z } from '../schema-setup'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'

/** What this computer knows of a file whose bytes it keeps. */
export const fileRowSchema = z.object({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** In bytes. */
  size: z.int().check(z.gte(0)),
  /** CRC-32 of the bytes, reckoned once when they came in: a parcel wants it. */
  crc32: z.int().check(z.gte(0)),
  mediaType: z.enum(MEDIA_TYPES),
  /** ISO instant. */
  addedAt: z.iso.datetime(),
  /** Null until somebody has looked into it. */
  facts: z.nullable(fileFactsSchema),
  /** ISO instant since when no assessment has it; null while one does. */
  unusedSince: z.nullable(z.iso.datetime()),
})
export type FileRow = z.infer<typeof fileRowSchema>

export const FILE_STORES = ['files', 'fileBytes', 'thumbnails'] as const

/** Rows read at one go: of thousands the page would stand still meanwhile. */
const PART = 200

/** All files this computer keeps, by SHA-256. A row that cannot be read is left where it is. */
export async function readFileRows(database: Database): Promise<Map<string, FileRow>> {
  const read = new Map<string, FileRow>()
  let after: IDBKeyRange | null = null
  for (;;) {
    const { store } = database.transaction('files')
    const [keys, rows] = await Promise.all([store.getAllKeys(after, PART), store.getAll(after, PART)])
    for (const row of rows) {
      const parsed = z.safeParse(fileRowSchema, row)
      if (parsed.success) read.set(parsed.data.sha256, parsed.data)
    }
    const last = keys.at(-1)
    if (last === undefined || keys.length < PART) return read
    after = IDBKeyRange.lowerBound(last, true)
  }
}

/** What is known of some files, of those that are here. */
export async function readRowsOfFiles(database: Database, wanted: readonly string[]): Promise<FileRow[]> {
  const { store } = database.transaction('files')
  const rows = await Promise.all(wanted.map((sha256) => store.get(sha256)))
  return rows.flatMap((row) => {
    const parsed = z.safeParse(fileRowSchema, row)
    return parsed.success ? [parsed.data] : []
  })
}

/** The bytes of one file, as a handle to the disk; null if they are not here. */
export async function readFileBytes(database: Database, sha256: string): Promise<Blob | null> {
  return (await database.get('fileBytes', sha256)) ?? null
}

/** The bytes of several files by SHA-256, as handles to the disk; what is not here is not in it. */
export async function readBytesOfFiles(
  database: Database,
  wanted: Iterable<string>,
): Promise<Map<string, Blob>> {
  // Asked for at once: one after the other each would wait for the database's process.
  const store = database.transaction('fileBytes').store
  const found = await Promise.all(
    Array.from(wanted, async (sha256) => [sha256, await store.get(sha256)] as const),
  )
  return new Map(found.flatMap(([sha256, blob]) => (blob ? [[sha256, blob]] : [])))
}

/** The small picture of a file's first page; null if none was made. */
export async function readThumbnail(database: Database, sha256: string): Promise<Blob | null> {
  return (await database.get('thumbnails', sha256)) ?? null
}

/**
 * Notes what was found in a file, with its small picture; null has it looked into anew. Nothing happens if the file is gone
 * meanwhile.
 */
export async function noteFacts(
  database: Database,
  sha256: string,
  facts: FileFacts | null,
  thumbnail: Blob | null,
): Promise<void> {
  const transaction = beginWriting(database, FILE_STORES)
  const work = async () => {
    const row = await transaction.objectStore('files').get(sha256)
    if (!row) return
    await transaction.objectStore('files').put({ ...row, facts }, sha256)
    if (thumbnail) await transaction.objectStore('thumbnails').put(thumbnail, sha256)
  }
  await onDisk(transaction, work())
}
