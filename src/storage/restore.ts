import { mediaTypeOf } from '../evidence/media-extension'
import type { ParcelFault } from '../handover/parcel-fault'
import type { Database } from './database'
import { addFiles, type NewFile } from './add-files'

/** A file that comes with a parcel: its bytes were compared with what was sealed. */
export interface IncomingFile {
  readonly sha256: string
  readonly extension: string
  readonly bytes: Blob
  readonly crc32: number
}

/** Bytes and files kept in one transaction. */
const BATCH_BYTES = 32 * 1024 * 1024
const BATCH_FILES = 50

type Restoring =
  | { readonly status: 'restored'; readonly files: number }
  | { readonly status: 'refused'; readonly fault: ParcelFault }

/**
 * Keeps the files of a parcel in batches, before its changes are taken in. Until an assessment names them they count as
 * unused, so that what a crash or a fault leaves behind goes away in time. `at` is an ISO instant; `onBytes` hears how
 * many bytes are kept. Rejects with what `addFiles` rejects.
 */
export async function keepRestored(
  database: Database,
  files: AsyncIterable<IncomingFile | { readonly fault: ParcelFault }>,
  at: string,
  onBytes: (done: number) => void,
): Promise<Restoring> {
  let batch: NewFile[] = []
  let held = 0
  let kept = 0
  let bytes = 0
  let storing = Promise.resolve()
  /** Returns when the batch before is on disk: the next one is read meanwhile. */
  async function keep(): Promise<void> {
    const [going, size] = [batch, held]
    batch = []
    held = 0
    await storing
    if (going.length === 0) return
    storing = addFiles(database, going).then(() => {
      kept += going.length
      bytes += size
      onBytes(bytes)
    })
    // Heard when it is waited for.
    storing.catch(() => undefined)
  }
  for await (const file of files) {
    if ('fault' in file) {
      await storing
      return { status: 'refused', fault: file.fault }
    }
    batch.push({ row: rowOf(file, at), bytes: file.bytes })
    held += file.bytes.size
    if (held >= BATCH_BYTES || batch.length >= BATCH_FILES) await keep()
  }
  await keep()
  await storing
  return { status: 'restored', files: kept }
}

function rowOf({ sha256, extension, bytes, crc32 }: IncomingFile, at: string): NewFile['row'] {
  return {
    sha256,
    crc32,
    size: bytes.size,
    mediaType: mediaTypeOf(extension),
    addedAt: at,
    facts: null,
    unusedSince: at,
  }
}
