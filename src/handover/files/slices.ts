/** What is used of a Blob to read it. A file held open can be read the same way, and many times as quickly. */
export interface Bytes {
  readonly size: number
  slice(from: number, to: number): Bytes
  arrayBuffer(): Promise<ArrayBuffer>
  /** Where nothing has to be waited for: all of it, a piece at a time, each in the same memory. */
  readonly eachPiece?: (look: (piece: Uint8Array) => void) => void
}

/** What is in memory, to be read like what is not. */
export function bytesInMemory(memory: Uint8Array<ArrayBuffer>): Bytes {
  return {
    size: memory.length,
    slice: (from, to) => bytesInMemory(memory.subarray(from, to)),
    arrayBuffer: () => Promise.resolve(memory.slice().buffer),
    eachPiece: (look) => look(memory),
  }
}

/** Read at a time, in bytes. */
const SLICE = 4 * 1024 * 1024
/** Pieces that wait while one is worked on: a Blob comes from another process, which one read alone leaves idle. */
const AHEAD = 4

/** Bytes, a few megabytes at a time; the next ones are read while these are worked on. */
export function slicesOf(bytes: Bytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return slicesOfAll([bytes])
}

/**
 * What is read and what is in memory already, one after the other and in slices, read ahead beyond the end of each. Takes no
 * more of them than it reads.
 */
export async function* slicesOfAll(
  all: AsyncIterable<Bytes | Uint8Array<ArrayBuffer>> | Iterable<Bytes | Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const waiting: Promise<Uint8Array<ArrayBuffer>>[] = []
  for await (const part of all) {
    for (const piece of piecesOf(part)) {
      // Should this one not be waited for any more, its failure is nobody's business.
      piece.catch(() => undefined)
      const first = waiting.push(piece) > AHEAD ? waiting.shift() : undefined
      if (first) yield await first
    }
  }
  for (const piece of waiting) yield await piece
}

/** Begins to read a slice when the next one is asked for. */
function* piecesOf(part: Bytes | Uint8Array<ArrayBuffer>): Generator<Promise<Uint8Array<ArrayBuffer>>> {
  if (part instanceof Uint8Array) {
    yield Promise.resolve(part)
    return
  }
  for (let from = 0; from < part.size; from += SLICE) {
    const slice = part.size <= SLICE ? part : part.slice(from, Math.min(from + SLICE, part.size))
    yield slice.arrayBuffer().then((bytes) => new Uint8Array(bytes))
  }
}
