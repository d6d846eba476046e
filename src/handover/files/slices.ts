/** What is used of a Blob to read it. A file held open can be read the same way, and many times as quickly. */
export interface Bytes {
  readonly size: number
  slice(from: number, to: number): Bytes
  arrayBuffer(): Promise<ArrayBuffer>
}

/** Read at a time, in bytes. */
const SLICE = 4 * 1024 * 1024
/** Slices being read while one is worked on: a Blob comes from another process, which one read alone leaves idle. */
const AHEAD = 2

/** Bytes, a few megabytes at a time; the next ones are read while these are worked on. */
export function slicesOf(bytes: Bytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return slicesOfAll([bytes])
}

/** The bytes of one after the other in slices, read ahead beyond the end of each. Takes no more of them than it reads. */
export async function* slicesOfAll(
  all: AsyncIterable<Bytes> | Iterable<Bytes>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reads: Promise<ArrayBuffer>[] = []
  for await (const bytes of all) {
    for (let from = 0; from < bytes.size; from += SLICE) {
      const read = bytes.slice(from, Math.min(from + SLICE, bytes.size)).arrayBuffer()
      // Should this one not be waited for any more, its failure is nobody's business.
      read.catch(() => undefined)
      const first = reads.push(read) > AHEAD ? reads.shift() : undefined
      if (first) yield new Uint8Array(await first)
    }
  }
  for (const read of reads) yield new Uint8Array(await read)
}
