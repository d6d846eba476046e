import { NOTHING_FOUND, type FileFacts } from '../evidence/file-facts'
import { openDatabase, type Database } from '../storage/database'
import { noteFacts, readFileBytes, readFileRows, type FileRow } from '../storage/files'
import { inspectPdf } from './inspect-pdf'
import { inspectPicture } from './inspect-picture'
import type { InspectReply, InspectRequest } from './inspect-job'

/** What is found in a file, and its small picture. */
export interface Inspection {
  readonly facts: FileFacts
  readonly thumbnail: Blob | null
}

/** What is used of a dedicated worker's global scope. */
interface Scope {
  onmessage: ((event: MessageEvent<InspectRequest>) => void) | null
  postMessage(reply: InspectReply): void
}

const scope = globalThis as unknown as Scope
scope.onmessage = ({ data }) => void inspectAll(data).finally(() => scope.postMessage({ kind: 'done' }))

async function inspectAll({ page, hopeless }: InspectRequest): Promise<void> {
  const opening = await openDatabase()
  if (opening.status !== 'open') return
  const { database } = opening
  if (hopeless !== null) {
    await note(database, hopeless, { facts: { ...NOTHING_FOUND, gaveUp: true }, thumbnail: null })
  }
  const rows = await readFileRows(database)
  for (const row of rows.values()) {
    if (row.facts !== null) continue
    scope.postMessage({ kind: 'begun', sha256: row.sha256 })
    const inspection = await inspect(database, row, page)
    // Null: there is another time.
    if (inspection) await note(database, row.sha256, inspection)
  }
  database.close()
}

async function note(database: Database, sha256: string, { facts, thumbnail }: Inspection): Promise<void> {
  // A full disk: there is another time.
  await noteFacts(database, sha256, facts, thumbnail).catch(() => undefined)
  scope.postMessage({ kind: 'noted', sha256 })
}

async function inspect(database: Database, row: FileRow, page: string): Promise<Inspection | null> {
  const bytes = await readFileBytes(database, row.sha256)
  const nothing = { facts: NOTHING_FOUND, thumbnail: null }
  if (!bytes) return nothing
  switch (row.mediaType) {
    case 'pdf':
      return inspectPdf(bytes, page, NOTHING_FOUND)
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'heic':
      return inspectPicture(bytes, NOTHING_FOUND)
    default:
      return nothing
  }
}
