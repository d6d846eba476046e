/** Storage that is refused, newer than this app, or wanted by a newer one: told in time, nothing touched. */
import type { Page } from '@playwright/test'
import { begin } from './backup'
import { BESIDE, expect, test } from './fixtures'
import { FillIn } from './pages/fill-in'
import { changesOnDisk, dump, textOnDisk } from './storage-data'

async function toldInsteadOfBeginning(page: Page, title: string): Promise<void> {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Muat ulang' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mulai penilaian' })).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
}

test.describe('a browser that refuses storage is told of before the first word', () => {
  test('because there is none', async ({ page, beforePages }) => {
    await beforePages(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await toldInsteadOfBeginning(page, 'Penyimpanan peramban diblokir')
  })

  test('because opening it throws', async ({ page, beforePages }) => {
    await beforePages(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('blocked by policy', 'SecurityError')
      }
    })
    await toldInsteadOfBeginning(page, 'Penyimpanan peramban diblokir')
  })

  test('because nothing can be written into it', async ({ page, beforePages }) => {
    await beforePages(() => {
      const put: IDBObjectStore['put'] = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
        ?.value as never
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...row: [unknown, IDBValidKey?]) {
        const request = put.apply(this, row)
        this.transaction.abort()
        return request
      }
    })
    await toldInsteadOfBeginning(page, 'Penyimpanan peramban diblokir')
  })
})

test('without localStorage it works all the same', async ({ page, beforePages }) => {
  await beforePages(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked by policy', 'SecurityError')
      },
    })
  })
  await begin(page)
  const fillIn = new FillIn(page)
  await fillIn.analysis.fill('Tanpa localStorage')
  await fillIn.saved()
  await page.reload()
  await expect(fillIn.analysis).toHaveValue('Tanpa localStorage')
})

test('a database of a newer version is not touched', async ({ page }) => {
  await page.goto(BESIDE)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('spbe-mandiri')
        const request = indexedDB.open('spbe-mandiri', 99)
        request.onupgradeneeded = () => {
          request.result.createObjectStore('assessments').put({ from: 'the future' }, 'a')
          request.result.createObjectStore('something-new').put(42, 'b')
        }
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
        request.onerror = () => reject(request.error ?? new Error('open'))
      }),
  )
  const before = await dump(page)
  expect(Object.keys(before)).toEqual(['assessments', 'something-new'])
  await toldInsteadOfBeginning(page, 'Data di komputer ini dibuat oleh versi yang lebih baru')
  await expect(page.getByText('Versi ini tidak menyentuh data itu')).toBeVisible()
  expect(await dump(page)).toEqual(before)
  const version = await page.evaluate(async () => (await indexedDB.databases())[0]?.version)
  expect(version).toBe(99)
})

test('a newer version in another tab: this one saves, closes and asks to be reloaded', async ({
  context,
  page,
}) => {
  await begin(page)
  const fillIn = new FillIn(page)
  const newer = await context.newPage()
  await newer.goto(BESIDE)
  await fillIn.analysis.pressSequentially('kata terakhir')
  const upgraded = await newer.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('spbe-mandiri', 99)
        request.onsuccess = () => {
          resolve(request.result.version)
          request.result.close()
        }
        request.onerror = () => reject(request.error ?? new Error('open'))
      }),
  )
  expect(upgraded).toBe(99)
  await expect(page.getByRole('heading', { name: 'Versi baru sudah dibuka di tab lain' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Muat ulang' })).toBeVisible()
  expect(await textOnDisk(newer, 'I01')).toBe('kata terakhir')
  const changes = await changesOnDisk(newer)
  await page.getByRole('button', { name: 'Muat ulang' }).click()
  await expect(page.getByRole('heading', { name: /versi yang lebih baru/ })).toBeVisible()
  expect(await changesOnDisk(newer)).toEqual(changes)
})
