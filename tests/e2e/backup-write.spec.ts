/** A backup is written, checked, and counts only when it is known to lie somewhere. */
import type { Download, Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { backupIn, begin } from './backup'
import { expect, test } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { changesOnDisk } from './storage-data'

async function goToBackup(page: Page): Promise<void> {
  await new Strip(page).go('Kirim')
  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  await expect(page.getByRole('heading', { name: 'Cadangan untuk kami sendiri' })).toBeVisible()
}

async function write(page: Page): Promise<Download> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  const file = await downloading
  await page.getByRole('button', { name: 'Selesai' }).click()
  return file
}

async function check(page: Page, path: string): Promise<void> {
  await page.getByLabel('Periksa cadangan yang sudah disimpan').setInputFiles(path)
}

const notBackedUp = (page: Page) => new Strip(page).fact('Belum dicadangkan')

test('handed to the browser it holds everything, but counts only once the file was chosen again', async ({
  page,
}) => {
  await begin(page, { values: { I01: 2, I02: 3 } })
  const fillIn = new FillIn(page)
  await fillIn.analysis.pressSequentially('kata terakhir')
  await goToBackup(page)
  const file = await write(page)
  expect(file.suggestedFilename()).toMatch(/^Cadangan-20\d\d-.*Kabupaten-Contoh.*\.zip$/)
  const path = await file.path()
  const { changes } = await backupIn(path)
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  expect([...changes].sort(byId)).toEqual((await changesOnDisk(page)).sort(byId))
  expect(changes.map(({ value }) => value)).toContain('kata terakhir')
  await expect(notBackedUp(page)).toBeVisible()

  await check(page, path)
  await expect(page.getByText(`Berkas ini utuh: ${changes.length} perubahan.`)).toBeVisible()
  await expect(notBackedUp(page)).toHaveCount(0)
  await page.reload()
  await expect(new Strip(page).fact('Dicadangkan')).toBeVisible()

  await new Strip(page).go('Isi')
  await fillIn.level(5).click()
  await expect(notBackedUp(page)).toBeVisible()
  await goToBackup(page)
  await check(page, path)
  await expect(page.getByText('Ada isian atau berkas bukti yang tidak ada dalam berkas ini')).toBeVisible()
  await expect(notBackedUp(page)).toBeVisible()
})

test('saved through the browser’s dialog it counts at once, and what came after does not', async ({
  page,
}, info) => {
  await begin(page, { values: { I01: 2 } })
  // The file system of the origin stands in for the one a person chooses in.
  await page.evaluate(() => {
    const picked: { suggestedName?: string }[] = []
    Object.assign(window, {
      picked,
      async showSaveFilePicker(options: { suggestedName: string }) {
        picked.push(options)
        const folder = await navigator.storage.getDirectory()
        return folder.getFileHandle('cadangan.zip', { create: true })
      },
    })
  })
  await goToBackup(page)
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  await expect(page.getByText('Cadangan sudah diperiksa dan tersimpan')).toBeVisible()
  await expect(new Strip(page).fact('Dicadangkan')).toBeVisible()
  await page.getByRole('button', { name: 'Unduh sekali lagi' }).waitFor({ state: 'detached' })
  const bytes = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const file = await (await folder.getFileHandle('cadangan.zip')).getFile()
    return [...new Uint8Array(await file.arrayBuffer())]
  })
  const path = info.outputPath('cadangan.zip')
  writeFileSync(path, Buffer.from(bytes))
  expect((await backupIn(path)).changes).toHaveLength((await changesOnDisk(page)).length)
})

test('a dialog that is closed again leaves it "belum dicadangkan"', async ({ page }) => {
  await begin(page)
  await page.evaluate(() => {
    Object.assign(window, {
      showSaveFilePicker: () => Promise.reject(new DOMException('', 'AbortError')),
    })
  })
  await goToBackup(page)
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  await expect(page.getByText('Cadangan dibatalkan')).toBeVisible()
  await expect(notBackedUp(page)).toBeVisible()
})

test('checking another file than the backup says what it is, and changes nothing', async ({ page }, info) => {
  await begin(page, { values: { I01: 2 } })
  await goToBackup(page)
  const backup = await backupIn(await (await write(page)).path())
  const good = JSON.stringify(backup)
  const choose = (name: string, text: string) =>
    page
      .getByLabel('Periksa cadangan yang sudah disimpan')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await choose('potong.json', good.slice(0, good.length / 2))
  await expect(page.getByRole('alert')).toContainText('terpotong')
  await choose(
    'lain.json',
    JSON.stringify({ ...backup, assessment: { ...backup.assessment, id: 'yang-lain' } }),
  )
  await expect(page.getByRole('alert')).toContainText('cadangan dari penilaian lain')
  await test.step('a file of another computer with as many changes does not count as a backup of this one', async () => {
    const changes = backup.changes.map((change, index) =>
      index === 3 ? { ...change, id: `lain-${index}` } : change,
    )
    await choose('komputer-lain.json', JSON.stringify({ ...backup, changes }))
    await expect(page.getByText('Ada isian atau berkas bukti yang tidak ada dalam berkas ini')).toBeVisible()
  })
  await expect(notBackedUp(page)).toBeVisible()
  expect(info.errors).toEqual([])
})
