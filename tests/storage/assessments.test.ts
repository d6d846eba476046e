import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  emptyOldTrash,
  eraseAssessment,
  listAssessments,
  noteBackup,
  putAssessment,
  readAssessment,
  TRASH_DAYS,
  updateLocal,
  updateScope,
} from '../../src/storage/assessments'
import { lastChangeOf } from '../../src/storage/stored-assessment'
import { readAndFinalise, readChanges, saveChanges } from '../../src/storage/changes'
import type { Database } from '../../src/storage/database'
import { keepInstrument, readInstrument } from '../../src/storage/instruments'
import { readAuthor, writeAuthor } from '../../src/storage/settings'
import { spbe2020 } from '../examples/spbe-2020'
import { connect, dump, freshDatabase, ID, NOW, storedAssessment, text } from './fresh'
import { fillDisk } from './full-disk'

const DAY = 24 * 60 * 60 * 1000
let database: Database

beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => {
  vi.restoreAllMocks()
  database.close()
})

async function localOf(id = ID) {
  return (await readAssessment(database, id))?.local
}

describe('storing an assessment', () => {
  it('keeps every one of very many changes', async () => {
    const many = Array.from({ length: 1201 }, (_, at) => text(`c${at}`, `teks ${at}`))
    await putAssessment(database, storedAssessment(), many)
    expect(await database.count('changes')).toBe(many.length)
  })

  it('keeps it with its changes, final', async () => {
    await putAssessment(database, storedAssessment(), [text('a', 'satu')])
    expect(await readAssessment(database, ID)).toEqual(storedAssessment())
    expect(await database.getAll('changes')).toEqual([
      { assessment: ID, field: 'indicator:I07/analysis', change: text('a', 'satu'), final: true },
    ])
  })

  it('is all or nothing when the disk is full', async () => {
    const before = await dump(database)
    fillDisk((store) => store === 'changes')
    await expect(
      putAssessment(database, storedAssessment(), [text('a', 'satu'), text('b', 'dua')]),
    ).rejects.toMatchObject({ name: 'QuotaExceededError' })
    vi.restoreAllMocks()
    expect(await dump(database)).toEqual(before)
  })

  it('is all or nothing when one of its changes cannot be stored', async () => {
    const before = await dump(database)
    const broken = { ...text('b', 'dua'), value: (() => 0) as never }
    await expect(putAssessment(database, storedAssessment(), [text('a', 'satu'), broken])).rejects.toThrow()
    expect(await dump(database)).toEqual(before)
  })
})

describe('listing', () => {
  it('tells what cannot be read and leaves it as it is', async () => {
    await putAssessment(database, storedAssessment(), [])
    await database.put('assessments', { assessment: { id: 'b' }, local: {} } as never, 'b')
    const before = await dump(database)
    expect(await listAssessments(database)).toEqual({ assessments: [storedAssessment()], unreadable: ['b'] })
    await emptyOldTrash(database, Date.now() + 1000 * DAY)
    expect(await dump(database)).toEqual(before)
  })

  it('knows nothing of an assessment that is not here', async () => {
    expect(await readAssessment(database, 'nowhere')).toBeUndefined()
    await updateLocal(database, 'nowhere', (local) => local)
    await updateScope(database, 'nowhere', ['I01'])
    expect(await noteBackup(database, 'nowhere', [], NOW)).toBeUndefined()
    expect(await listAssessments(database)).toEqual({ assessments: [], unreadable: [] })
  })
})

describe('what is remembered', () => {
  it('by two tabs at once is all kept', async () => {
    await putAssessment(database, storedAssessment(), [])
    const other = await connect()
    await Promise.all([
      updateLocal(database, ID, (local) => ({ ...local, place: 'I21' })),
      saveChanges(other, ID, [{ change: text('a', 'satu'), otherId: 'b' }], NOW),
      updateScope(other, ID, ['I01', 'I21']),
      updateLocal(database, ID, (local) => ({ ...local, person: 'Siti' })),
    ])
    expect(await localOf()).toMatchObject({
      place: 'I21',
      person: 'Siti',
      lastChangeAt: NOW,
      unsavedSince: NOW,
    })
    expect((await readAssessment(database, ID))?.assessment.scope).toEqual(['I01', 'I21'])
    other.close()
  })
})

describe('a backup known to lie in a file', () => {
  const LATER = '2025-06-13T02:15:00.000Z'
  beforeEach(() =>
    putAssessment(database, storedAssessment(ID, { unsavedSince: NOW }), [
      text('a', 'satu'),
      text('b', 'dua'),
    ]),
  )

  it('with everything in it leaves nothing to be backed up', async () => {
    const local = await noteBackup(database, ID, await readAndFinalise(database, ID), LATER)
    expect(local).toMatchObject({ backup: { at: LATER, changes: 2 }, unsavedSince: null })
    expect(await localOf()).toEqual(local)
  })

  it('does not count what another tab saved meanwhile', async () => {
    const inFile = await readAndFinalise(database, ID)
    const change = { ...text('c', 'tiga'), at: '2025-06-12T05:00:00.000Z' }
    await saveChanges(database, ID, [{ change, otherId: 'x' }], '2025-06-12T05:00:01.000Z')
    const local = await noteBackup(database, ID, inFile, LATER)
    expect(local).toMatchObject({
      backup: { at: LATER, changes: 2 },
      unsavedSince: '2025-06-12T05:00:00.000Z',
    })
  })

  it('is not fooled by a file of another computer with as many changes', async () => {
    const inFile = [text('a', 'satu'), text('z', 'di komputer lain')]
    expect((await noteBackup(database, ID, inFile, LATER))?.unsavedSince).toBe(NOW)
  })

  it('nor by one whose change has another text', async () => {
    const inFile = [text('a', 'satu'), text('b', 'bukan dua')]
    expect((await noteBackup(database, ID, inFile, LATER))?.unsavedSince).toBe(NOW)
  })

  it('is not noted when the disk is full', async () => {
    fillDisk()
    await expect(noteBackup(database, ID, [], LATER)).rejects.toMatchObject({ name: 'QuotaExceededError' })
    vi.restoreAllMocks()
    expect(await localOf()).toMatchObject({ backup: null, unsavedSince: NOW })
  })
})

