import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Change, ChangeValue } from '../../src/answers/change'
import { openDatabase, type Database, type OpeningEvents } from '../../src/storage/database'
import { entryOf } from '../examples/shipped'
import type { StoredAssessment } from '../../src/storage/stored-assessment'
import { changeOf, indicatorTarget } from '../examples/changes'

const nothingHappens: OpeningEvents = {
  onOutdated: () => Promise.resolve(),
  onWaiting: () => undefined,
  onLost: () => undefined,
}

/** Forgets every database: a browser that has never been here. */
export function freshBrowser(): void {
  globalThis.indexedDB = new IDBFactory()
}

/** Another connection to the database, as another tab has one. */
export async function connect(events: Partial<OpeningEvents> = {}): Promise<Database> {
  const opening = await openDatabase({ ...nothingHappens, ...events })
  if (opening.status !== 'open') throw new Error(`database is ${opening.status}`)
  return opening.database
}

/** An empty database. */
export async function freshDatabase(): Promise<Database> {
  freshBrowser()
  return connect()
}

export const NOW = '2025-06-12T02:15:00.000Z'
export const ID = 'penilaian-1'

/** An assessment as it is stored, nothing remembered of it yet. */
export function storedAssessment(
  id: string = ID,
  local: Partial<StoredAssessment['local']> = {},
): StoredAssessment {
  const { id: instrument, version, sha256 } = entryOf('spbe-2020')
  return {
    assessment: {
      id,
      instrument: { id: instrument, version, sha256 },
      createdAt: NOW,
      origin: 'own',
      scope: 'all',
    },
    local: {
      unit: 'Dinas Contoh',
      person: 'Nama Contoh',
      place: null,
      lastChangeAt: null,
      deletedAt: null,
      backup: null,
      unsavedSince: null,
      ...local,
    },
  }
}

/** A change of the analysis of indicator 7. */
export function text(id: string, value: ChangeValue, replaces: readonly string[] = []): Change {
  return changeOf(id, indicatorTarget('I07'), 'analysis', value, replaces)
}

/** Every row of every store with its key: what "nothing has changed" is compared by. */
export async function dump(database: Database): Promise<Record<string, unknown>> {
  const stores = ['assessments', 'changes', 'instruments', 'settings'] as const
  const entries = await Promise.all(
    stores.map(async (store) => [
      store,
      { keys: await database.getAllKeys(store), rows: await database.getAll(store) },
    ]),
  )
  return Object.fromEntries(entries) as Record<string, unknown>
}
