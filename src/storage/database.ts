import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { Change } from '../answers/change'
import type { FileRow } from './files'
import type { StoredAssessment } from './stored-assessment'

export const DATABASE_NAME = 'spbe-mandiri'

/** A change as it lies in the database. */
export interface ChangeRow {
  readonly assessment: string
  readonly field: string
  readonly change: Change
  /** It has left this computer in a file or came in one: no longer amended, whoever is typing. */
  readonly final?: true
}

export interface InstrumentRow {
  readonly sha256: string
  /** The instrument file as JSON text, kept with the assessments made with it. */
  readonly json: string
}

export interface DatabaseSchema extends DBSchema {
  assessments: { key: string; value: StoredAssessment }
  changes: {
    key: [assessment: string, change: string]
    value: ChangeRow
    indexes: { byAssessment: string; byField: [assessment: string, field: string] }
  }
  instruments: { key: string; value: InstrumentRow }
  settings: { key: string; value: unknown }
  /** Files by SHA-256, for all assessments: what is known of them … */
  files: { key: string; value: FileRow }
  /** … their bytes, apart so that the facts can be listed without them … */
  fileBytes: { key: string; value: Blob }
  /** … and a small picture of the first page. */
  thumbnails: { key: string; value: Blob }
  /** Always empty: what writes has it, and so its turn. */
  turn: { key: string; value: never }
}

export type Database = IDBPDatabase<DatabaseSchema>

/** One step for each version, oldest first; a released step is never edited. */
const migrations: readonly ((database: Database) => void)[] = [
  function version1(database) {
    database.createObjectStore('assessments')
    const changes = database.createObjectStore('changes')
    changes.createIndex('byAssessment', 'assessment')
    changes.createIndex('byField', ['assessment', 'field'])
    database.createObjectStore('instruments')
    database.createObjectStore('settings')
  },
  // The stores are the same, but may hold changes (general questions, closing papers) that version 1 cannot read: a tab
  // with the older app saves, closes and asks to be reloaded.
  function version2() {},
  function version3(database) {
    database.createObjectStore('files')
    database.createObjectStore('fileBytes')
    database.createObjectStore('thumbnails')
  },
  function version4(database) {
    database.createObjectStore('turn')
  },
]

export const DATABASE_VERSION = migrations.length

export type Opening =
  | { readonly status: 'open'; readonly database: Database }
  /** A newer version of the app has been here; this one must not touch its data. */
  | { readonly status: 'newer' }
  /** The browser found its database damaged and has emptied it. */
  | { readonly status: 'emptied' }
  /** The browser refuses storage: a private window, a policy, a full disk. */
  | { readonly status: 'blocked'; readonly cause: unknown }

export interface OpeningEvents {
  /** A newer version wants to upgrade: save, then this connection is closed. */
  readonly onOutdated: () => Promise<void>
  /** Another tab, older than this one, holds the database: opening goes on as soon as it lets go. */
  readonly onWaiting: () => void
  /** The browser closed the connection by itself. */
  readonly onLost: () => void
}

/** For a worker: it has nothing to save and nobody to tell, and lets go at once when an upgrade wants the database. */
const WORKER_EVENTS: OpeningEvents = {
  onOutdated: () => Promise.resolve(),
  onWaiting: () => undefined,
  onLost: () => undefined,
}

/** What Chromium alone tells when it makes a database: that there was one before. */
interface ChromiumUpgrade extends IDBVersionChangeEvent {
  readonly dataLoss?: 'none' | 'total'
}

/** Opens the database and tries a write, so that blocked storage is known before the first word is typed. */
export async function openDatabase(events: OpeningEvents = WORKER_EVENTS): Promise<Opening> {
  let emptied = false
  try {
    const database = await openDB<DatabaseSchema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade(upgrading, oldVersion, _newVersion, _transaction, event) {
        emptied = (event as ChromiumUpgrade).dataLoss === 'total'
        for (const migrate of migrations.slice(oldVersion)) migrate(upgrading)
      },
      blocked: events.onWaiting,
      blocking() {
        void events
          .onOutdated()
          .catch(() => undefined)
          .finally(() => database.close())
      },
      terminated: events.onLost,
    })
    if (emptied) {
      database.close()
      return { status: 'emptied' }
    }
    await tryWrite(database)
    return { status: 'open', database }
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'VersionError') return { status: 'newer' }
    return { status: 'blocked', cause }
  }
}

type StoreName = StoreNames<DatabaseSchema>

/**
 * The only way to write: a strict transaction, and never two of them at a time, whatever stores they want, in all tabs and
 * workers. Killed with two under way, Chromium cannot tell at the next start whose locks are whose and deletes everything
 * (docs/decisions/025).
 */
export function beginWriting<Store extends StoreName>(
  database: Database,
  stores: readonly Store[],
): IDBPTransaction<DatabaseSchema, (Store | 'turn')[], 'readwrite'> {
  return database.transaction([...stores, 'turn'], 'readwrite', { durability: 'strict' })
}

async function tryWrite(database: Database): Promise<void> {
  const transaction = beginWriting(database, ['settings'])
  await Promise.all([transaction.objectStore('settings').put(true, 'probe'), transaction.done])
}
