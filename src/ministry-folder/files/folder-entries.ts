import { digestOf, digestOfBytes, fitsAtOnce } from '../../handover/files/digest'
import type { ZipEntry } from '../../handover/files/zip-writer'
import { readWorkbook } from '../../spreadsheet/files/read-xlsx'
import { writeWorkbook } from '../../spreadsheet/files/write-xlsx'
import { indexBook, pathOf, type FolderFacts, type WrittenFile } from '../index-book'
import type { PlannedFile, PlannedFolder } from '../plan'
import { INDEX_NAME, noteFile, noteName, SUMS_NAME, sumsFile } from '../texts'

/** What is put into a ministry folder. Can be sent to a worker. */
export interface FolderSource {
  readonly facts: FolderFacts
  readonly folders: readonly PlannedFolder[]
  /** By SHA-256; of every planned file. */
  readonly bytes: ReadonlyMap<string, Blob>
}

/** An entry of the folder, with what the index says of it. */
export type FolderEntry = ZipEntry & WrittenFile

/** Makes a smaller copy of a photo; null where none is to be had. */
export type Shrink = (photo: Blob, file: PlannedFile) => Promise<Blob | null>

/** The index that was written does not read as it was meant. */
export class IndexDiffers extends Error {
  override readonly name = 'IndexDiffers'
}

/**
 * Everything that lies in the folder, one entry after the other: each indicator's note and files, then the index, which
 * by then knows the smaller copies, and last the hashes of all of it. Throws `IndexDiffers`, or what reading bytes throws.
 */
export async function* folderEntries(
  { facts, folders, bytes }: FolderSource,
  shrink: Shrink,
): AsyncGenerator<FolderEntry> {
  const written: WrittenFile[] = []
  const noted = (entry: FolderEntry): FolderEntry => {
    const { path, size, sha256, isSmallerCopy } = entry
    // Without the bytes, which would otherwise be held to the end.
    written.push({ path, size, sha256, isSmallerCopy })
    return entry
  }
  for (const folder of folders) {
    if (folder.note) yield noted(await entryOf(pathOf(folder, noteName(folder)), encoded(noteFile(folder))))
    for (const file of folder.files) yield noted(await fileEntry(folder, file, bytes, shrink))
  }
  const index = await writtenIndex(facts, folders, new Map(written.map((file) => [file.path, file])))
  yield noted(await entryOf(INDEX_NAME, index))
  yield await entryOf(SUMS_NAME, encoded(sumsFile(written)))
}

async function fileEntry(
  folder: PlannedFolder,
  file: PlannedFile,
  bytes: FolderSource['bytes'],
  shrink: Shrink,
): Promise<FolderEntry> {
  const { name, sha256, crc32 } = file
  const path = pathOf(folder, name)
  const own = bytes.get(sha256)
  if (!own) throw new RangeError(`no bytes for ${path}`)
  const smaller = file.shrinks ? await shrink(own, file) : null
  if (smaller) return { ...(await entryOf(path, smaller)), isSmallerCopy: true }
  return { path, bytes: own, size: own.size, sha256, crc32, isSmallerCopy: false }
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** What is in memory already is summed there: to read a Blob takes a turn through another process. */
async function entryOf(path: string, content: Blob | Uint8Array<ArrayBuffer>): Promise<FolderEntry> {
  const bytes = content instanceof Blob ? content : new Blob([content])
  const inMemory = !(content instanceof Blob) && fitsAtOnce(bytes.size)
  const digest = await (inMemory ? digestOfBytes(content) : digestOf(bytes))
  return { path, bytes, size: bytes.size, ...digest, isSmallerCopy: false }
}

/** The index, read again. */
async function writtenIndex(
  facts: FolderFacts,
  folders: readonly PlannedFolder[],
  written: ReadonlyMap<string, WrittenFile>,
): Promise<Uint8Array<ArrayBuffer>> {
  const book = indexBook(facts, folders, written)
  const bytes = await writeWorkbook(book)
  // It has a row for each citation, however many there are.
  const longest = Math.max(...book.sheets.map((sheet) => sheet.rows.length))
  const reading = await readWorkbook(bytes, longest)
  const rows = reading.status === 'read' ? reading.book.sheets.map((sheet) => sheet.rows.length) : []
  if (!book.sheets.every((sheet, at) => rows[at] === sheet.rows.length)) {
    throw new IndexDiffers(`the index reads as ${rows.join(', ')} rows`)
  }
  return bytes as Uint8Array<ArrayBuffer>
}
