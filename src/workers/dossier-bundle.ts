import { findZipFault } from '../handover/files/check-zip'
import { crcOf } from '../handover/files/digest'
import { zipBytes, type ZipEntry } from '../handover/files/zip-writer'
import type { MadeVolume } from './dossier-job'
import { findTreeFault, writeTree } from './folder-tree'
import { makeInWorkshop } from './parcel-sinks'

const SUMS = 'SHA256SUMS.txt'

/** What `SHA256SUMS.txt` says of the volumes. */
export function sumsOf(volumes: readonly MadeVolume[]): string {
  return volumes.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
}

/**
 * Puts volumes and their sums into a ZIP in the browser's private folder, and reads it again. Rejects where writing does,
 * and where what was written is not whole; then nothing of it is left.
 */
export async function zipVolumes(
  volumes: readonly MadeVolume[],
  modified: Date,
  workshopFile: string,
): Promise<Blob> {
  const entries = await entriesOf(volumes)
  const making = await makeInWorkshop(workshopFile)
  try {
    for await (const bytes of zipBytes(entries, modified)) await making.write(bytes)
    const zip = await making.finish()
    insist(await making.readAgain((written) => findZipFault(written, entries.map(meant), () => undefined)))
    return zip
  } catch (cause) {
    await making.abandon().catch(() => undefined)
    throw cause
  }
}

/** Writes volumes and their sums into an empty folder as files of their own, and reads them again. Rejects as `zipVolumes`. */
export async function writeVolumesInto(
  folder: FileSystemDirectoryHandle,
  volumes: readonly MadeVolume[],
): Promise<void> {
  const entries = await entriesOf(volumes)
  await writeTree(folder, entries, () => undefined)
  insist(await findTreeFault(folder, entries.map(meant), () => undefined))
}

async function entriesOf(volumes: readonly MadeVolume[]): Promise<ZipEntry[]> {
  const sums = new Blob([sumsOf(volumes)])
  return [
    ...volumes.map(({ name, file, crc32 }) => ({ path: name, bytes: file, crc32 })),
    { path: SUMS, bytes: sums, crc32: await crcOf(sums) },
  ]
}

function meant({ path, bytes, crc32 }: ZipEntry) {
  return { path, size: bytes.size, crc32 }
}

function insist(fault: string | null): void {
  if (fault !== null) throw new Error(`${fault || 'the whole'} did not read as it was written`)
}
