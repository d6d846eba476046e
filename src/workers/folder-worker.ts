import { findZipFault, type MeantEntry } from '../handover/files/check-zip'
import { zipBytes } from '../handover/files/zip-writer'
import { folderEntries, type FolderEntry, type FolderSource } from '../ministry-folder/files/folder-entries'
import { pathOf } from '../ministry-folder/index-book'
import { damagedAmong } from '../storage/damaged-bytes'
import { isLost } from '../storage/lost-bytes'
import type { FolderMaking, FolderPlace, FolderRequest } from './folder-job'
import { findTreeFault, writeTree } from './folder-tree'
import { serveJob, type Progress } from './job'
import { makeInFile, makeInWorkshop } from './parcel-sinks'
import { seldom } from './seldom'
import { smallerPhoto } from './smaller-photo'

serveJob<FolderRequest, FolderMaking>(async (request, onProgress) => ({
  result: await makeOrNameLost(request, seldom(onProgress)),
  transfer: [],
}))

async function makeOrNameLost(request: FolderRequest, onProgress: Progress): Promise<FolderMaking> {
  try {
    return await make(request, onProgress)
  } catch (cause) {
    const paths = isLost(cause) ? await lostPaths(request.source) : []
    // It may be the place written to that is no more.
    if (paths.length === 0) throw cause
    return { status: 'lost', paths }
  }
}

async function lostPaths({ folders, bytes }: FolderSource): Promise<string[]> {
  const files = folders.flatMap((folder) => folder.files)
  const lost = await damagedAmong(
    files.flatMap((file) => {
      const blob = bytes.get(file.sha256)
      return blob ? [{ ...file, bytes: blob }] : []
    }),
  )
  return folders.flatMap((folder) =>
    folder.files.filter(({ sha256 }) => lost.has(sha256)).map(({ name }) => pathOf(folder, name)),
  )
}

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
  let bytesWritten = 0
  const written = await write(place, entries(), new Date(madeAt), (more) => {
    bytesWritten += more
    onProgress(Math.min(bytesWritten, total), 2 * total)
  })
  let bytesRead = 0
  const fault = await written.findFault(meant, (more) => {
    bytesRead += more
    onProgress(total + Math.min(bytesRead, total), 2 * total)
  })
  if (fault !== null) return { status: 'differs', path: fault }
  const bytes = meant.reduce((sum, { size }) => sum + size, 0)
  return { status: 'made', zip: written.zip, files: meant.length, smallerCopies, bytes }
}

/** About how many bytes there are to write: without notes and index, with photos as large as they are. */
function bytesOf({ folders }: FolderSource): number {
  return folders.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 1)
}

interface Written {
  readonly zip: Blob | null
  /** Reads it again, as `findZipFault` does. */
  readonly findFault: (
    meant: readonly MeantEntry[],
    onBytes: (bytes: number) => void,
  ) => Promise<string | null>
}

async function write(
  place: FolderPlace,
  entries: AsyncGenerator<FolderEntry>,
  modified: Date,
  onBytes: (bytes: number) => void,
): Promise<Written> {
  if (place.kind === 'tree') {
    await writeTree(place.into, entries, onBytes)
    return { zip: null, findFault: (meant, onRead) => findTreeFault(place.into, meant, onRead) }
  }
  const making = await (typeof place.into === 'string' ? makeInWorkshop(place.into) : makeInFile(place.into))
  try {
    for await (const bytes of zipBytes(entries, modified)) {
      await making.write(bytes)
      onBytes(bytes.length)
    }
    const zip = await making.finish()
    return {
      zip,
      findFault: (meant, onRead) => making.readAgain((written) => findZipFault(written, meant, onRead)),
    }
  } catch (cause) {
    await making.abandon().catch(() => undefined)
    throw cause
  }
}
