import type { Database } from '../../storage/database'
import { removeUnusedFiles } from '../../storage/unused-files'
import { clearLeftBehind } from '../parcel/workshop'

/** Clears away what nobody needs any more: files unused for long, parcels left half-made. `now` in milliseconds. */
export async function tidy(database: Database, now: number): Promise<void> {
  await Promise.all([removeUnusedFiles(database, now), clearLeftBehind()])
}
