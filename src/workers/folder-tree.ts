import type { MeantEntry } from '../handover/files/check-zip'
import { crcOf } from '../handover/files/digest'
import { slicesOf } from '../handover/files/slices'
import type { ZipEntry } from '../handover/files/zip-writer'

/** Writes entries as real files into a folder, each into the folder its path names. `onBytes` hears how many more. */
export async function writeTree(
  root: FileSystemDirectoryHandle,
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  onBytes: (bytes: number) => void,
): Promise<void> {
  for await (const { path, bytes } of entries) {
    const file = await handleOf(root, path, true)
    const writable = await file.createWritable()
    try {
      for await (const slice of slicesOf(bytes)) {
        await writable.write(slice)
        onBytes(slice.length)
      }
    } catch (cause) {
      await writable.abort().catch(() => undefined)
      throw cause
    }
    await writable.close()
  }
}

/**
 * Reads the files of a folder again. Returns the path of the first that is not as it was meant, '' where there are others
 * besides, null where all is well.
 */
export async function findTreeFault(
  root: FileSystemDirectoryHandle,
  meant: readonly MeantEntry[],
  onBytes: (bytes: number) => void,
): Promise<string | null> {
  for (const { path, size, crc32 } of meant) {
    const file = await (await handleOf(root, path, false)).getFile()
    if (file.size !== size || (await crcOf(file, onBytes)) !== crc32) return path
  }
  return (await countFiles(root)) === meant.length ? null : ''
}

async function handleOf(root: FileSystemDirectoryHandle, path: string, create: boolean) {
  const names = path.split('/')
  const name = names.pop() ?? ''
  let folder = root
  for (const step of names) folder = await folder.getDirectoryHandle(step, { create })
  return folder.getFileHandle(name, { create })
}

interface Values {
  values(): AsyncIterableIterator<FileSystemHandle>
}

async function countFiles(folder: FileSystemDirectoryHandle): Promise<number> {
  let count = 0
  for await (const handle of (folder as FileSystemDirectoryHandle & Values).values()) {
    count += handle.kind === 'file' ? 1 : await countFiles(handle)
  }
  return count
}
