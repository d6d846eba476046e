/** Files in the browser's database, read past the app: rows, the SHA-256 of what really lies there, thumbnails' sizes. */
import type { Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { presentOf } from '../../src/answers/present'
import { evidenceOf, type Evidence } from '../../src/evidence/evidence'
import type { FileRow } from '../../src/storage/files'
import { changesOnDisk } from './storage-data'

/** So many bytes like no others, none of which by chance begin as a program or a script does. */
export function harmless(size: number): Buffer {
  const bytes = randomBytes(size)
  bytes[0] = 0
  return bytes
}

export interface FileOnDisk {
  readonly sha256: string
  readonly row: FileRow
  /** SHA-256 of the bytes that lie under it; null where there are none. */
  readonly found: string | null
  /** Width and height of its small picture. */
  readonly thumbnail: readonly [number, number] | null
}

/** Every key of the three stores, so that a half of a file shows. */
export function filesOnDisk(page: Page): Promise<FileOnDisk[]> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('database'))
      })
    const hex = (sum: ArrayBuffer) =>
      Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('')
    const database = await wait(indexedDB.open('spbe-mandiri'))
    const transaction = database.transaction(['files', 'fileBytes', 'thumbnails'])
    const keys = await Promise.all(
      ['files', 'fileBytes', 'thumbnails'].map((name) => wait(transaction.objectStore(name).getAllKeys())),
    )
    const found = await Promise.all(
      [...new Set(keys.flat() as string[])].map(async (sha256) => {
        const [row, bytes, small] = await Promise.all(
          ['files', 'fileBytes', 'thumbnails'].map(
            (name) => wait(transaction.objectStore(name).get(sha256)) as Promise<unknown>,
          ),
        )
        return {
          sha256,
          row: row as FileRow,
          bytes: bytes as Blob | undefined,
          small: small as Blob | undefined,
        }
      }),
    )
    database.close()
    return Promise.all(
      found.map(async ({ sha256, row, bytes, small }) => {
        const picture = small ? await createImageBitmap(small) : null
        return {
          sha256,
          row,
          found: bytes ? hex(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())) : null,
          thumbnail: picture ? ([picture.width, picture.height] as const) : null,
        }
      }),
    )
  })
}

/** Documents, files and citations as the changes on disk say. */
export async function evidenceOnDisk(page: Page): Promise<Evidence> {
  return evidenceOf(presentOf(await changesOnDisk(page)))
}
