import { z } from '../schema-setup'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'
import { storedAssessmentSchema } from './stored-assessment'

/**
 * Removes everything this computer keeps, in one strict transaction, if nothing of it is known to lie nowhere else: asked
 * again here, since another tab may have saved meanwhile. `givenUp` are ids of assessments that nobody can read and so
 * nobody can back up, of which the person was told. Resolves with whether it did.
 */
export async function removeEverything(
  database: Database,
  givenUp: readonly string[] = [],
): Promise<boolean> {
  const stores = [
    'assessments',
    'changes',
    'instruments',
    'settings',
    'files',
    'fileBytes',
    'thumbnails',
  ] as const
  const transaction = beginWriting(database, stores)
  const work = async () => {
    const assessments = transaction.objectStore('assessments')
    const [ids, rows] = await Promise.all([assessments.getAllKeys(), assessments.getAll()])
    if (rows.some((row, index) => !givenUp.includes(ids[index] ?? '') && !liesElsewhere(row))) return false
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()))
    return true
  }
  return onDisk(transaction, work())
}

/** Whether an assessment is known to lie elsewhere, or needs not to; not one that cannot be read. */
function liesElsewhere(row: unknown): boolean {
  const reading = z.safeParse(storedAssessmentSchema, row)
  if (!reading.success) return false
  const { assessment, local } = reading.data
  return assessment.origin === 'example' || local.unsavedSince === null
}
