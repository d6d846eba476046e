import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Change } from '../../src/answers/change'
import { fieldState, presentOf, valuesOf } from '../../src/answers/present'
import { putAssessment, readAssessment } from '../../src/storage/assessments'
import {
  readAndFinalise,
  readChanges,
  readChangesById,
  saveChanges,
  saveRescued,
  type Saving,
} from '../../src/storage/changes'
import type { Database } from '../../src/storage/database'
import { changeOf, indicatorTarget } from '../examples/changes'
import { dump, freshDatabase, ID, NOW, storedAssessment, text } from './fresh'
import { fillDisk } from './full-disk'

const LATER = '2025-06-12T03:00:00.000Z'

let database: Database

beforeEach(async () => {
  database = await freshDatabase()
  await putAssessment(database, storedAssessment(), [])
})
afterEach(() => {
  vi.restoreAllMocks()
  database.close()
})

function saving(change: Change): Saving {
  return { change, otherId: `${change.id}-other` }
}

function save(...changes: readonly Change[]): Promise<Change[]> {
  return saveChanges(database, ID, changes.map(saving), NOW)
}

async function stored(): Promise<Record<string, unknown>> {
  const changes = await readChanges(database, ID)
  return Object.fromEntries(changes.map(({ id, value }) => [id, value]))
}

async function analysis(): Promise<{ value: string | undefined; heads: string[] }> {
  const present = presentOf(await readChanges(database, ID))
  const heads = fieldState(present, indicatorTarget('I07'), 'analysis')?.heads ?? []
  return {
    value: valuesOf(present, indicatorTarget('I07')).analysis,
    heads: heads.map(({ value }) => String(value)).sort(),
  }
}

describe('saving changes', () => {
  it('stores them and says what was stored', async () => {
    expect(await save(text('a', 'satu'), text('b', 'dua', ['a']))).toEqual([
      text('a', 'satu'),
      text('b', 'dua', ['a']),
    ])
    expect(await analysis()).toEqual({ value: 'dua', heads: ['dua'] })
  })

  it('asks for a strict transaction, one for changes and assessment together', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await save(text('a', 'satu'))
    expect(transaction.mock.calls).toEqual([
      [['changes', 'assessments', 'turn'], 'readwrite', { durability: 'strict' }],
    ])
  })

  it('remembers when, and since when it is not backed up', async () => {
    await save(text('a', 'satu'))
    await saveChanges(database, ID, [saving(text('a', 'satu dua'))], LATER)
    expect((await readAssessment(database, ID))?.local).toMatchObject({
      lastChangeAt: LATER,
      unsavedSince: NOW,
    })
  })

  it('does not resolve before the transaction is complete', async () => {
    const events: string[] = []
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const saved = save(text('a', 'satu')).then(() => events.push('resolved'))
    const opened = transaction.mock.results[0]?.value as IDBTransaction
    opened.addEventListener('complete', () => events.push('complete'))
    await saved
    expect(events).toEqual(['complete', 'resolved'])
  })

  it('keeps assessments apart that know the same change', async () => {
    await save(text('a', 'satu'))
    await saveChanges(database, 'other', [saving(text('a', 'lain'))], NOW)
    expect(await stored()).toEqual({ a: 'satu' })
  })
})

describe('a change whose id was never sent to the disk', () => {
  const unseen = (change: Change): Saving => ({ ...saving(change), isNew: true })

  it('is stored without looking for it, in one go with the question when the assessment was changed', async () => {
    await save(text('a', 'satu'))
    const get = vi.spyOn(IDBObjectStore.prototype, 'get')
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    expect(await saveChanges(database, ID, [unseen(text('b', 'dua', ['a']))], NOW)).toHaveLength(1)
    expect(get.mock.calls).toEqual([[ID]])
    expect(put).not.toHaveBeenCalled()
    expect(await stored()).toEqual({ a: 'satu', b: 'dua' })
  })

  it('is never written over one that is known', async () => {
    await save(text('a', 'satu'))
    const before = await dump(database)
    await expect(
      saveChanges(database, ID, [unseen(text('b', 'dua')), unseen(text('a', 'lain'))], LATER),
    ).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await dump(database)).toEqual(before)
  })
})

