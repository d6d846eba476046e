import { isLeftBySystem } from '../../evidence/file-name'

/** The files of a drop or a paste, those in folders too. Must be called at once: the list is empty after the event. */
export function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  )
  // A browser that gives no entries, and a screenshot, which is in no folder.
  if (entries.length === 0) return Promise.resolve([...transfer.files])
  return inEntries(entries)
}

/** The files of a chosen folder that a person put there. */
export function withoutSystemFiles(files: readonly File[]): File[] {
  return files.filter(({ name }) => !isLeftBySystem(name))
}

async function inEntries(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = []
  for (const entry of entries) {
    if (entry.isDirectory) {
      files.push(...withoutSystemFiles(await inEntries(await entriesIn(entry as FileSystemDirectoryEntry))))
    } else {
      files.push(await fileOf(entry as FileSystemFileEntry))
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
