import { openDB } from 'idb'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { presentOf, valuesOf } from '../../src/answers/present'
import { listAssessments } from '../../src/storage/assessments'
import { readChanges, saveChanges } from '../../src/storage/changes'
import { DATABASE_NAME, DATABASE_VERSION, openDatabase, type OpeningEvents } from '../../src/storage/database'
import { readAuthor } from '../../src/storage/settings'
import { indicatorTarget } from '../examples/changes'
import { connect, dump, freshBrowser, ID, NOW, storedAssessment, text } from './fresh'

const events: OpeningEvents = {
  onOutdated: () => Promise.resolve(),
  onWaiting: () => undefined,
  onLost: () => undefined,
}

beforeEach(freshBrowser)

describe('opening', () => {
  it('makes the database of this version and tries a strict write', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const database = await connect()
    expect(transaction.mock.calls.at(-1)).toEqual([
      ['settings', 'turn'],
      'readwrite',
      { durability: 'strict' },
    ])
    expect(database.version).toBe(DATABASE_VERSION)
    expect([...database.objectStoreNames]).toEqual([
      'assessments',
      'changes',
      'fileBytes',
      'files',
      'instruments',
      'settings',
      'thumbnails',
      'turn',
    ])
    transaction.mockRestore()
    database.close()
  })

  it('leaves a newer database alone and says so', async () => {
    const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1, {
      upgrade: (upgrading) => void upgrading.createObjectStore('future'),
    })
    await newer.put('future', { kept: true }, 'row')
    newer.close()
    expect(await openDatabase(events)).toEqual({ status: 'newer' })
    const again = await openDB(DATABASE_NAME)
    expect(again.version).toBe(DATABASE_VERSION + 1)
    expect([...again.objectStoreNames]).toEqual(['future'])
    expect(await again.getAll('future')).toEqual([{ kept: true }])
    again.close()
  })

  it('says that storage is blocked when the browser refuses it', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    expect(await openDatabase(events)).toMatchObject({ status: 'blocked', cause: { name: 'SecurityError' } })
  })

  it('says that storage is blocked when there is none', async () => {
    globalThis.indexedDB = undefined as never
    expect((await openDatabase(events)).status).toBe('blocked')
  })

  it('says that storage is blocked when it opens but nothing can be written', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'ReadOnlyError')
    })
    expect(await openDatabase(events)).toMatchObject({ status: 'blocked', cause: { name: 'ReadOnlyError' } })
    put.mockRestore()
  })
})

describe('a newer version of the app in another tab', () => {
  function upgrade() {
    return openDB(DATABASE_NAME, DATABASE_VERSION + 1)
  }

  it('waits until this one has saved, and only then gets the database', async () => {
    const order: string[] = []
    let outdated = (): Promise<void> => Promise.resolve()
    const database = await connect({ onOutdated: () => outdated() })
    await database.put('assessments', storedAssessment(), ID)
    outdated = async () => {
      order.push('told')
      await saveChanges(database, ID, [{ change: text('a', 'kata terakhir'), otherId: 'b' }], NOW)
      order.push('saved')
    }
    const newer = await upgrade()
    order.push('upgraded')
    expect(order).toEqual(['told', 'saved', 'upgraded'])
    expect(await newer.get('changes', [ID, 'a'])).toMatchObject({ change: text('a', 'kata terakhir') })
    expect(() => database.transaction('changes')).toThrow()
    newer.close()
  })

  it('gets the database even when this one could not save', async () => {
    await connect({ onOutdated: () => Promise.reject(new DOMException('', 'QuotaExceededError')) })
    const newer = await upgrade()
    expect(newer.version).toBe(DATABASE_VERSION + 1)
    newer.close()
  })
})

describe('an older tab that does not let go', () => {
  it('is told of, and the database opens by itself once it is closed', async () => {
    const older = await openDB(DATABASE_NAME, DATABASE_VERSION - 1, {
      upgrade: (upgrading) => void upgrading.createObjectStore('settings'),
    })
    const onWaiting = vi.fn(() => older.close())
    const opening = await openDatabase({ ...events, onWaiting })
    expect(onWaiting).toHaveBeenCalledOnce()
    expect(opening.status).toBe('open')
    if (opening.status === 'open') opening.database.close()
  })
})

/** Real databases of released versions, as each version's app stored them. Never edited, only added to. */
const released = [1, 2, 3]

describe.each(released)('the database of version %i', (version) => {
  interface Dump {
    readonly version: number
    readonly stores: readonly {
      readonly name: string
      readonly indexes: readonly { name: string; keyPath: string | string[] }[]
      readonly rows: readonly { key: IDBValidKey; value: unknown }[]
    }[]
  }
  const old = JSON.parse(
    readFileSync(join(import.meta.dirname, `released/version-${version}.json`), 'utf8'),
  ) as Dump

  beforeEach(async () => {
    const database = await openDB(DATABASE_NAME, old.version, {
      upgrade(upgrading) {
        for (const { name, indexes, rows } of old.stores) {
          const store = upgrading.createObjectStore(name)
          for (const index of indexes) store.createIndex(index.name, index.keyPath)
          for (const { key, value } of rows) void store.put(value, key)
        }
      },
    })
    database.close()
  })

  it('opens, and everything in it is read', async () => {
    const database = await connect()
    const { assessments, unreadable } = await listAssessments(database)
    expect(unreadable).toEqual([])
    expect(assessments.map(({ assessment, local }) => [assessment.id, local.place, local.deletedAt])).toEqual(
      [
        ['3f1c9a52-8f0e-4f6f-9a52-0d3c1b7e2a11', 'I21', null],
        ['9b7d5c1e-2a44-4d0c-8d1e-6f2b3a4c5d6e', null, '2025-06-10T01:00:00.000Z'],
      ],
    )
    const changes = await readChanges(database, '3f1c9a52-8f0e-4f6f-9a52-0d3c1b7e2a11')
    const present = presentOf(changes)
    expect(changes).toHaveLength(9)
    expect(valuesOf(present, { kind: 'assessment' })).toEqual({
      institutionKind: 'kabupaten',
      institutionName: 'Kabupaten Contoh',
      year: 2025,
    })
    expect(valuesOf(present, indicatorTarget('I21'))).toEqual({ value: 3, analysis: undefined })
    expect([...present.differences]).toEqual(['indicator:I21/analysis'])
    expect(valuesOf(present, { kind: 'document', id: 'd1' })).toEqual({ title: 'Perbup 41/2023' })
    expect(await readAuthor(database)).toEqual({ unit: 'Dinas Kominfo', person: 'Rina' })
    database.close()
  })

  it('loses and changes nothing by being opened', async () => {
    const database = await connect()
    for (const { name, rows } of old.stores) {
      for (const { key, value } of rows)
        expect(await database.get(name as 'settings', key as string)).toEqual(value)
    }
    expect(old.stores.map(({ name }) => name)).toEqual(
      expect.arrayContaining(Object.keys(await dump(database))),
    )
    database.close()
  })
})
