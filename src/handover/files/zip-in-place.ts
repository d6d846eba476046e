import type { Sink } from './write-parcel'
import { centralHeader, directoryOf, localHeader } from './zip-writer'

/** A ZIP whose entries are written before their length and CRC-32 are known. */
export interface ZipInPlace {
  /** Begins an entry; `path` is plain ASCII. Gives the place where its bytes, which follow in the sink, begin. */
  begin(path: string): Promise<number>
  /** Ends it; so many bytes came. */
  end(size: number, crc32: number): void
  /** The directory. */
  close(): Promise<void>
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
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  let path = ''
  return {
    async begin(next) {
      path = next
      const header = localHeader({ path, bytes: { size: 0 }, crc32: 0 }, modified)
      await sink(header)
      return at + header.length
    },
    end(size, crc32) {
      const entry = { path, bytes: { size }, crc32 }
      const header = localHeader(entry, modified)
      replace(header, at)
      directory.push(centralHeader(entry, modified, at))
      at += header.length + size
    },
    async close() {
      for (const bytes of directoryOf(directory, at)) await sink(bytes)
    },
  }
}
