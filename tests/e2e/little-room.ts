/** A browser that leaves the site little room, and takes that back. */
import type { BrowserContext, Page } from '@playwright/test'
import { backupOf, openBackup } from './backup'
import { expect } from './fixtures'
import { FillIn } from './pages/fill-in'
import type { Profile } from './profile'
import { expectOnDisk } from './storage-data'

/** Room beside what is there, so that the app can begin; then everything is filled up. Bytes. */
const ROOM = 2_000_000

/**
 * Starts the browser anew with little room for the site: Chromium asks for the quota when a database is opened and then
 * counts for itself, so that a limit set later would show only after half a minute.
 */
export async function startWithLittleRoom(
  profile: Profile,
  address: string,
  room: number = ROOM,
): Promise<Page> {
  const first = await profile.launch()
  const page = await firstPage(first)
  await page.goto(address)
  await openBackup(page, backupOf({ values: { I02: 3 } }))
  await new FillIn(page).analysis.fill('Sudah tersimpan.')
  await expectOnDisk(page, 'I01', 'Sudah tersimpan.')
  const inside = page.url()
  await first.close()

  const context = await profile.launch()
  const again = await firstPage(context)
  await again.goto(`${address}icon.svg`)
  const usage = await again.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  await quota(again, usage + room)
  await again.goto(inside)
  await expect(new FillIn(again).analysis).toHaveValue('Sudah tersimpan.')
  return again
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage()
}

/** Leaves the site so much room in all, or again all there is. */
export async function quota(page: Page, quotaSize?: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  })
}
