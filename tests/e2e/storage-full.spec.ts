/** A full disk: told at once, nothing lost, saved by itself when there is room. */
import type { BrowserContext, Page } from '@playwright/test'
import { backupOf, openBackup } from './backup'
import { expect, readyOffline } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { test, type Profile } from './profile'
import { dump, expectOnDisk } from './storage-data'

/** Room beside what is there, so that the app can begin; then everything is filled up. Bytes. */
const ROOM = 2_000_000

/**
 * Starts the browser anew with little room for the site: Chromium asks for the quota when a database is opened and then
 * counts for itself, so that a limit set later would show only after half a minute.
 */
async function startWithLittleRoom(profile: Profile, address: string): Promise<Page> {
  const first = await profile.launch()
  const page = await firstPage(first)
  await page.goto(address)
  await readyOffline(page)
  await openBackup(page, backupOf({ values: { I02: 3 } }))
  await new FillIn(page).analysis.fill('Sudah tersimpan.')
  await expectOnDisk(page, 'I01', 'Sudah tersimpan.')
  const inside = page.url()
  await first.close()

  const context = await profile.launch()
  const again = await firstPage(context)
  await again.goto(`${address}icon.svg`)
  const usage = await again.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  await quota(again, usage + ROOM)
  await again.goto(inside)
  await expect(new FillIn(again).analysis).toHaveValue('Sudah tersimpan.')
  return again
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage()
}

/** Leaves the site so much room in all, or again all there is. */
async function quota(page: Page, quotaSize?: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  })
}

/** Fills what is left with a database of its own, down to the last bytes. */
async function fillUp(page: Page): Promise<void> {
  const reasons = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ballast', 1)
      request.onupgradeneeded = () => void request.result.createObjectStore('stones', { autoIncrement: true })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('ballast'))
    })
    const put = (size: number) =>
      new Promise<string | null>((resolve) => {
        const transaction = database.transaction('stones', 'readwrite')
        transaction.objectStore('stones').add(new Uint8Array(size))
        transaction.oncomplete = () => resolve(null)
        transaction.onabort = () => resolve(transaction.error?.name ?? 'aborted')
      })
    const met: string[] = []
    for (const size of [100_000, 10_000, 1000, 100]) {
      for (let stone = 0; stone < 1000; stone += 1) {
        const reason = await put(size)
        if (reason === null) continue
        met.push(reason)
        break
      }
    }
    database.close()
    return met
  })
  expect(reasons).toEqual(Array.from({ length: 4 }, () => 'QuotaExceededError'))
}

test('says so, keeps the text in its field, and saves it by itself when there is room', async ({
  site,
  profile,
}) => {
  const page = await startWithLittleRoom(profile, site.address)
  const fillIn = new FillIn(page)
  const strip = new Strip(page)
  await fillUp(page)
  await fillIn.analysis.fill(`Belum tersimpan. ${'x'.repeat(5000)}`)
  await expect(strip.strip.getByRole('alert')).toHaveText('Penuh, belum tersimpan')
  await expect(fillIn.main.getByText('Penyimpanan penuh')).toBeVisible()
  const before = await dump(page)
  await test.step('more is entered meanwhile', async () => {
    await fillIn.level(4).click()
    await fillIn.open(2)
    await fillIn.analysis.fill('Juga belum.')
    await expect(strip.strip.getByRole('alert')).toHaveText('Penuh, belum tersimpan')
    await fillIn.open(1)
    await expect(fillIn.analysis).toHaveValue(/^Belum tersimpan\. x/)
    await expect(fillIn.level(4)).toBeChecked()
  })
  expect((await dump(page)).changes).toEqual(before.changes)

  await quota(page)
  await expect(fillIn.main.getByText(/^Tersimpan \d\d\.\d\d$/)).toBeVisible({ timeout: 10_000 })
  await page.reload()
  await expect(fillIn.analysis).toHaveValue(/^Belum tersimpan\. x{5000}$/)
  await expect(fillIn.level(4)).toBeChecked()
  await fillIn.open(2)
  await expect(fillIn.analysis).toHaveValue('Juga belum.')
  await expect(fillIn.level(3)).toBeChecked()
})

test('going to Beranda with the disk still full loses nothing either', async ({ site, profile }) => {
  const page = await startWithLittleRoom(profile, site.address)
  const fillIn = new FillIn(page)
  await fillUp(page)
  await fillIn.analysis.fill('Ditulis selagi penuh.')
  await expect(new Strip(page).strip.getByRole('alert')).toBeVisible()
  await new Strip(page).strip.getByRole('link', { name: /Kabupaten Contoh/ }).click()
  await test.step('opened again in the same tab it is still there', async () => {
    await page.getByRole('link', { name: 'Lanjutkan' }).click()
    await expect(fillIn.analysis).toHaveValue('Ditulis selagi penuh.')
    await new Strip(page).strip.getByRole('link', { name: /Kabupaten Contoh/ }).click()
    await expect(page.getByRole('link', { name: 'Lanjutkan' })).toBeVisible()
  })
  await test.step('and after the tab was closed on Beranda', async () => {
    const other = await page.context().newPage()
    await page.close({ runBeforeUnload: true })
    await other.goto(`${site.address}icon.svg`)
    await quota(other)
    await other.goto(site.address)
    await other.getByRole('link', { name: 'Lanjutkan' }).click()
    await expect(new FillIn(other).analysis).toHaveValue('Ditulis selagi penuh.')
  })
})
