import type { Database } from '../../storage/database'
import { readFileRows } from '../../storage/files'

/** Pages of the files this computer keeps, by SHA-256. Empty where the files cannot be read: nothing depends on it. */
export async function readFilePages(database: Database): Promise<ReadonlyMap<string, number>> {
  try {
    const rows = await readFileRows(database)
    return new Map([...rows].flatMap(([sha256, { facts }]) => (facts?.pages ? [[sha256, facts.pages]] : [])))
  } catch {
    return NO_PAGES
  }
}

/** For what names no files. */
export const NO_PAGES: ReadonlyMap<string, number> = new Map()
