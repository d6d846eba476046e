/** The browser ends while a parcel is taken in: nothing of it is there by half, and the next time all of it arrives. */
import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { digestOf } from '../../src/handover/files/digest'
import { spbe2020 } from '../examples/spbe-2020'
import { EVERYTHING, sourceOf, worldOf, writtenParcel } from '../handover/parcel-fixture'
import { expect } from './fixtures'
import { test } from './profile'

/** Four batches of them. */
const FILES = 170

test('killed at moments of a restore, it leaves no assessment without its files', async ({
  profile,
  site,
}, info) => {
  const names = Array.from({ length: FILES }, (_, index) => `berkas-${index}`)
  const world = await worldOf(names.map((name) => ({ name, text: `%PDF ${name} ${'x'.repeat(20_000)}` })))
  const { blob } = await writtenParcel(sourceOf(world, EVERYTHING, null, spbe2020))
  const path = info.outputPath('paket.zip')
  writeFileSync(path, new Uint8Array(await blob.arrayBuffer()))
  for (const kept of [0, 1, 60]) {
    const page = await opened(await profile.launch(), site.address)
    await restore(page, path)
    await expect.poll(() => filesOnDisk(page).then((rows) => rows.length)).toBeGreaterThanOrEqual(kept)
    await profile.kill()
  }
  const page = await opened(await profile.launch(), site.address)
  const assessments = await page.getByRole('link', { name: 'Kabupaten Contoh, 2025' }).count()
  const rows = await filesOnDisk(page)
  // The changes come last: where they are, all files are.
  if (assessments > 0) expect(rows).toHaveLength(FILES)
  for (const { sha256, text } of rows) expect((await digestOf(new Blob([text]))).sha256).toBe(sha256)
  if (assessments === 0) {
    await restore(page, path)
    await expect(page.getByRole('radiogroup')).toBeVisible()
  }
  expect(await filesOnDisk(page)).toHaveLength(FILES)
})

async function opened(
  context: { pages(): Page[]; newPage(): Promise<Page> },
  address: string,
): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  await expect(page.getByRole('link', { name: 'Mulai penilaian' })).toBeVisible()
  return page
}

async function restore(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  await page.getByLabel('Berkas cadangan atau isian').setInputFiles(path)
  await page.getByRole('button', { name: /^(Buka|Gabungkan)$/ }).click()
}

/** The files on the disk, each with its text: facts and bytes come in one transaction. */
async function filesOnDisk(page: Page): Promise<{ sha256: string; text: string }[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('spbe-mandiri')
      opening.onsuccess = () => resolve(opening.result)
    })
    const transaction = database.transaction(['files', 'fileBytes'])
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const [keys, blobs] = await Promise.all([
      settled(transaction.objectStore('files').getAllKeys() as IDBRequest<string[]>),
      settled(transaction.objectStore('fileBytes').getAll() as IDBRequest<Blob[]>),
    ])
    database.close()
    return Promise.all(
      keys.map(async (sha256, index) => ({ sha256, text: (await blobs[index]?.text()) ?? '' })),
    )
  })
}