describe('a disk that is full only when the transaction is committed', () => {
  it('rejects with that reason and stores nothing, not even by half', async () => {
    await save(text('a', 'satu'))
    const before = await dump(database)
    fillDisk((store) => store === 'assessments')
    const savings = [saving(text('a', 'satu dua')), { ...saving(text('b', 'lain')), isNew: true as const }]
    await expect(saveChanges(database, ID, savings, LATER)).rejects.toMatchObject({
      name: 'QuotaExceededError',
    })
    vi.restoreAllMocks()
    expect(await dump(database)).toEqual(before)
  })

  it('says so too when it breaks off other requests of the transaction', async () => {
    let puts = 0
    fillDisk(() => (puts += 1) === 1)
    await expect(save(text('a', 'satu'), text('b', 'dua'), text('c', 'tiga'))).rejects.toMatchObject({
      name: 'QuotaExceededError',
    })
    vi.restoreAllMocks()
    expect(await stored()).toEqual({})
  })
})

it('work that fails halfway takes back what it had stored', async () => {
  const broken = { ...text('b', 'dua'), value: (() => 0) as never }
  await expect(save(text('a', 'satu'), broken)).rejects.toThrow()
  expect(await stored()).toEqual({})
})

describe('a change that is known', () => {
  it('is amended in place while it is typed', async () => {
    await save(text('a', 'T'))
    await save(text('a', 'Te'))
    await save(text('a', 'Teks'))
    expect(await stored()).toEqual({ a: 'Teks' })
  })

  it('but not when another one replaced it: both texts stay and differ', async () => {
    await save(text('a', 'di sini'))
    await save(text('b', 'di sana', ['a']))
    expect(await save(text('a', 'di sini juga'))).toEqual([text('a-other', 'di sini juga', ['a'])])
    expect(await stored()).toEqual({ a: 'di sini', b: 'di sana', 'a-other': 'di sini juga' })
    expect(await analysis()).toEqual({ value: undefined, heads: ['di sana', 'di sini juga'] })
  })

  it('then is amended under its other id', async () => {
    await save(text('a', 'di sini'), text('b', 'di sana', ['a']))
    await save(text('a', 'di sini 1'))
    await save(text('a', 'di sini 12'))
    expect(await stored()).toEqual({ a: 'di sini', b: 'di sana', 'a-other': 'di sini 12' })
  })

  it('is never amended once it left in a file', async () => {
    await save(text('a', 'dalam berkas'))
    await readAndFinalise(database, ID)
    await save(text('a', 'sesudah itu'))
    expect(await stored()).toEqual({ a: 'dalam berkas', 'a-other': 'sesudah itu' })
    expect(await analysis()).toEqual({ value: 'sesudah itu', heads: ['sesudah itu'] })
  })

  it('is never amended if it came in a file', async () => {
    await putAssessment(database, storedAssessment(), [text('a', 'dari berkas')])
    await save(text('a', 'di sini'))
    expect(await stored()).toEqual({ a: 'dari berkas', 'a-other': 'di sini' })
  })

  it('is not stored again with the same text', async () => {
    await save(text('a', 'satu'), text('b', 'dua', ['a']))
    expect(await save(text('a', 'satu'))).toEqual([])
    expect(await stored()).toEqual({ a: 'satu', b: 'dua' })
  })

  it('takes ever new ids as often as it is overtaken, each replacing the one before', async () => {
    await save(text('a', 'v1'))
    await save(text('b', 'lain 1', ['a']))
    await save(text('a', 'v2'))
    await save(text('c', 'lain 2', ['a-other']))
    await save(text('a', 'v3'))
    await save(text('d', 'lain 3', ['a-other-1']))
    await save(text('a', 'v4'))
    expect(await stored()).toEqual({
      a: 'v1',
      b: 'lain 1',
      'a-other': 'v2',
      c: 'lain 2',
      'a-other-1': 'v3',
      d: 'lain 3',
      'a-other-2': 'v4',
    })
    const last = (await readChangesById(database, ID, ['a-other-2']))[0]
    expect(last?.replaces).toEqual(['a', 'a-other', 'a-other-1'])
    expect((await analysis()).heads).toEqual(['lain 1', 'lain 2', 'lain 3', 'v4'])
  })

  it('stored in one transaction with its own successor keeps both', async () => {
    await save(text('a', 'satu'))
    await save(text('a', 'satu dua'), text('b', 'tiga', ['a']))
    expect(await stored()).toEqual({ a: 'satu dua', b: 'tiga' })
    expect(await analysis()).toEqual({ value: 'tiga', heads: ['tiga'] })
  })
})

