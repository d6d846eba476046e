/** A parcel with evidence files: written, carried to an empty profile, opened; with a password and without; and what goes wrong. */
import type { Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { checkParcel } from '../../src/handover/files/open-parcel'
import { ASSESSMENT } from './a11y-states'
import { BESIDE, expect, test } from './fixtures'
import { filesOnDisk } from './files-data'
import { give, otherComputer } from './other-computer'
import { Strip } from './pages/strip'
import { layPool, sha256Of, type LaidFile } from './pool'
import { filesIn } from './private-folder'

/** Bytes that look like nothing, of many lengths: none, one, and across the sizes read at a time. */
function evidence(lengths: readonly number[]): LaidFile[] {
  return lengths.map((length, index) => ({
    document: index === lengths.length - 1 ? 'd2' : 'd1',
    name: `berkas ${index}.pdf`,
    mediaType: 'pdf',
    bytes: randomBytes(length),
  }))
}

/** Lays an assessment down whose document has these files, the last one on a confidential document; one is on Kirim. */
async function beginWith(page: Page, files: readonly LaidFile[]): Promise<void> {
  await layPool(page, {
    documents: {
      d1: { title: 'Perbup 41/2023', kind: 'perda-perkada' },
      d2: { title: 'Uji penetrasi', kind: 'laporan', confidential: true },
    },
    citations: [{ id: 'c1', indicator: 'I01', document: 'd1', pages: '6' }],
    files,
  })
  await page.goto(`./#/nilai/${ASSESSMENT}/kirim`)
}

/** Of each file on the disk of a page: what it is named by, and the SHA-256 of the bytes that lie there. */
async function sumsOnDisk(page: Page): Promise<Map<string, string | null>> {
  return new Map((await filesOnDisk(page)).map(({ sha256, found }) => [sha256, found]))
}

/** What they are when every byte has arrived. */
function whole(files: readonly LaidFile[]): Map<string, string> {
  return new Map(files.map(({ bytes }) => [sha256Of(bytes), sha256Of(bytes)]))
}

/** Takes all files out of the database, past the app: their changes stay. */
async function withoutBytes(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('spbe-mandiri')
      opening.onsuccess = () => resolve(opening.result)
    })
    const stores = ['files', 'fileBytes', 'thumbnails']
    const transaction = database.transaction(stores, 'readwrite')
    for (const store of stores) transaction.objectStore(store).clear()
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
  })
}

async function written(page: Page, recipient: RegExp, button: string): Promise<string> {
  await page.getByRole('button', { name: recipient }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return (await downloading).path()
}

const LENGTHS = [0, 1, 70_000, 4_300_000, 1234]

test('carried to an empty profile, everything is there byte for byte, and counts as a backup when dropped back in', async ({
  page,
  browser,
  baseURL,
}, info) => {
  const files = evidence(LENGTHS)
  await beginWith(page, files)
  const path = await written(page, /Kami sendiri/, 'Simpan cadangan')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('5 berkas bukti')
  const seal = (await dialog.locator('.seal').textContent()) ?? ''
  await page.getByRole('button', { name: 'Selesai' }).click()

  const other = await otherComputer(browser, baseURL)
  await give(other, path)
  await expect(other.getByRole('dialog')).toContainText('5 berkas bukti')
  await other.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(other.getByRole('radiogroup')).toBeVisible()
  expect(await sumsOnDisk(other)).toEqual(whole(files))
  await other.context().close()

  await test.step('Periksa berkas says so, with its seal, and offers to count it', async () => {
    await page.goto('./#/periksa')
    await page.getByLabel('Paket yang diperiksa').setInputFiles(path)
    await expect(page.getByText('Berkas ini utuh.')).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(LENGTHS.length + 3)
    await page
      .getByLabel('Segel yang Anda terima')
      .fill(seal.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))
    await expect(page.getByText('Segelnya sama.')).toBeVisible()
    await page.getByLabel('Segel yang Anda terima').fill('ZZZZ')
    await expect(page.getByText('Segelnya lain.')).toBeVisible()
    await page.getByRole('button', { name: /Hitung sebagai cadangan/ }).click()
    await expect(page.getByText('Semua isian sudah dicadangkan.')).toBeVisible()
  })
  await test.step('a flipped byte is named, and nothing is taken in', async () => {
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 400_000) ^ 1, bytes.length - 400_000)
    const file = info.outputPath('paket.zip')
    writeFileSync(file, bytes)
    await page.getByLabel('Paket yang diperiksa').setInputFiles(file)
    await expect(page.getByText('Berkas ini tidak utuh.')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Berubah' })).toHaveCount(1)
    await give(page, file)
    await expect(page.getByRole('alert')).toContainText('berubah sejak paket ini disegel')
    await page.getByRole('button', { name: 'Batal' }).click()
  })
  await test.step('merged where the bytes are gone, it brings them back', async () => {
    await withoutBytes(page)
    expect(await sumsOnDisk(page)).toEqual(new Map())
    await give(page, path)
    await page.getByRole('dialog').getByRole('button', { name: 'Gabungkan' }).click()
    await expect(page.getByRole('dialog')).toContainText('0 perubahan baru')
    await page.getByRole('button', { name: 'Selesai' }).click()
    expect(await sumsOnDisk(page)).toEqual(whole(files))
  })
  await test.step('and then everything may be removed from this computer', async () => {
    await page.goto('./#/penyimpanan')
    await expect(page.getByText('5 berkas, 4,4 MB')).toBeVisible()
    await expect(page.getByText(/^\d.* dari \d.* yang disediakan peramban$/)).toBeVisible()
    await page.getByRole('button', { name: 'Hapus semua dari komputer ini' }).click()
    await page.getByRole('button', { name: 'Hapus semua', exact: true }).click()
    await expect(page.getByText('Semua sudah dihapus dari peramban ini.')).toBeVisible()
    expect(await sumsOnDisk(page)).toEqual(new Map())
  })
})

