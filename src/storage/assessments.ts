import { z } from '../schema-setup'
import type { Change } from '../answers/change'
import { sameContent } from '../merge/union'
import { putFinal } from './changes'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'
import { storedAssessmentSchema, type LocalFacts, type StoredAssessment } from './stored-assessment'

/** Days a deleted assessment lies in Sampah. */
export const TRASH_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/** All assessments, deleted ones included; rows that cannot be read are left where they are, and their ids told. */
export async function listAssessments(
  database: Database,
): Promise<{ assessments: StoredAssessment[]; unreadable: string[] }> {
  const { store } = database.transaction('assessments')
  const [ids, rows] = await Promise.all([store.getAllKeys(), store.getAll()])
  const readings = rows.map((row) => z.safeParse(storedAssessmentSchema, row))
  return {
    assessments: readings.flatMap((reading) => (reading.success ? [reading.data] : [])),
    unreadable: ids.filter((_, index) => !readings[index]?.success),
  }
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
  const transaction = beginWriting(database, ['assessments', 'changes'])
  const { id } = stored.assessment
  const work = async () => {
    await transaction.objectStore('assessments').put(stored, id)
    await putFinal(transaction.objectStore('changes'), id, changes)
  }
  await onDisk(transaction, work())
}

/** Changes what this computer remembers of an assessment. Does nothing if it is gone. */
export async function updateLocal(
  database: Database,
  id: string,
  update: (local: LocalFacts) => LocalFacts,
): Promise<void> {
  const transaction = beginWriting(database, ['assessments'])
  const assessments = transaction.objectStore('assessments')
  const work = async () => {
    const stored = await assessments.get(id)
    if (stored) await assessments.put({ ...stored, local: update(stored.local) }, id)
  }
  await onDisk(transaction, work())
}

/**
 * Notes that these changes are known to lie in a file, and returns what is remembered from now on; undefined if the
 * assessment is gone. Compared with what is stored, not counted: another tab may have saved since, and a file from
 * another computer holds other changes. A change that names an evidence file counts only where the file's bytes are among
 * `files` (SHA-256) too, or are not on this computer at all.
 */
export async function noteBackup(
  database: Database,
  id: string,
  inFile: readonly Change[],
  at: string,
  files: ReadonlySet<string> = new Set(),
): Promise<LocalFacts | undefined> {
  const stores = ['assessments', 'changes', 'files'] as const
  const transaction = beginWriting(database, stores)
  const work = async () => {
    const assessments = transaction.objectStore('assessments')
    const stored = await assessments.get(id)
    if (!stored) return undefined
    const here = new Set(await transaction.objectStore('files').getAllKeys())
    const rows = await transaction.objectStore('changes').index('byAssessment').getAll(id)
    const known = new Map(inFile.map((change) => [change.id, change]))
    const missing = rows
      .map(({ change }) => change)
      .filter((change) => {
        const backedUp = known.get(change.id)
        if (!backedUp || !sameContent(backedUp, change)) return true
        const named = change.target.kind === 'file' && change.field === 'sha256' ? String(change.value) : ''
        return here.has(named) && !files.has(named)
      })
    const backup = { at, changes: inFile.length }
    const local = { ...stored.local, backup, unsavedSince: missingSince(missing, stored.local.unsavedSince) }
    await assessments.put({ ...stored, local }, id)
    return local
  }
  return onDisk(transaction, work())
}

/** When the first of the missing changes came here; null if none is missing. */
function missingSince(missing: readonly Change[], before: string | null): string | null {
  const [first, ...others] = missing.map((change) => change.at)
  if (first === undefined) return null
  const earliest = others.reduce((one, other) => (Date.parse(other) < Date.parse(one) ? other : one), first)
  // A change may have been made elsewhere long before it came here.
  return before !== null && Date.parse(before) > Date.parse(earliest) ? before : earliest
}

/** Replaces the scope: which indicators the unit answers. */
export async function updateScope(
  database: Database,
  id: string,
  scope: StoredAssessment['assessment']['scope'],
): Promise<void> {
  const transaction = beginWriting(database, ['assessments'])
  const assessments = transaction.objectStore('assessments')
  const work = async () => {
    const stored = await assessments.get(id)
    if (stored) await assessments.put({ ...stored, assessment: { ...stored.assessment, scope } }, id)
  }
  await onDisk(transaction, work())
}

/** Changes the instrument an assessment is made with; its changes stay as they are. Does nothing if it is gone. */
export async function updateInstrument(
  database: Database,
  id: string,
  instrument: StoredAssessment['assessment']['instrument'],
): Promise<void> {
  const transaction = beginWriting(database, ['assessments'])
  const assessments = transaction.objectStore('assessments')
  const work = async () => {
    const stored = await assessments.get(id)
    if (!stored) return
    await assessments.put({ ...stored, assessment: { ...stored.assessment, instrument } }, id)
  }
  await onDisk(transaction, work())
}

/** Removes an assessment and its changes for good, if it is still one to be erased. */
export async function eraseAssessment(
  database: Database,
  id: string,
  isToBeErased: (stored: StoredAssessment | undefined) => boolean = () => true,
): Promise<void> {
  const transaction = beginWriting(database, ['assessments', 'changes'])
  const work = async () => {
    const changes = transaction.objectStore('changes')
    if (!isToBeErased(await transaction.objectStore('assessments').get(id))) return
    const keys = await changes.index('byAssessment').getAllKeys(id)
    await Promise.all(keys.map((key) => changes.delete(key)))
    await transaction.objectStore('assessments').delete(id)
  }
  await onDisk(transaction, work())
}

/** Erases what has lain in Sampah for its thirty days. `now` in milliseconds. */
export async function emptyOldTrash(database: Database, now: number): Promise<void> {
  const isOld = (stored: StoredAssessment | undefined) =>
    Boolean(stored?.local.deletedAt && now - Date.parse(stored.local.deletedAt) > TRASH_DAYS * DAY)
  const { assessments } = await listAssessments(database)
  // Asked again while erasing: another tab may have restored it.
  for (const { assessment } of assessments.filter(isOld))
    await eraseAssessment(database, assessment.id, isOld)
}
