import { z } from '../schema-setup'
import { changeSchema, type Change } from '../answers/change'
import { presentOf } from '../answers/present'
import { evidenceOf } from '../evidence/evidence'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'

/** Days that bytes no assessment has are kept: a deletion can be taken back, a restore begun again. */
export const GRACE_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/**
 * Files the documents of an assessment have. One that was taken off, or whose document was deleted, is had no longer;
 * where two people differ on that, it is.
 */
export function filesHad(changes: readonly Change[]): Set<string> {
  const { documents } = evidenceOf(presentOf(changes))
  return new Set(documents.flatMap(({ files }) => files).map(({ sha256 }) => sha256))
}

/**
 * Notes which files no assessment has any more (Sampah counts as having them), and removes the bytes of those nobody has
 * had for thirty days; all in one strict transaction, so that nothing can come to need them meanwhile. Resolves with how many
 * were removed. Removes nothing, and rejects, where a change cannot be read. `now` in milliseconds.
 */
export async function removeUnusedFiles(database: Database, now: number): Promise<number> {
  if ((await database.count('files')) === 0) return 0
  const stores = ['changes', 'files', 'fileBytes', 'thumbnails'] as const
  const transaction = beginWriting(database, stores)
  const work = async () => {
    const byAssessment = new Map<string, Change[]>()
    for (const { assessment, change } of await transaction.objectStore('changes').getAll()) {
      if (change.target.kind !== 'file' && change.target.kind !== 'document') continue
      const parsed = z.parse(changeSchema, change)
      const known = byAssessment.get(assessment)
      if (known) known.push(parsed)
      else byAssessment.set(assessment, [parsed])
    }
    const had = new Set([...byAssessment.values()].flatMap((changes) => [...filesHad(changes)]))
    let removed = 0
    for (const row of await transaction.objectStore('files').getAll()) {
      const { sha256, unusedSince } = row
      const since = had.has(sha256) ? null : (unusedSince ?? new Date(now).toISOString())
      if (since !== null && now - Date.parse(since) > GRACE_DAYS * DAY) {
        await Promise.all([
          transaction.objectStore('files').delete(sha256),
          transaction.objectStore('fileBytes').delete(sha256),
          transaction.objectStore('thumbnails').delete(sha256),
        ])
        removed += 1
      } else if (since !== unusedSince) {
        await transaction.objectStore('files').put({ ...row, unusedSince: since }, sha256)
      }
    }
    return removed
  }
  return onDisk(transaction, work())
}