test('for the coordinator, locked and without the confidential document', async ({
  page,
  browser,
  baseURL,
}) => {
  const files = evidence([500, 900])
  await beginWith(page, files)
  await page.getByRole('button', { name: /^Kominfo/ }).click()
  await expect(page.getByText('1 dokumen rahasia dengan rujukannya')).toBeVisible()
  await page.getByLabel('Kunci dengan kata sandi').check()
  const words = (await page.getByLabel('Kata sandi yang diusulkan').textContent()) ?? ''
  expect(words.split(' ')).toHaveLength(6)
  const path = await written(page, /^Kominfo/, 'Simpan isian untuk digabung')
  await page.getByRole('button', { name: 'Selesai' }).click()
  expect((await checkParcel(new Blob([readFileSync(path)]))).status).toBe('refused')

  await test.step('nothing of it stays unlocked: not of writing it, not of reading it again', async () => {
    const made = await filesIn(page, 'parcels')
    expect(made).toEqual([expect.stringMatching(/\.made$/)])
    await give(page, path)
    await page.getByLabel('Kata sandi paket ini').fill(words)
    await page.getByRole('button', { name: 'Buka kunci' }).click()
    await expect(page.getByRole('dialog')).toContainText('1 berkas bukti')
    expect(await filesIn(page, 'parcels')).toHaveLength(2)
    await page.getByRole('button', { name: 'Batal' }).click()
    await expect.poll(() => filesIn(page, 'parcels'), 'what the downloads still read stays').toEqual(made)
  })

  await page.goto('./#/penyimpanan')
  await expect(page.getByText('Simpan cadangannya dulu.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hapus semua dari komputer ini' })).toBeDisabled()

  const other = await otherComputer(browser, baseURL)
  await give(other, path)
  const password = other.getByLabel('Kata sandi paket ini')
  await password.fill('bukan kata sandinya')
  await other.getByRole('button', { name: 'Buka kunci' }).click()
  await expect(other.getByRole('alert')).toContainText('tidak cocok')
  await password.fill(`  ${words} `)
  await other.getByRole('button', { name: 'Buka kunci' }).click()
  await other.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(other.getByRole('radiogroup')).toBeVisible()
  expect(await sumsOnDisk(other)).toEqual(whole(files.slice(0, 1)))
  await new Strip(other).go('Bukti')
  await expect(other.getByText('Perbup 41/2023').first()).toBeVisible()
  await expect(other.getByText('Uji penetrasi')).toHaveCount(0)
  await other.context().close()
})

test('a disk that fills up while files are taken in leaves nothing of the assessment', async ({
  page,
  browser,
  baseURL,
}) => {
  await beginWith(page, evidence([5_000_000, 4_000_000]))
  const path = await written(page, /Kami sendiri/, 'Simpan cadangan')
  await page.getByRole('button', { name: 'Selesai' }).click()

  // Chromium asks for the quota when a database is opened: it is set before the app is.
  const other = await otherComputer(browser, baseURL, BESIDE)
  const session = await other.context().newCDPSession(other)
  const { origin } = new URL(other.url())
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 })
  await give(other, path)
  await other.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(other.getByRole('alert')).toContainText('Kosongkan ruang disk')
  expect(await sumsOnDisk(other)).toEqual(new Map())
  await other.getByRole('button', { name: 'Batal' }).click()
  await expect(other.getByRole('link', { name: 'Mulai penilaian', exact: true })).toBeVisible()
  await other.context().close()
})
