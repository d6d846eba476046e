import type { Sink } from './write-parcel'
import { centralHeader, directoryOf, localHeader } from './zip-writer'

/** A ZIP whose entries are written before their CRC-32 is known. */
export interface ZipInPlace {
  /** Begins an entry; `path` is plain ASCII. Gives the place where its bytes, which follow in the sink, begin. */
  begin(path: string): Promise<number>
  /** Ends it; so many bytes came. */
  end(size: number): void
  /** Says in each header what came, in the order of the entries, and writes the directory. */
  close(crc32s: readonly number[]): Promise<void>
}

/**
 * Writes the headers of a ZIP (stored, not deflated) into a sink that is still empty and of which a piece can be replaced
 * by one as long. The caller writes the bytes between `begin` and `end`, and holds them to what a ZIP can be.
 */
export function createZipInPlace(
  sink: Sink,
  replace: (bytes: Uint8Array, at: number) => void,
  modified: Date,
): ZipInPlace {
  const entries: { path: string; size: number; place: number }[] = []
  let at = 0
  let path = ''
  return {
    async begin(next) {
      path = next
      const header = localHeader({ path, bytes: { size: 0 }, crc32: 0 }, modified)
      await sink(header)
      return at + header.length
    },
    end(size) {
      entries.push({ path, size, place: at })
      at += localHeader({ path, bytes: { size }, crc32: 0 }, modified).length + size
    },
    async close(crc32s) {
      const directory = entries.map(({ path, size, place }, index) => {
        const entry = { path, bytes: { size }, crc32: crc32s[index] ?? 0 }
        replace(localHeader(entry, modified), place)
        return centralHeader(entry, modified, place)
      })
      for (const bytes of directoryOf(directory, at)) await sink(bytes)
    },
  }
}
