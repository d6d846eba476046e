import { digestOf, digestOfBytes, fitsAtOnce, type Digest } from '../handover/files/digest'
import { FILE_SIZE_LIMIT, HEAD_BYTES, sniff, TAIL_BYTES, type Sniffing } from '../evidence/media-type'
import { openDatabase, type Database } from '../storage/database'
import { addFiles } from '../storage/files'
import type { IntakeFailure, IntakeOutcome, IntakeReply } from './intake-job'

/** What is used of a dedicated worker's global scope. */
interface Scope {
  onmessage: ((event: MessageEvent<readonly File[]>) => void) | null
  postMessage(reply: IntakeReply): void
}

const scope = globalThis as unknown as Scope
scope.onmessage = ({ data }) => void takeAll(data)

/** One file is read and reckoned while the one before goes to the disk; never more. */
async function takeAll(files: readonly File[]): Promise<void> {
  const opening = await openDatabase()
  let storing: Promise<void> = Promise.resolve()
  for (const [index, file] of files.entries()) {
    const tell = (outcome: IntakeOutcome) => scope.postMessage({ kind: 'file', index, outcome })
    if (opening.status !== 'open') {
      tell({ status: 'failed', reason: failureOf('cause' in opening ? opening.cause : null) })
      continue
    }
    const store = await prepare(file, opening.database).catch(failed)
    await storing
    storing = typeof store === 'function' ? store().catch(failed).then(tell) : Promise.resolve(tell(store))
  }
  await storing
  if (opening.status === 'open') opening.database.close()
  scope.postMessage({ kind: 'done' })
}

/** Looks at a file and reckons its sums: either why it is not kept, or what puts it on disk. */
async function prepare(
  file: File,
  database: Database,
): Promise<IntakeOutcome | (() => Promise<IntakeOutcome>)> {
  const { size } = file
  if (size === 0) return { status: 'refused', reason: 'empty' }
  if (size > FILE_SIZE_LIMIT) return { status: 'refused', reason: 'too-large' }
  const looked = fitsAtOnce(file) ? await lookAtWhole(file) : await lookAtEnds(file)
  if (looked.status === 'refused') return { status: 'refused', reason: looked.reason }
  const { mediaType, misnamed } = looked
  const { sha256, crc32 } = await looked.sums()
  return async () => {
    const addedAt = new Date().toISOString()
    const row = { sha256, size, crc32, mediaType, addedAt, facts: null, unusedSince: null }
    await addFiles(database, [{ row, bytes: file }])
    return { status: 'kept', sha256, size, mediaType, misnamed }
  }
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
      return 'not-taken'
    case 'NotReadableError':
    case 'NotFoundError':
      return 'unreadable'
    default:
      return 'failed'
  }
}