describe('finalising', () => {
  it('gives out exactly what is stored, oldest first', async () => {
    const later = { ...text('a', 'kemudian'), at: '2025-06-03T00:00:00Z' }
    await save(later, text('b', 'dulu'))
    expect(await readAndFinalise(database, ID)).toEqual([text('b', 'dulu'), later])
  })

  it('marks only text, which alone is ever amended', async () => {
    await save(text('a', 'teks'), changeOf('b', indicatorTarget('I01'), 'value', 3))
    await readAndFinalise(database, ID)
    const rows = await database.getAll('changes')
    expect(rows.map(({ change, final }) => [change.id, final])).toEqual([
      ['a', true],
      ['b', undefined],
    ])
  })

  it('is undone when the disk is full: nothing leaves that may still change', async () => {
    await save(text('a', 'teks'))
    fillDisk()
    await expect(readAndFinalise(database, ID)).rejects.toMatchObject({ name: 'QuotaExceededError' })
  })
})

describe('saving what was rescued', () => {
  const at = (change: Change, second: number): Change => ({
    ...change,
    at: `2025-06-12T02:15:${String(second).padStart(2, '0')}.000Z`,
  })
  const saveOld = (...changes: readonly Change[]) => saveRescued(database, ID, changes.map(saving), NOW)

  it('stores what never reached the disk', async () => {
    await saveOld(at(text('a', 'belum tersimpan'), 1))
    expect(await stored()).toEqual({ a: 'belum tersimpan' })
  })

  it('stores the later letters of a text that reached it only in part', async () => {
    await save(at(text('a', 'belum'), 1))
    await saveOld(at(text('a', 'belum tersimpan'), 2))
    expect(await stored()).toEqual({ a: 'belum tersimpan' })
  })

  it('takes nothing back that was acknowledged after it: a crash may bring an old rescue to life', async () => {
    await save(at(text('a', 'sudah tersimpan seluruhnya'), 5))
    const before = await dump(database)
    expect(await saveOld(at(text('a', 'sudah ter'), 3))).toEqual([])
    expect(await dump(database)).toEqual(before)
  })

  it('makes no difference of an old rescue whose text has been replaced since', async () => {
    await save(at(text('a', 'lengkap'), 5))
    await save(at(text('b', 'penggantinya', ['a']), 6))
    await saveOld(at(text('a', 'leng'), 3))
    expect(await analysis()).toEqual({ value: 'penggantinya', heads: ['penggantinya'] })
  })

  it('nor of one that had taken its other id', async () => {
    await save(at(text('a', 'v1'), 1))
    await save(at(text('b', 'lain', ['a']), 2))
    await save(at(text('a', 'v2'), 3))
    await save(at(text('a', 'v2 lengkap'), 5))
    await saveOld(at(text('a', 'v2 leng'), 4))
    expect(await stored()).toEqual({ a: 'v1', b: 'lain', 'a-other': 'v2 lengkap' })
  })

  it('keeps a text typed on in vain beside what another tab put in its place', async () => {
    await save(at(text('a', 'v1'), 1))
    await save(at(text('b', 'lain', ['a']), 2))
    await saveOld(at(text('a', 'v1 dan lagi'), 3))
    expect(await analysis()).toEqual({ value: undefined, heads: ['lain', 'v1 dan lagi'] })
  })
})

it('reading a row that is no change fails rather than leaving it out', async () => {
  await save(text('a', 'satu'))
  await database.put('changes', { assessment: ID, field: 'x', change: { id: 'b' } as never }, [ID, 'b'])
  await expect(readChanges(database, ID)).rejects.toThrow()
})
