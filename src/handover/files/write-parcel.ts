import { ASSESSMENT, INSTRUMENT, MANIFEST, writeManifest, type Manifest } from '../manifest'
import { shortSeal } from '../seal'
import { digestOf, type Digest } from './digest'
import { lock } from './lock'
import { zipBytes, zipLength, type ZipEntry } from './zip-writer'

/** What is put into a parcel. Can be sent to a worker. */
export interface ParcelSource {
  readonly facts: Omit<Manifest, 'format' | 'formatVersion' | 'entries'>
  /** Texts of `assessment.json` and `instrument.json`. */
  readonly assessment: string
  readonly instrument: string
  readonly files: readonly (Digest & { readonly path: string; readonly bytes: Blob })[]
  /** Null for a parcel without a lock. */
  readonly password: string | null
}

/** Where bytes go, in order. Resolves when the next ones may come. */
export type Sink = (bytes: Uint8Array) => Promise<void> | void

export interface WrittenParcel {
  /** Short form. */
  readonly seal: string
  /** Bytes of the ZIP, without its lock. */
  readonly zipSize: number
}

/** Writes a parcel into a sink, in bounded memory. `onBytes` hears bytes read and their total. */
export async function writeParcel(
  { facts, assessment, instrument, files, password }: ParcelSource,
  sink: Sink,
  onBytes: (done: number, total: number) => void,
): Promise<WrittenParcel> {
  const texts = [await described(ASSESSMENT, assessment), await described(INSTRUMENT, instrument)]
  const entries = [...texts, ...files]
  const listed = entries.map(({ path, bytes, sha256 }) => ({ path, size: bytes.size, sha256 }))
  const manifest = await described(MANIFEST, writeManifest({ ...facts, entries: listed }))
  const all: ZipEntry[] = [manifest, ...entries]
  const total = zipLength(all.map(({ path, bytes }) => ({ path, size: bytes.size })))
  let done = 0
  async function* counted() {
    for await (const bytes of zipBytes(all, new Date(facts.savedAt))) {
      done += bytes.length
      onBytes(done, total)
      yield bytes
    }
  }
  if (password === null) for await (const bytes of counted()) await sink(bytes)
  else await drain(await lock(streamOf(counted()), password), sink)
  return { seal: shortSeal(manifest.sha256), zipSize: total }
}

async function described(path: string, text: string): Promise<Digest & ZipEntry> {
  const bytes = new Blob([text])
  return { path, bytes, ...(await digestOf(bytes)) }
}

function streamOf(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
}

/** Takes everything out of a stream. Rejects with its error. */
export async function drain(stream: ReadableStream<Uint8Array>, sink: Sink): Promise<void> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    await sink(value)
  }
}
