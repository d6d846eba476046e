import { isLeftBySystem } from '../../evidence/file-name'

export interface Dropped {
  readonly files: readonly File[]
  /** Names of files and folders that could not be read: the others come in all the same. */
  readonly unreadable: readonly string[]
}

/** The files of a drop, those in folders too. Must be called at once: the list is empty after the event. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  )
  // A browser that gives no entries.
  if (entries.length === 0) return { files: [...transfer.files], unreadable: [] }
  const unreadable: string[] = []
  return { files: await inEntries(entries, unreadable), unreadable }
}

/** The files of a chosen folder that a person put there. */
export function withoutSystemFiles(files: readonly File[]): File[] {
  return files.filter(({ name }) => !isLeftBySystem(name))
}

/** The files of entries, in their order; the name of each that cannot be read is added to `unreadable`. */
async function inEntries(entries: readonly FileSystemEntry[], unreadable: string[]): Promise<File[]> {
  const files: File[] = []
  for (const entry of entries) {
    try {
      if (entry.isDirectory) {
        const inside = await entriesIn(entry as FileSystemDirectoryEntry)
        files.push(...withoutSystemFiles(await inEntries(inside, unreadable)))
      } else files.push(await fileOf(entry as FileSystemFileEntry))
    } catch {
      unreadable.push(entry.name)
    }
  }
  return files
}

/** A folder gives its entries in parts, an empty one at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return all
    all.push(...part)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}
