import { z } from '../schema-setup'
import { changeSchema, type Change } from '../answers/change'
import { unite, type Union } from '../merge/union'
import { putFinal } from './changes'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'

/**
 * Unites changes from a file with those of an assessment, in one transaction: all or nothing. A deleted
 * assessment comes back from Sampah, since somebody just opened its file.
 */
export async function mergeChanges(
  database: Database,
  assessment: string,
  incoming: readonly Change[],
  at: string,
): Promise<Union> {
  const transaction = beginWriting(database, ['changes', 'assessments'])
  const work = async () => {
    const changes = transaction.objectStore('changes')
    const rows = await changes.index('byAssessment').getAll(assessment)
    const known = rows.map((row) => z.parse(changeSchema, row.change))
    const union = unite(known, incoming)
    if (union.status === 'refused') return union
    await putFinal(changes, assessment, union.added)
    const assessments = transaction.objectStore('assessments')
    const stored = await assessments.get(assessment)
    if (stored) {
      const unsavedSince =
        union.added.length > 0 ? (stored.local.unsavedSince ?? at) : stored.local.unsavedSince
      const local = { ...stored.local, deletedAt: null, lastChangeAt: at, unsavedSince }
      await assessments.put({ ...stored, local }, assessment)
    }
    return union
  }
  return onDisk(transaction, work())
}
