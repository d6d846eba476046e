import { useSyncExternalStore } from 'react'
import type { Database } from '../../storage/database'
import { readFileRows, readRowsOfFiles, type FileRow } from '../../storage/files'
import { useApp } from '../app/app-context'

type Rows = ReadonlyMap<string, FileRow>

interface RowStore {
  readonly getRows: () => Rows
  readonly subscribe: (listener: () => void) => () => void
  readonly reload: (sha256s: readonly string[]) => Promise<void>
}

const stores = new WeakMap<Database, RowStore>()

/** What is known of the files on this computer, by SHA-256; empty until it was read. */
export function useFileRows(): Rows {
  const store = storeOf(useApp().database)
  return useSyncExternalStore(store.subscribe, store.getRows)
}

/** What is known of one file; undefined while, or if, it is not here. Draws again only when that changes. */
export function useFileRow(sha256: string | undefined): FileRow | undefined {
  const store = storeOf(useApp().database)
  return useSyncExternalStore(store.subscribe, () => store.getRows().get(sha256 ?? ''))
}

/** Reads the rows of some files again, for all who look at them. */
export function reloadFileRows(database: Database, sha256s: readonly string[]): Promise<void> {
  return storeOf(database).reload(sha256s)
}

function storeOf(database: Database): RowStore {
  const known = stores.get(database)
  if (known) return known
  const store = createRowStore(database)
  stores.set(database, store)
  return store
}

function createRowStore(database: Database): RowStore {
  const listeners = new Set<() => void>()
  let rows: Rows = new Map()
  const show = (next: Rows) => {
    rows = next
    for (const listener of listeners) listener()
  }
  // A list that cannot be read only means that sizes and pages are not shown.
  readFileRows(database).then(
    (read) => show(new Map([...read, ...rows])),
    () => undefined,
  )
  return {
    getRows: () => rows,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async reload(sha256s) {
      const found = await readRowsOfFiles(database, sha256s)
      if (found.length > 0) show(new Map([...rows, ...found.map((row) => [row.sha256, row] as const)]))
    },
  }
}
