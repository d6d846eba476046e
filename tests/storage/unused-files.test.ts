import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Change } from '../../src/answers/change'
import { eraseAssessment, noteBackup, putAssessment, readAssessment } from '../../src/storage/assessments'
import type { Database } from '../../src/storage/database'
import { addFiles } from '../../src/storage/add-files'
import { readFileRows } from '../../src/storage/files'
import { removeEverything } from '../../src/storage/leave'
import { keepRestored } from '../../src/storage/restore'
import { GRACE_DAYS, removeUnusedFiles } from '../../src/storage/unused-files'
import { changeOf, changesOf, documentTarget } from '../examples/changes'
import { freshDatabase, ID, NOW, storedAssessment } from './fresh'
import { fillDisk } from './full-disk'

const USED = 'a'.repeat(64)
const UNUSED = 'b'.repeat(64)
const DAY = 24 * 60 * 60 * 1000
const now = Date.parse(NOW)

const file = { kind: 'file', id: 'f1' } as const
const changes: readonly Change[] = [
  ...changesOf(documentTarget('d1'), { title: 'Perbup' }),
  ...changesOf(file, { document: 'd1', sha256: USED, name: 'perbup.pdf', size: 3, mediaType: 'pdf' }),
]

let database: Database

afterEach(() => {
  vi.restoreAllMocks()
})

beforeEach(async () => {
  database = await freshDatabase()
  await putAssessment(database, storedAssessment(ID, { unsavedSince: NOW }), changes)
  await addFiles(
    database,
    [USED, UNUSED].map((sha256) => ({
      row: { sha256, size: 3, crc32: 1, mediaType: 'pdf', addedAt: NOW, facts: null, unusedSince: null },
      bytes: new Blob(['abc']),
    })),
  )
})

const here = async () => [...(await readFileRows(database)).keys()].sort()
const unusedSince = async (sha256: string) => (await readFileRows(database)).get(sha256)?.unusedSince

describe('files nobody has', () => {
  it('are noted first and removed after their thirty days, with all that is kept of them', async () => {
    expect(GRACE_DAYS).toBe(30)
    expect(await removeUnusedFiles(database, now)).toBe(0)
    expect(await unusedSince(UNUSED)).toBe(NOW)
    expect(await removeUnusedFiles(database, now + GRACE_DAYS * DAY)).toBe(0)
    expect(await removeUnusedFiles(database, now + GRACE_DAYS * DAY + 1)).toBe(1)
    expect(await here()).toEqual([USED])
    expect(await database.getAllKeys('fileBytes')).toEqual([USED])
  })

  it('are had again once an assessment names them', async () => {
    await removeUnusedFiles(database, now)
    const again = changesOf({ kind: 'file', id: 'f2' }, { document: 'd1', sha256: UNUSED, name: 'x' })
    await putAssessment(database, storedAssessment('lain'), [
      ...changesOf(documentTarget('d1'), { title: 'x' }),
      ...again,
    ])
    await removeUnusedFiles(database, now + 100 * DAY)
    expect(await unusedSince(UNUSED)).toBeNull()
  })

  it('are those of an assessment in Sampah not', async () => {
    await putAssessment(database, storedAssessment(ID, { deletedAt: NOW }), changes)
    await removeUnusedFiles(database, now)
    await removeUnusedFiles(database, now + 100 * DAY)
    expect(await here()).toEqual([USED])
  })

  it('stay while one of two assessments has them, such as one begun from another', async () => {
    await putAssessment(database, storedAssessment('penerus'), changes)
    await eraseAssessment(database, ID)
    await removeUnusedFiles(database, now)
    await removeUnusedFiles(database, now + 100 * DAY)
    expect(await here()).toEqual([USED])
    await eraseAssessment(database, 'penerus')
    await removeUnusedFiles(database, now)
    expect(await unusedSince(USED)).toBe(NOW)
  })

  it('are those that were taken off their document', async () => {
    await putAssessment(database, storedAssessment(ID), [...changes, changeOf('r', file, 'removed', true)])
    await removeUnusedFiles(database, now)
    expect(await unusedSince(USED)).toBe(NOW)
  })

  it('stay, all of them, while a change cannot be read', async () => {
    const bad = { ...changes[0], id: 'rusak', at: 'kemarin' } as Change
    await database.put('changes', { assessment: ID, field: 'x', change: bad }, [ID, 'rusak'])
    await expect(removeUnusedFiles(database, now + 100 * DAY)).rejects.toThrow()
    expect(await here()).toEqual([USED, UNUSED])
  })
})

