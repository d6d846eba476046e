import { findZipFault, type MeantEntry } from '../handover/files/check-zip'
import { zipBytes } from '../handover/files/zip-writer'
import { folderEntries, type FolderEntry, type FolderSource } from '../ministry-folder/files/folder-entries'
import type { FolderMaking, FolderPlace, FolderRequest } from './folder-job'
import { findTreeFault, writeTree } from './folder-tree'
import { serveJob, type Progress } from './job'
import { makeInFile, makeInWorkshop } from './parcel-sinks'
import { seldom } from './seldom'
import { smallerPhoto } from './smaller-photo'

serveJob<FolderRequest, FolderMaking>(async (request, onProgress) => ({
  result: await make(request, seldom(onProgress)),
  transfer: [],
}))

async function make({ source, place, madeAt }: FolderRequest, onProgress: Progress): Promise<FolderMaking> {
  const meant: MeantEntry[] = []
  let smallerCopies = 0
  async function* entries(): AsyncGenerator<FolderEntry> {
    for await (const entry of folderEntries(source, smallerPhoto)) {
      const { path, size, crc32, isSmallerCopy } = entry
      meant.push({ path, size, crc32 })
      if (isSmallerCopy) smallerCopies += 1
      yield entry
    }
  }
  const total = bytesOf(source)
  let written = 0
  const zip = await write(place, entries(), new Date(madeAt), (more) => {
    written += more
    onProgress(Math.min(written, total), 2 * total)
  })
  let read = 0
  const onRead = (more: number) => {
    read += more
    onProgress(total + Math.min(read, total), 2 * total)
  }
  const fault = await findFault(place, zip, meant, onRead)
  if (fault !== null) return { status: 'differs', path: fault }
  const bytes = meant.reduce((sum, { size }) => sum + size, 0)
  return { status: 'made', zip, files: meant.length, smallerCopies, bytes }
}

/** About how many bytes there are to write: without notes and index, with photos as large as they are. */
function bytesOf({ folders }: FolderSource): number {
  return folders.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 1)
}

async function write(
  place: FolderPlace,
  entries: AsyncGenerator<FolderEntry>,
  modified: Date,
  onBytes: (bytes: number) => void,
): Promise<Blob | null> {
  if (place.kind === 'tree') {
    await writeTree(place.into, entries, onBytes)
    return null
  }
  const making = await (typeof place.into === 'string' ? makeInWorkshop(place.into) : makeInFile(place.into))
  try {
    for await (const bytes of zipBytes(entries, modified)) {
      await making.write(bytes)
      onBytes(bytes.length)
    }
    return await making.finish()
  } catch (cause) {
    await making.abandon().catch(() => undefined)
    throw cause
  }
}

function findFault(
  place: FolderPlace,
  zip: Blob | null,
  meant: readonly MeantEntry[],
  onBytes: (bytes: number) => void,
): Promise<string | null> {
  if (place.kind === 'tree') return findTreeFault(place.into, meant, onBytes)
  return zip ? findZipFault(zip, meant, onBytes) : Promise.resolve('')
}
