import { z } from '../schema-setup'
import { fieldKey, type Change } from '../answers/change'
import type { Database } from './database'
import { storedAssessmentSchema, type LocalFacts, type StoredAssessment } from './stored-assessment'

/** Days a deleted assessment lies in Sampah. */
export const TRASH_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/** All assessments, deleted ones included; rows that cannot be read are left where they are and counted. */
export async function listAssessments(
  database: Database,
): Promise<{ assessments: StoredAssessment[]; unreadable: number }> {
  const rows = await database.getAll('assessments')
  const readings = rows.map((row) => z.safeParse(storedAssessmentSchema, row))
  const assessments = readings.flatMap((reading) => (reading.success ? [reading.data] : []))
  return { assessments, unreadable: readings.length - assessments.length }
}

/** One assessment, or undefined if it is not (or no longer) here. */
export async function readAssessment(database: Database, id: string): Promise<StoredAssessment | undefined> {
  const row: unknown = await database.get('assessments', id)
  return row === undefined ? undefined : z.parse(storedAssessmentSchema, row)
}

/** Stores an assessment with changes that are final (a new one, a copy, an opened file), all or nothing. */
export async function putAssessment(
  database: Database,
  stored: StoredAssessment,
  changes: readonly Change[],
): Promise<void> {
  const transaction = database.transaction(['assessments', 'changes'], 'readwrite', { durability: 'strict' })
  const { id } = stored.assessment
  const rows = transaction.objectStore('changes')
  await Promise.all([
    transaction.objectStore('assessments').put(stored, id),
    ...changes.map((change) =>
      rows.put({ assessment: id, field: fieldKey(change.target, change.field), change, final: true }, [
        id,
        change.id,
      ]),
    ),
    transaction.done,
  ])
}

/** Changes what this computer remembers of an assessment. Does nothing if it is gone. */
export async function updateLocal(
  database: Database,
  id: string,
  update: (local: LocalFacts) => LocalFacts,
): Promise<void> {
  const transaction = database.transaction('assessments', 'readwrite', { durability: 'strict' })
  const work = async () => {
    const stored = await transaction.store.get(id)
    if (stored) await transaction.store.put({ ...stored, local: update(stored.local) }, id)
  }
  await Promise.all([work(), transaction.done])
}

/** Replaces the scope: which indicators the unit answers. */
export async function updateScope(
  database: Database,
  id: string,
  scope: StoredAssessment['assessment']['scope'],
): Promise<void> {
  const transaction = database.transaction('assessments', 'readwrite', { durability: 'strict' })
  const work = async () => {
    const stored = await transaction.store.get(id)
    if (stored) await transaction.store.put({ ...stored, assessment: { ...stored.assessment, scope } }, id)
  }
  await Promise.all([work(), transaction.done])
}

/** Removes an assessment and its changes for good. */
export async function eraseAssessment(database: Database, id: string): Promise<void> {
  const transaction = database.transaction(['assessments', 'changes'], 'readwrite', { durability: 'strict' })
  const work = async () => {
    const changes = transaction.objectStore('changes')
    const keys = await changes.index('byAssessment').getAllKeys(id)
    await Promise.all(keys.map((key) => changes.delete(key)))
    await transaction.objectStore('assessments').delete(id)
  }
  await Promise.all([work(), transaction.done])
}

/** Erases what has lain in Sampah for its thirty days. `now` in milliseconds. */
export async function emptyOldTrash(database: Database, now: number): Promise<void> {
  const { assessments } = await listAssessments(database)
  const old = assessments.filter(
    ({ local }) => local.deletedAt && now - Date.parse(local.deletedAt) > TRASH_DAYS * DAY,
  )
  for (const { assessment } of old) await eraseAssessment(database, assessment.id)
}