describe('a backup counts', () => {
  it('only with the bytes of its files', async () => {
    await noteBackup(database, ID, changes, NOW)
    expect((await readAssessment(database, ID))?.local.unsavedSince).not.toBeNull()
    await noteBackup(database, ID, changes, NOW, new Set([USED]))
    expect((await readAssessment(database, ID))?.local.unsavedSince).toBeNull()
  })

  it('without bytes that are not on this computer either', async () => {
    await database.delete('files', USED)
    await noteBackup(database, ID, changes, NOW)
    expect((await readAssessment(database, ID))?.local.unsavedSince).toBeNull()
  })
})

describe('everything is removed', () => {
  it('only once all of it is known to lie elsewhere', async () => {
    expect(await removeEverything(database)).toBe(false)
    expect(await here()).toEqual([USED, UNUSED])
    await noteBackup(database, ID, changes, NOW, new Set([USED]))
    expect(await removeEverything(database)).toBe(true)
    expect(await database.count('assessments')).toBe(0)
    expect(await database.count('changes')).toBe(0)
    expect(await database.count('fileBytes')).toBe(0)
  })
})

describe('an assessment that cannot be read', () => {
  const broken = { assessment: { id: 'rusak' }, local: { unsavedSince: NOW } }
  const remove = (...givenUp: string[]) => removeEverything(database, givenUp)

  it('is removed with everything only where the person was told of it, and no other unsaved one with it', async () => {
    await database.put('assessments', broken as never, 'rusak')
    expect(await remove('rusak')).toBe(false)
    await noteBackup(database, ID, changes, NOW, new Set([USED]))
    expect(await remove()).toBe(false)
    expect(await remove('lain')).toBe(false)
    expect(await here()).toEqual([USED, UNUSED])
    expect(await remove('rusak')).toBe(true)
    expect(await database.count('assessments')).toBe(0)
  })
})

describe('files of a parcel', () => {
  const incoming = async function* (names: readonly string[]) {
    for (const name of names) {
      await Promise.resolve()
      yield { sha256: name.repeat(64), extension: 'pdf', bytes: new Blob([name]), crc32: 1 }
    }
  }

  it('are kept as unused until the changes follow', async () => {
    const kept = await keepRestored(database, incoming(['c', 'd']), NOW, () => undefined)
    expect(kept).toEqual({ status: 'restored', files: 2 })
    expect(await unusedSince('c'.repeat(64))).toBe(NOW)
  })

  it('say when the disk is full, and those here stay as they were', async () => {
    fillDisk((store) => store === 'fileBytes')
    await expect(keepRestored(database, incoming(['c', 'd']), NOW, () => undefined)).rejects.toMatchObject({
      name: 'QuotaExceededError',
    })
    expect(await here()).toEqual([USED, UNUSED])
  })

  it('are on disk when a later one is not what was sealed, and when the disk fills up behind them', async () => {
    const batch = Array.from({ length: 50 }, (_, at) => String.fromCodePoint(0x100 + at))
    async function* thenAltered() {
      yield* incoming(batch)
      yield { fault: { kind: 'altered', name: 'files/x' } } as const
    }
    const told: number[] = []
    const refused = await keepRestored(database, thenAltered(), NOW, (done) => told.push(done))
    expect(refused).toEqual({ status: 'refused', fault: { kind: 'altered', name: 'files/x' } })
    expect(told).toEqual([100])
    expect(await database.count('fileBytes')).toBe(52)

    const more = [...batch.map((name) => `${name}+`), 'x']
    fillDisk((store) => store === 'fileBytes')
    const full = keepRestored(database, incoming(more), NOW, (done) => told.push(done))
    await expect(full).rejects.toMatchObject({ name: 'QuotaExceededError' })
    expect(told).toEqual([100])
    expect(await database.count('fileBytes')).toBe(52)
  })
})
