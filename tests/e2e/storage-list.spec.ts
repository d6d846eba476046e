/** The assessments of this computer: progress and last change, rename, copy, Sampah and its thirty days. */
import type { Page } from '@playwright/test'
import { backupOf } from './backup'
import { expect, freshTest, test } from './fixtures'
import { levels } from './instrument'
import { lay } from './laid'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { changesOnDisk, dump } from './storage-data'

const KABUPATEN = 'Kabupaten Contoh, 2025'
const KOTA = 'Kota Contoh, 2024'

async function home(page: Page): Promise<void> {
  await page.goto('./#/')
  await expect(page.getByRole('heading', { name: /^Selamat|^Siapkan/ })).toBeVisible()
}

/** Two assessments; the second one, opened last, stands on top. */
async function twoAssessments(page: Page): Promise<void> {
  await lay(
    page,
    backupOf({ values: levels(2) }),
    backupOf({ institution: 'Kota Contoh', year: 2024, values: { I01: 3, I02: 4 } }),
  )
  await home(page)
}

function row(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByLabel(`Lainnya untuk ${name}`).click()
  await row(page, name).getByText(action).click()
}

async function trash(page: Page): Promise<void> {
  await page.goto('./#/sampah')
  await expect(page.getByRole('heading', { name: 'Sampah' })).toBeVisible()
}

test('each shows its progress, its index and its last change, the last changed first', async ({ page }) => {
  await twoAssessments(page)
  await expect(page.getByRole('link', { name: /, 20\d\d$/ })).toHaveText([KOTA, KABUPATEN])
  await expect(row(page, KABUPATEN)).toContainText('47 dari 47 terjawab')
  await expect(row(page, KABUPATEN)).toContainText('2,00')
  await expect(row(page, KOTA)).toContainText('2 dari 47 terjawab')
  await expect(row(page, KOTA)).toContainText(/Diubah: Hari ini, \d\d\.\d\d/)
  await page.getByRole('link', { name: KABUPATEN }).click()
  await new FillIn(page).level(3).click()
  await new FillIn(page).saved()
  await home(page)
  await expect(page.getByRole('link', { name: /, 20\d\d$/ })).toHaveText([KABUPATEN, KOTA])
})

test('is renamed, and nothing else of it changes', async ({ page }) => {
  await twoAssessments(page)
  const answers = async () => (await changesOnDisk(page)).filter(({ target }) => target.kind === 'indicator')
  const before = await answers()
  await choose(page, KABUPATEN, 'Ganti nama atau tahun')
  await page.getByLabel('Nama lengkap instansi').fill('Kabupaten Baru')
  await page.getByLabel('Tahun penilaian').fill('2026')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText('Identitas penilaian tersimpan')).toBeVisible()
  await home(page)
  await expect(row(page, 'Kabupaten Baru, 2026')).toContainText('47 dari 47 terjawab')
  await expect(row(page, KOTA)).toBeVisible()
  expect(await answers()).toEqual(before)
})

test('is copied for trying things out; the first one stays as it is', async ({ page }) => {
  await lay(page, backupOf({ values: levels(2) }))
  await home(page)
  await choose(page, KABUPATEN, 'Salin untuk dicoba-coba')
  await expect(page.getByRole('link', { name: KABUPATEN })).toHaveCount(2)
  const copy = page.getByRole('listitem').filter({ hasText: 'salinan' })
  await copy.getByRole('link', { name: KABUPATEN }).click()
  const fillIn = new FillIn(page)
  await fillIn.level(5).click()
  await fillIn.saved()
  await expect(new Strip(page).strip).toContainText('Salinan')
  await home(page)
  await expect(copy).not.toContainText('2,00')
  await expect(row(page, KABUPATEN).filter({ hasNotText: 'salinan' })).toContainText('2,00')
})

test('deleted lies in Sampah: undone at once, or restored from there, whole', async ({ page }) => {
  await twoAssessments(page)
  const before = await changesOnDisk(page)
  await choose(page, KOTA, 'Hapus (ke Sampah)')
  await expect(row(page, KOTA)).toHaveCount(0)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(row(page, KOTA)).toBeVisible()

  await choose(page, KOTA, 'Hapus (ke Sampah)')
  await page.getByRole('link', { name: 'Sampah (1)' }).click()
  const deleted = page.getByRole('listitem').filter({ hasText: KOTA })
  await expect(deleted).toContainText(/Dihapus: Hari ini/)
  await expect(deleted).toContainText('2 dari 47 terjawab')
  await deleted.getByRole('button', { name: /^Pulihkan/ }).click()
  await expect(page.getByText('Sampah kosong')).toBeVisible()
  await home(page)
  await expect(row(page, KOTA)).toContainText('2 dari 47 terjawab')
  expect(await changesOnDisk(page)).toEqual(before)
})

test('an address of a deleted one says where it is', async ({ page }) => {
  await twoAssessments(page)
  await page.getByRole('link', { name: KOTA }).click()
  await new FillIn(page).at(1)
  const address = page.url()
  await home(page)
  await choose(page, KOTA, 'Hapus (ke Sampah)')
  await expect(row(page, KOTA)).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: /tidak ada di komputer ini/ })).toBeVisible()
  await page.getByRole('link', { name: 'Lihat Sampah' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: KOTA })).toBeVisible()
})

test('is erased for good only after a question, and alone', async ({ page }) => {
  await twoAssessments(page)
  await choose(page, KOTA, 'Hapus (ke Sampah)')
  await expect(row(page, KOTA)).toHaveCount(0)
  await trash(page)
  const before = await dump(page)
  const erase = page
    .getByRole('listitem')
    .filter({ hasText: KOTA })
    .getByRole('button', { name: /^Hapus selamanya/ })
  await erase.click()
  await page.keyboard.press('Escape')
  expect(await dump(page)).toEqual(before)
  await erase.click()
  await page.getByRole('dialog').getByRole('button', { name: /Hapus/ }).click()
  await expect(page.getByText('Sampah kosong')).toBeVisible()
  const after = await dump(page)
  expect(after.assessments?.rows).toHaveLength(1)
  expect(after.changes?.rows).toHaveLength(47 + 3)
})

freshTest('is kept for thirty days in Sampah, then gone', async ({ page }) => {
  await page.clock.install()
  await twoAssessments(page)
  await choose(page, KOTA, 'Hapus (ke Sampah)')
  await expect(row(page, KOTA)).toHaveCount(0)
  const deleted = Date.now()
  const day = 24 * 60 * 60 * 1000
  await page.clock.setSystemTime(deleted + 29.9 * day)
  await page.reload()
  await trash(page)
  await expect(page.getByRole('listitem').filter({ hasText: KOTA })).toBeVisible()
  await page.clock.setSystemTime(deleted + 30.1 * day)
  await page.reload()
  await trash(page)
  await expect(page.getByText('Sampah kosong')).toBeVisible()
  expect((await dump(page)).assessments?.rows).toHaveLength(1)
  await home(page)
  await expect(row(page, KABUPATEN)).toBeVisible()
})

test('another tab follows what is deleted and restored', async ({ context, page }) => {
  await twoAssessments(page)
  const other = await context.newPage()
  await home(other)
  await choose(page, KOTA, 'Hapus (ke Sampah)')
  await expect(row(other, KOTA)).toHaveCount(0)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(row(other, KOTA)).toBeVisible()
})