describe('Sampah', () => {
  const deleted = Date.parse(NOW)

  beforeEach(async () => {
    await putAssessment(database, storedAssessment('old', { deletedAt: NOW }), [text('a', 'satu')])
    await putAssessment(database, storedAssessment('kept'), [text('a', 'satu')])
  })

  it('keeps what was deleted for thirty days', async () => {
    const before = await dump(database)
    await emptyOldTrash(database, deleted + TRASH_DAYS * DAY)
    expect(await dump(database)).toEqual(before)
  })

  it('then erases it with all its changes, and nothing else', async () => {
    await emptyOldTrash(database, deleted + TRASH_DAYS * DAY + 1)
    expect(await readAssessment(database, 'old')).toBeUndefined()
    expect(await readChanges(database, 'old')).toEqual([])
    expect(await readAssessment(database, 'kept')).toEqual(storedAssessment('kept'))
    expect(await readChanges(database, 'kept')).toEqual([text('a', 'satu')])
  })

  it('does not erase what another tab restores at that moment', async () => {
    const other = await connect()
    const restored = updateLocal(other, 'old', (local) => ({ ...local, deletedAt: null }))
    const emptied = emptyOldTrash(database, deleted + 31 * DAY)
    await Promise.all([restored, emptied])
    expect(await readChanges(database, 'old')).toEqual([text('a', 'satu')])
    await eraseAssessment(database, 'kept', () => false)
    expect(await readChanges(database, 'kept')).toEqual([text('a', 'satu')])
    other.close()
  })

  it('does not erase what was deleted at a time nobody can read', async () => {
    const stored = storedAssessment('odd', { deletedAt: 'kemarin' })
    await database.put('assessments', stored, 'odd')
    await emptyOldTrash(database, deleted + 1000 * DAY)
    expect(await database.get('assessments', 'odd')).toEqual(stored)
  })

  it('erases all or nothing', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('', 'UnknownError')
    })
    const before = await dump(database)
    await expect(eraseAssessment(database, 'old')).rejects.toThrow()
    vi.restoreAllMocks()
    expect(await dump(database)).toEqual(before)
  })
})

describe('instruments', () => {
  it('that are shipped are read from the app, kept or not', async () => {
    expect(await readInstrument(database, storedAssessment().assessment.instrument)).toEqual(spbe2020)
  })

  it('that are no longer shipped are read from what was kept', async () => {
    const ref = { ...storedAssessment().assessment.instrument, sha256: 'a'.repeat(64) }
    expect(await readInstrument(database, ref)).toBeUndefined()
    await keepInstrument(database, ref, JSON.stringify(spbe2020))
    expect(await readInstrument(database, ref)).toEqual(spbe2020)
  })
})

describe('the author', () => {
  it('is remembered', async () => {
    await writeAuthor(database, { unit: 'Dinas Contoh', person: 'Siti' })
    expect(await readAuthor(database)).toEqual({ unit: 'Dinas Contoh', person: 'Siti' })
  })

  it('is blank before, and when it cannot be read', async () => {
    expect(await readAuthor(database)).toEqual({ unit: '', person: '' })
    await database.put('settings', { unit: 7 }, 'author')
    expect(await readAuthor(database)).toEqual({ unit: '', person: '' })
  })
})

describe('the last change', () => {
  const at = (time: string) => ({ at: time })
  const stored = storedAssessment(ID, { lastChangeAt: '2025-06-12T02:15:10.000Z' })

  it('is what is remembered, and within its minute what was changed last', () => {
    const made = ['2025-06-12T02:14:00.000Z', '2025-06-12T02:15:40.000Z', '2025-06-12T02:15:20.000Z'].map(at)
    expect(lastChangeOf(stored, made)).toBe('2025-06-12T02:15:40.000Z')
    expect(lastChangeOf(stored, [])).toBe('2025-06-12T02:15:10.000Z')
  })

  it('is not decided by a clock elsewhere that is fast', () => {
    expect(lastChangeOf(stored, [at('2031-01-01T00:00:00.000Z')])).toBe('2025-06-12T02:15:10.000Z')
  })

  it('is the making before the first change', () => {
    const fresh = storedAssessment()
    expect(lastChangeOf(fresh, [])).toBe(new Date(fresh.assessment.createdAt).toISOString())
  })
})
