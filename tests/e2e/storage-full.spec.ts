/** A full disk: told at once, nothing lost, saved by itself when there is room. */
import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { quota, startWithLittleRoom } from './little-room'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { test } from './profile'
import { dump } from './storage-data'

// What the service worker fetches takes room too, whenever it is done.
test.use({ serviceWorkers: 'block', browserOnProfile: 'shell' })

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
