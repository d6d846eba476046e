import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { putAssessment } from '../../src/storage/assessments'
import { readChanges, type Saving } from '../../src/storage/changes'
import type { Database } from '../../src/storage/database'
import { rescue, takeUpRescued } from '../../src/storage/rescue'
import { memoryStorage } from '../session/tabs'
import { freshDatabase, ID, NOW, storedAssessment, text } from './fresh'
import { fillDisk } from './full-disk'

let database: Database

beforeEach(async () => {
  database = await freshDatabase()
  await putAssessment(database, storedAssessment(), [])
  vi.stubGlobal('localStorage', memoryStorage())
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  database.close()
})

function saving(id: string, value: string): Saving {
  return { change: text(id, value), otherId: `${id}-other` }
}

async function stored() {
  return Object.fromEntries((await readChanges(database, ID)).map(({ id, value }) => [id, value]))
}

it('what a page rescued is saved at the next start, once', async () => {
  expect(rescue('tab', ID, [saving('a', 'satu'), saving('b', 'dua')])).toBe(true)
  expect(await takeUpRescued(database, NOW)).toBe(2)
  expect(await stored()).toEqual({ a: 'satu', b: 'dua' })
  expect(localStorage.length).toBe(0)
  expect(await takeUpRescued(database, NOW)).toBe(0)
})

it('pages do not overwrite each other’s rescue', async () => {
  rescue('tab-1', ID, [saving('a', 'satu')])
  rescue('tab-2', ID, [saving('b', 'dua')])
  await takeUpRescued(database, NOW)
  expect(await stored()).toEqual({ a: 'satu', b: 'dua' })
})

it('an empty rescue clears what was rescued before', async () => {
  rescue('tab', ID, [saving('a', 'satu')])
  rescue('tab', ID, [])
  expect(await takeUpRescued(database, NOW)).toBe(0)
  expect(await stored()).toEqual({})
})

it('a text that stands twice, in a save under way and typed on, is taken up with its newest letters', async () => {
  rescue('tab', ID, [saving('a', 'sa'), saving('a', 'satu')])
  const later = { change: { ...text('a', 'satu'), at: '2025-06-02T01:00:05Z' }, otherId: 'a-other' }
  rescue('tab', ID, [saving('a', 'sa'), later])
  await takeUpRescued(database, NOW)
  expect(await stored()).toEqual({ a: 'satu' })
})

it('what cannot be read stays, and keeps nothing else back', async () => {
  const unreadable = [
    '{',
    '7',
    '{"assessment":"x"}',
    '{"assessment":"x","savings":[{"change":{},"otherId":"y"}]}',
  ]
  for (const [index, words] of unreadable.entries()) {
    localStorage.setItem(`spbe-mandiri/rescue/${index}`, words)
  }
  localStorage.setItem('something-else', 'not ours')
  rescue('tab', ID, [saving('a', 'satu')])
  expect(await takeUpRescued(database, NOW)).toBe(1)
  expect(await stored()).toEqual({ a: 'satu' })
  expect(localStorage.length).toBe(unreadable.length + 1)
})

it('what cannot be saved now stays and is saved when there is room', async () => {
  rescue('tab', ID, [saving('a', 'satu')])
  fillDisk()
  expect(await takeUpRescued(database, NOW)).toBe(0)
  vi.restoreAllMocks()
  expect(await stored()).toEqual({})
  expect(await takeUpRescued(database, NOW)).toBe(1)
  expect(await stored()).toEqual({ a: 'satu' })
})

it('what a living tab rescued meanwhile is not thrown away with what was taken up', async () => {
  rescue('tab', ID, [saving('a', 'satu')])
  const taking = takeUpRescued(database, NOW)
  rescue('tab', ID, [saving('a', 'satu'), saving('b', 'dua')])
  await taking
  await takeUpRescued(database, NOW)
  expect(await stored()).toEqual({ a: 'satu', b: 'dua' })
})

it('says when localStorage has no room, and keeps the app from nothing', () => {
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError')
  })
  expect(rescue('tab', ID, [saving('a', 'satu')])).toBe(false)
})

it('a browser that refuses localStorage altogether can still be worked in', async () => {
  vi.stubGlobal('localStorage', undefined)
  expect(rescue('tab', ID, [saving('a', 'satu')])).toBe(false)
  expect(await takeUpRescued(database, NOW)).toBe(0)
})
