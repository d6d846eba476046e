import { digestOf, digestOfBytes, fitsAtOnce, type Digest } from '../handover/files/digest'
import { FILE_SIZE_LIMIT, HEAD_BYTES, sniff, TAIL_BYTES, type Sniffing } from '../evidence/media-type'
import { openDatabase } from '../storage/database'
import { addFiles, type NewFile } from '../storage/add-files'
import { storeInGroups } from './group-store'
import type { IntakeFailure, IntakeOutcome, IntakeReply } from './intake-job'

/** What is used of a dedicated worker's global scope. */
interface Scope {
  onmessage: ((event: MessageEvent<readonly File[]>) => void) | null
  postMessage(reply: IntakeReply): void
}

const scope = globalThis as unknown as Scope
scope.onmessage = ({ data }) => void takeAll(data)

/** A file that may be kept. */
interface Prepared {
  readonly index: number
  readonly file: NewFile
  readonly outcome: Extract<IntakeOutcome, { status: 'kept' }>
}

/** One file is read and reckoned while those before go to the disk. */
async function takeAll(files: readonly File[]): Promise<void> {
  const opening = await openDatabase()
  const tell = (index: number, outcome: IntakeOutcome) => scope.postMessage({ kind: 'file', index, outcome })
  if (opening.status !== 'open') {
    const outcome = failed('cause' in opening ? opening.cause : null)
    for (const index of files.keys()) tell(index, outcome)
  } else {
    const { database } = opening
    const disk = storeInGroups<Prepared>(
      (group) =>
        addFiles(
          database,
          group.map(({ file }) => file),
        ),
      ({ index, outcome }, cause) => tell(index, cause === null ? outcome : failed(cause)),
    )
    for (const [index, file] of files.entries()) {
      const prepared = await prepare(index, file).catch(failed)
      if ('file' in prepared) await disk.add(prepared)
      else tell(index, prepared)
    }
    await disk.end()
    database.close()
  }
  scope.postMessage({ kind: 'done' })
}

/** Looks at a file and reckons its sums: either why it is not kept, or what goes to the disk. */
async function prepare(index: number, file: File): Promise<IntakeOutcome | Prepared> {
  const { size } = file
  if (size === 0) {
    // So long is said to be what is gone, too: only reading it tells.
    await file.arrayBuffer()
    return { status: 'refused', reason: 'empty' }
  }
  if (size > FILE_SIZE_LIMIT) return { status: 'refused', reason: 'too-large' }
  const looked = fitsAtOnce(file.size) ? await lookAtWhole(file) : await lookAtEnds(file)
  if (looked.status === 'refused') return { status: 'refused', reason: looked.reason }
  const { mediaType, misnamed } = looked
  const { sha256, crc32 } = await looked.sums()
  const addedAt = new Date().toISOString()
  const row = { sha256, size, crc32, mediaType, addedAt, facts: null, unusedSince: null }
  return { index, file: { row, bytes: file }, outcome: { status: 'kept', sha256, size, mediaType, misnamed } }
}

/** What a file is, and how to reckon its sums. */
type Looked = Sniffing & { readonly sums: () => Promise<Digest> }

const read = (bytes: number) => scope.postMessage({ kind: 'read', bytes })

/** Read once for both. */
async function lookAtWhole(file: File): Promise<Looked> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const head = bytes.subarray(0, HEAD_BYTES)
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES))
  read(bytes.length)
  return { ...sniff(file.name, head, tail), sums: () => digestOfBytes(bytes) }
}

async function lookAtEnds(file: File): Promise<Looked> {
  const part = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer())
  const head = await part(0, HEAD_BYTES)
  const tail = await part(Math.max(0, file.size - TAIL_BYTES), file.size)
  return { ...sniff(file.name, head, tail), sums: () => digestOf(file, read) }
}

function failed(cause: unknown): IntakeOutcome {
  return { status: 'failed', reason: failureOf(cause) }
}

function failureOf(cause: unknown): IntakeFailure {
  switch (cause instanceof DOMException ? cause.name : '') {
    case 'QuotaExceededError':
      return 'disk-full'
    case 'DataError':
    // WebKit, of any file in a private window.
    case 'UnknownError':
      return 'not-taken'
    case 'NotReadableError':
    case 'NotFoundError':
      return 'unreadable'
    default:
      return 'failed'
  }
}
