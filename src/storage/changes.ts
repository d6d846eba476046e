import { z } from '../schema-setup'
import { changeSchema, fieldKey, sameValue, type Change } from '../answers/change'
import { beginWriting, type ChangeRow, type Database } from './database'
import { begun, onDisk } from './on-disk'
import { changedAt, type StoredAssessment } from './stored-assessment'

/** A change to be saved. While it is typed its content grows; `otherId` is the id it takes if it may no longer be amended. */
export interface Saving {
  readonly change: Change
  readonly otherId: string
  /** Its id was never sent to the disk: there is nothing to look for. */
  readonly isNew?: true
}

/** All changes of an assessment. Throws ZodError for rows that are not changes (a damaged database). */
export async function readChanges(database: Database, assessment: string): Promise<Change[]> {
  const rows = await database.getAllFromIndex('changes', 'byAssessment', assessment)
  return rows.map((row) => z.parse(changeSchema, row.change)).sort(byTime)
}

/** Those of the given changes that exist. */
export async function readChangesById(
  database: Database,
  assessment: string,
  ids: readonly string[],
): Promise<Change[]> {
  const rows = await Promise.all(ids.map((id) => database.get('changes', [assessment, id])))
  return rows.flatMap((row) => (row ? [z.parse(changeSchema, row.change)] : []))
}

/**
 * Saves changes in one transaction and returns them as they were stored. Contract:
 * - resolves only after the transaction is on disk (`durability: 'strict'`);
 * - a change that is known already is amended in place;
 * - but never one that is final or that another change replaces: the text then takes `otherId` and replaces the
 *   known change, so that what the other tab wrote and what is typed here both stay.
 */
export async function saveChanges(
  database: Database,
  assessment: string,
  savings: readonly Saving[],
  at: string,
): Promise<Change[]> {
  return save(database, assessment, savings, at, () => false)
}

/**
 * Saves what a page rescued when it was left, as `saveChanges` does, but leaves out what is older than the text that is
 * stored. After a crash the browser may bring back a rescue that had been cleared, and a tab that was only hidden may
 * have gone on typing: neither may take back what was acknowledged since.
 */
export async function saveRescued(
  database: Database,
  assessment: string,
  savings: readonly Saving[],
  at: string,
): Promise<Change[]> {
  return save(
    database,
    assessment,
    savings,
    at,
    (known, change) => Date.parse(known.at) >= Date.parse(change.at),
  )
}

async function save(
  database: Database,
  assessment: string,
  savings: readonly Saving[],
  at: string,
  isOutdated: (known: Change, change: Change) => boolean,
): Promise<Change[]> {
  const transaction = beginWriting(database, ['changes', 'assessments'])
  const changes = transaction.objectStore('changes')
  const work = async () => {
    // All at once: each answer waits until the page is drawn, so they should come together.
    const row = begun(transaction.objectStore('assessments').get(assessment))
    const stored: Change[] = []
    const writing: Promise<unknown>[] = []
    for (const saving of savings) {
      const change = saving.isNew ? saving.change : await place(saving)
      if (!change) continue
      const record = { assessment, field: fieldKey(change.target, change.field), change }
      const key: [string, string] = [assessment, change.id]
      writing.push(begun(saving.isNew ? changes.add(record, key) : changes.put(record, key)))
      stored.push(change)
    }
    await Promise.all(writing)
    if (stored.length > 0) await markChanged(await row)
    transaction.commit()
    return stored
  }

  /** The change under the first id it may still be written to; null if its text, or a newer one, is there already. */
  async function place({ change, otherId }: Saving): Promise<Change | null> {
    const replaces = [...change.replaces]
    for (let id = change.id, step = 0; ; step += 1) {
      const known = await changes.get([assessment, id])
      if (!known) return { ...change, id, replaces }
      if (isOutdated(known.change, change)) return null
      const amendable = !known.final && !(await isReplaced(id, known.field))
      if (amendable) return { ...change, id, replaces }
      if (sameValue(known.change.value, change.value)) return null
      replaces.push(id)
      id = step === 0 ? otherId : `${otherId}-${step}`
    }
  }

  async function isReplaced(id: string, field: string): Promise<boolean> {
    const rows = await changes.index('byField').getAll([assessment, field])
    return rows.some((row) => row.change.replaces.includes(id))
  }

  async function markChanged(stored: StoredAssessment | undefined): Promise<void> {
    const local = stored && changedAt(stored.local, at)
    if (!local || local === stored.local) return
    await transaction.objectStore('assessments').put({ ...stored, local }, assessment)
  }

  return onDisk(transaction, work())
}

/** Reads all changes and makes them final in the same transaction: what leaves in a file is not amended any more. */
export async function readAndFinalise(database: Database, assessment: string): Promise<Change[]> {
  const transaction = beginWriting(database, ['changes'])
  const changes = transaction.objectStore('changes')
  const work = async () => {
    const rows = await changes.index('byAssessment').getAll(assessment)
    for (const row of rows) {
      if (!row.final && mayBeAmended(row)) {
        await changes.put({ ...row, final: true }, [assessment, row.change.id])
      }
    }
    return rows
  }
  const rows = await onDisk(transaction, work())
  return rows.map((row) => z.parse(changeSchema, row.change)).sort(byTime)
}

/** Changes put at a time: one by one, thousands take half a minute; all at once, the page stands still meanwhile. */
const PART = 500

/** Puts changes that are final into a store, as part of its transaction. */
export async function putFinal(
  store: { put(row: ChangeRow, key: [string, string]): Promise<unknown> },
  assessment: string,
  changes: readonly Change[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += PART) {
    await Promise.all(
      changes.slice(from, from + PART).map((change) => {
        const field = fieldKey(change.target, change.field)
        return begun(store.put({ assessment, field, change, final: true }, [assessment, change.id]))
      }),
    )
  }
}

/** Only text is amended while it is typed. */
function mayBeAmended(row: ChangeRow): boolean {
  return typeof row.change.value === 'string'
}

/** Order for reading; it decides nothing. */
function byTime(one: Change, other: Change): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : 1
}
