import { findZipFault } from '../handover/files/check-zip'
import { crcOf } from '../handover/files/digest'
import { bytesInMemory } from '../handover/files/slices'
import { createZipInPlace } from '../handover/files/zip-in-place'
import type { MadeVolume } from './dossier-job'
import { findTreeFault, writeTree } from './folder-tree'
import type { FileInWorkshop } from './parcel-sinks'

const SUMS = 'SHA256SUMS.txt'

/** What `SHA256SUMS.txt` says of the volumes. */
export function sumsOf(volumes: readonly Pick<MadeVolume, 'name' | 'sha256'>[]): string {
  return volumes.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
}

/** A file that volumes are written into, one behind the other. */
export interface Bundle {
  /** Begins a volume; gives the place where its bytes begin, which the caller writes. */
  begin(name: string): Promise<number>
  /** Ends it; so many bytes came. */
  end(size: number): void
  /**
   * Ends the file, with the sums of its volumes where it has room for them; they were compared since it was opened anew.
   * Rejects where the rest does not read as it was written.
   */
  close(volumes: readonly MadeVolume[]): Promise<Blob>
}

/** Volumes as they are, one behind the other: where there is one, the file to be handed over. */
export function createRow(making: FileInWorkshop): Bundle {
  let at = 0
  return {
    begin: () => Promise.resolve(at),
    end(size) {
      at += size
    },
    close: () => making.finish(),
  }
}

/** A ZIP of the volumes and their sums. */
export function createZip(making: FileInWorkshop, modified: Date): Bundle {
  const zip = createZipInPlace(making.write, making.replace, modified)
  return {
    begin: (name) => zip.begin(name),
    end: (size) => zip.end(size),
    async close(volumes) {
      const sums = new TextEncoder().encode(sumsOf(volumes))
      await zip.begin(SUMS)
      await making.write(sums)
      zip.end(sums.length)
      const meant = [
        ...volumes.map(({ name, size, crc32 }) => ({ path: name, size, crc32 })),
        { path: SUMS, size: sums.length, crc32: await crcOf(bytesInMemory(sums)) },
      ]
      await zip.close(meant.map(({ crc32 }) => crc32))
      const file = await making.finish()
      const compared = new Set(volumes.map(({ name }) => name))
      insist(await making.readAgain((written) => findZipFault(written, meant, () => undefined, compared)))
      return file
    },
  }
}

/**
 * Writes volumes, which lie in a file at these places, and their sums into an empty folder as files of their own, and reads
 * them again. Rejects with what writing rejects, and where what was written is not whole.
 */
export async function writeVolumesInto(
  folder: FileSystemDirectoryHandle,
  volumes: readonly MadeVolume[],
  file: Blob,
  places: readonly number[],
): Promise<void> {
  const sums = new Blob([sumsOf(volumes)])
  const entries = [
    ...volumes.map(({ name, size, crc32 }, index) => {
      const from = places[index] ?? 0
      return { path: name, bytes: file.slice(from, from + size), crc32 }
    }),
    { path: SUMS, bytes: sums, crc32: await crcOf(sums) },
  ]
  await writeTree(folder, entries, () => undefined)
  const meant = entries.map(({ path, bytes, crc32 }) => ({ path, size: bytes.size, crc32 }))
  insist(await findTreeFault(folder, meant, () => undefined))
}

function insist(fault: string | null): void {
  if (fault !== null) throw new Error(`${fault || 'the whole'} did not read as it was written`)
}
