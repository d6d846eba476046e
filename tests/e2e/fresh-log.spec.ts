/** Nothing can be entered before the fresh log of decision 025 has begun, and nothing keeps the app from opening for good. */
import type { Page } from '@playwright/test'
import { BESIDE, expect, freshTest as test } from './fixtures'

test.use({ serviceWorkers: 'block' })

declare global {
  interface Window {
    held: IDBDatabase
    asked: Promise<unknown>
  }
}

/** Holds the scratch database, as a tab that was frozen while it began a fresh log of its own. */
async function held(page: Page): Promise<void> {
  await page.goto(BESIDE)
  await page.evaluate(async () => {
    const opening = indexedDB.open('spbe-mandiri-log')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    window.held = opening.result
    window.asked = new Promise((resolve) => (window.held.onversionchange = () => resolve(null)))
  })
}

/** Opens the app with its clock standing still; resolves when it wants its fresh log and all else could long be there. */
async function opening(context: Page, other: Page): Promise<void> {
  await other.clock.install()
  await other.clock.pauseAt(new Date(Date.now() + 60_000))
  await other.goto('./')
  await context.evaluate(() => window.asked)
  await other.evaluate(async () => {
    for (let round = 0; round < 50; round += 1) {
      const request = indexedDB.open('spbe-mandiri')
      await new Promise((resolve) => (request.onsuccess = resolve))
      request.result.close()
    }
  })
}

test('the app is shown when its fresh log has begun', async ({ page, context }) => {
  await held(page)
  const app = await context.newPage()
  await opening(page, app)
  await expect(app.locator('.boot')).toHaveCount(1)
  await page.evaluate(() => window.held.close())
  await expect(app.getByRole('link', { name: 'Mulai penilaian', exact: true })).toBeVisible()
})

test('it is shown without one where it cannot begin', async ({ page, context }) => {
  await held(page)
  const app = await context.newPage()
  await opening(page, app)
  await app.clock.runFor(1000)
  await expect(app.getByRole('link', { name: 'Mulai penilaian', exact: true })).toBeVisible()
})
