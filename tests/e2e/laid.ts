/** Assessments laid into the browser's database past the app, as it would itself have stored them from their backups. */
import { expect, type Page } from '@playwright/test'
import { fieldKey } from '../../src/answers/change'
import { readBackup, type Backup } from '../../src/handover/backup'
import { DATABASE_NAME, type ChangeRow } from '../../src/storage/database'
import type { StoredAssessment } from '../../src/storage/stored-assessment'
import { BESIDE } from './fixtures'

interface Laid {
  readonly stored: StoredAssessment
  readonly rows: readonly ChangeRow[]
}

/**
 * Lays assessments down from the texts of their backups, the last one changed last, and returns their ids. The page is
 * then beside the app: go to the address one wants.
 */
export async function lay(page: Page, ...backups: readonly string[]): Promise<string[]> {
  const now = Date.now()
  const laid = backups.map((text, index) => laidOf(parsed(text), new Date(now + index).toISOString()))
  await goBeside(page)
  await page.evaluate(
    async ({ name, laid }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('database'))
      })
      const transaction = database.transaction(['assessments', 'changes'], 'readwrite')
      for (const { stored, rows } of laid) {
        const { id } = stored.assessment
        transaction.objectStore('assessments').put(stored, id)
        for (const row of rows) transaction.objectStore('changes').put(row, [id, row.change.id])
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
      })
      database.close()
    },
    { name: DATABASE_NAME, laid },
  )
  return laid.map(({ stored }) => stored.assessment.id)
}

/** Leaves the app, whose database is made by nobody but itself. */
async function goBeside(page: Page): Promise<void> {
  if (!page.url().endsWith(BESIDE.slice(1))) await page.goto(BESIDE)
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  if (names.includes(DATABASE_NAME)) return
  await page.goto('./')
  await expect(page.getByRole('link', { name: 'Mulai penilaian', exact: true })).toBeVisible()
  await page.goto(BESIDE)
}

function parsed(text: string): Backup {
  const reading = readBackup(text)
  if (reading.status === 'refused') throw new Error(`no backup: ${reading.fault.kind}`)
  return reading.backup
}

function laidOf({ assessment, changes, unit, person }: Backup, at: string): Laid {
  const local = {
    unit,
    person,
    place: null,
    lastChangeAt: at,
    deletedAt: null,
    backup: null,
    unsavedSince: at,
  }
  const rows = changes.map((change): ChangeRow => ({
    assessment: assessment.id,
    field: fieldKey(change.target, change.field),
    change,
    final: true,
  }))
  return { stored: { assessment, local }, rows }
}
