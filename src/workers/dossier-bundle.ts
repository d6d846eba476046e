import { findZipFault, type MeantEntry } from '../handover/files/check-zip'
import { crcOf } from '../handover/files/digest'
import { zipBlob, type ZipEntry } from '../handover/files/zip-writer'
import type { MadeVolume } from './dossier-job'
import { findTreeFault, writeTree } from './folder-tree'

const SUMS = 'SHA256SUMS.txt'

/** What `SHA256SUMS.txt` says of the volumes. */
export function sumsOf(volumes: readonly Pick<MadeVolume, 'name' | 'sha256'>[]): string {
  return volumes.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
}

/**
 * A ZIP of volumes, whose bytes it holds on to, and their sums. Only its own bytes are read again; rejects where they are not
 * as they were meant.
 */
export async function zipOf(
  volumes: readonly MadeVolume[],
  bytes: readonly Blob[],
  modified: Date,
): Promise<Blob> {
  const entries = await entriesOf(volumes, bytes)
  const zip = await zipBlob(entries, modified)
  const compared = new Set(volumes.map(({ name }) => name))
  insist(await findZipFault(zip, entries.map(meantBy), () => undefined, compared))
  return zip
}

/**
 * Writes volumes and their sums into an empty folder as files of their own, and reads them again. Rejects with what writing
 * rejects, and where what was written is not whole.
 */
export async function writeVolumesInto(
  folder: FileSystemDirectoryHandle,
  volumes: readonly MadeVolume[],
  bytes: readonly Blob[],
): Promise<void> {
  const entries = await entriesOf(volumes, bytes)
  await writeTree(folder, entries, () => undefined)
  insist(await findTreeFault(folder, entries.map(meantBy), () => undefined))
}

async function entriesOf(volumes: readonly MadeVolume[], bytes: readonly Blob[]): Promise<ZipEntry[]> {
  const sums = new Blob([sumsOf(volumes)])
  const entries = volumes.flatMap(({ name, crc32 }, index) => {
    const own = bytes[index]
    return own ? [{ path: name, bytes: own, crc32 }] : []
  })
  return [...entries, { path: SUMS, bytes: sums, crc32: await crcOf(sums) }]
}

function meantBy({ path, bytes, crc32 }: ZipEntry): MeantEntry {
  return { path, size: bytes.size, crc32 }
}

function insist(fault: string | null): void {
  if (fault !== null) throw new Error(`${fault || 'the whole'} did not read as it was written`)
}
