import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { putAssessment, readAssessment } from '../../src/storage/assessments'
import { readChanges, saveChanges } from '../../src/storage/changes'
import type { Database } from '../../src/storage/database'
import { mergeChanges } from '../../src/storage/merge-changes'
import { dump, freshDatabase, ID, NOW, storedAssessment, text } from './fresh'
import { fillDisk } from './full-disk'

const LATER = '2025-06-13T02:15:00.000Z'
let database: Database

beforeEach(async () => {
  database = await freshDatabase()
  await putAssessment(database, storedAssessment(), [text('a', 'satu')])
})
afterEach(() => {
  vi.restoreAllMocks()
  database.close()
})

async function localOf() {
  return (await readAssessment(database, ID))?.local
}

describe('merging a file', () => {
  it('adds what is new and says what that was', async () => {
    const union = await mergeChanges(database, ID, [text('a', 'satu'), text('b', 'dua', ['a'])], LATER)
    expect(union).toEqual({ status: 'united', added: [text('b', 'dua', ['a'])] })
    expect(await readChanges(database, ID)).toEqual([text('a', 'satu'), text('b', 'dua', ['a'])])
    expect(await localOf()).toMatchObject({ lastChangeAt: LATER, unsavedSince: LATER })
  })

  it('a second time adds nothing, and there is still nothing to be backed up', async () => {
    expect(await mergeChanges(database, ID, [text('a', 'satu')], LATER)).toEqual({
      status: 'united',
      added: [],
    })
    expect(await localOf()).toMatchObject({ unsavedSince: null })
  })

  it('keeps since when there is something to be backed up', async () => {
    await saveChanges(database, ID, [{ change: text('x', 'x'), otherId: 'y' }], NOW)
    await mergeChanges(database, ID, [text('b', 'dua')], LATER)
    expect(await localOf()).toMatchObject({ unsavedSince: NOW })
  })

  it('makes what it adds final: typing goes on under another id', async () => {
    await mergeChanges(database, ID, [text('b', 'dua')], LATER)
    await saveChanges(database, ID, [{ change: text('b', 'dua tiga'), otherId: 'c' }], LATER)
    expect((await readChanges(database, ID)).map(({ id, value }) => [id, value])).toEqual([
      ['a', 'satu'],
      ['b', 'dua'],
      ['c', 'dua tiga'],
    ])
  })

  it('brings the assessment back from Sampah', async () => {
    await putAssessment(database, storedAssessment(ID, { deletedAt: NOW }), [])
    await mergeChanges(database, ID, [], LATER)
    expect((await localOf())?.deletedAt).toBeNull()
  })

  it.each([
    ['two contents for one id', [text('b', 'dua'), text('a', 'bukan satu')]],
    ['a ring', [text('b', 'dua', ['c']), text('c', 'tiga', ['b'])]],
  ])('refuses %s and changes nothing', async (_, incoming) => {
    const before = await dump(database)
    expect((await mergeChanges(database, ID, incoming, LATER)).status).toBe('refused')
    expect(await dump(database)).toEqual(before)
  })

  it('is all or nothing when the disk is full', async () => {
    const before = await dump(database)
    let puts = 0
    fillDisk(() => (puts += 1) === 2)
    await expect(
      mergeChanges(database, ID, [text('b', '2'), text('c', '3'), text('d', '4')], LATER),
    ).rejects.toMatchObject({ name: 'QuotaExceededError' })
    vi.restoreAllMocks()
    expect(await dump(database)).toEqual(before)
  })
})
