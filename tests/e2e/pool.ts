/** A pool of documents with files, laid into the browser's database past the app. */
import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Change } from '../../src/answers/change'
import type { MediaType } from '../../src/answers/fields'
import { NOTHING_FOUND, type FileFacts } from '../../src/evidence/file-facts'
import { DATABASE_NAME } from '../../src/storage/database'
import type { FileRow } from '../../src/storage/files'
import { changesOf, citationTarget, documentTarget } from '../examples/changes'
import { ASSESSMENT, backupOf } from './a11y-states'
import { lay } from './laid'

export interface LaidFile {
  readonly document: string
  readonly name: string
  readonly mediaType: MediaType
  readonly bytes: Buffer
  readonly facts?: Partial<FileFacts>
}

interface LaidPool {
  readonly documents: Readonly<Record<string, Parameters<typeof changesOf>[1]>>
  readonly citations?: readonly (Parameters<typeof changesOf>[1] & { readonly id: string })[]
  readonly files?: readonly LaidFile[]
}

const at = '2025-06-03T01:00:00.000Z'

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Lays the pool of an assessment down with its files, in the order given, and goes to Bukti. */
export async function openPool(page: Page, pool: LaidPool, part = ''): Promise<void> {
  await layPool(page, pool)
  await page.goto(`./#/nilai/${ASSESSMENT}/bukti${part}`)
}

export async function layPool(
  page: Page,
  { documents, citations = [], files = [] }: LaidPool,
): Promise<void> {
  const changes: Change[] = [
    ...changesOf(
      { kind: 'assessment' },
      { institutionKind: 'kabupaten', institutionName: 'Kabupaten Contoh', year: 2025 },
    ),
    ...Object.entries(documents).flatMap(([id, fields]) => changesOf(documentTarget(id), fields)),
    ...citations.flatMap(({ id, ...fields }) => changesOf(citationTarget(id), fields)),
    ...files.flatMap(({ document, name, mediaType, bytes }, index) =>
      changesOf(
        { kind: 'file', id: `berkas-${index}` },
        { document, sha256: sha256Of(bytes), name, size: bytes.length, mediaType },
      ),
    ),
  ]
  await lay(page, backupOf(changes))
  await keepBytes(page, files)
}

/** The browser fetches the bytes: much sooner than being told them as text. */
async function keepBytes(page: Page, files: readonly LaidFile[]): Promise<void> {
  const rows = files.map(({ bytes, mediaType, facts }): FileRow => ({
    sha256: sha256Of(bytes),
    size: bytes.length,
    crc32: crc32(bytes),
    mediaType,
    addedAt: at,
    facts: { ...NOTHING_FOUND, ...facts },
    unusedSince: null,
  }))
  await page.route('**/laid/*', (route) =>
    route.fulfill({ body: files[Number(route.request().url().split('/').at(-1))]?.bytes ?? '' }),
  )
  await page.evaluate(
    async ({ name, rows }) => {
      const bytes = await Promise.all(
        rows.map(async (_, index) => (await fetch(`./laid/${index}`)).arrayBuffer()),
      )
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('database'))
      })
      const transaction = database.transaction(['files', 'fileBytes'], 'readwrite')
      rows.forEach((row, index) => {
        transaction.objectStore('files').put(row, row.sha256)
        transaction.objectStore('fileBytes').put(new Blob([bytes[index] ?? '']), row.sha256)
      })
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
      })
      database.close()
    },
    { name: DATABASE_NAME, rows },
  )
  await page.unroute('**/laid/*')
}
