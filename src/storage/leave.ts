import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'

/**
 * Removes everything this computer keeps, in one strict transaction, if nothing of it is known to lie nowhere else: asked
 * again here, since another tab may have saved meanwhile. Resolves with whether it did.
 */
export async function removeEverything(database: Database): Promise<boolean> {
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
    const rows = await transaction.objectStore('assessments').getAll()
    if (
      rows.some(({ assessment, local }) => assessment.origin !== 'example' && local.unsavedSince !== null)
    ) {
      return false
    }
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()))
    return true
  }
  return onDisk(transaction, work())
}
