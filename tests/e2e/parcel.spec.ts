/** A parcel with evidence files: written, carried to an empty profile, opened; with a password and without; and what goes wrong. */
import type { Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { checkParcel } from '../../src/handover/files/open-parcel'
import { writeBackup, type Backup } from '../../src/handover/backup'
import { changesOf, citationTarget, documentTarget } from '../examples/changes'
import { digestOf } from '../../src/handover/files/digest'
import { backupOf } from './backup'
import { BESIDE, expect, test } from './fixtures'
import { lay } from './laid'
import { give, otherComputer } from './other-computer'
import { Strip } from './pages/strip'
import { filesIn } from './private-folder'

interface Evidence {
  readonly sha256: string
  readonly crc32: number
  readonly base64: string
}

/** Bytes that look like nothing, of many lengths: none, one, and across the sizes read at a time. */
async function evidence(lengths: readonly number[]): Promise<Evidence[]> {
  return Promise.all(
    lengths.map(async (length) => {
      const bytes = new Uint8Array(randomBytes(length))
      const digest = await digestOf(new Blob([bytes]))
      return { ...digest, base64: Buffer.from(bytes).toString('base64') }
    }),
  )
}

/** Lays an assessment down whose document has these files, the last one on a confidential document; one is on Kirim. */
async function beginWith(page: Page, files: readonly Evidence[]): Promise<string> {
  const backup = JSON.parse(backupOf({ values: { I01: 2 } })) as Backup
  const changes = [
    ...backup.changes,
    ...changesOf(documentTarget('d1'), { title: 'Perbup 41/2023', kind: 'perda-perkada' }),
    ...changesOf(documentTarget('d2'), { title: 'Uji penetrasi', kind: 'laporan', confidential: true }),
    ...changesOf(citationTarget('c1'), { indicator: 'I01', document: 'd1', pages: '6' }),
    ...files.flatMap(({ sha256, base64 }, index) =>
      changesOf(
        { kind: 'file', id: `f${index}` },
        {
          document: index === files.length - 1 ? 'd2' : 'd1',
          sha256,
          name: `berkas ${index}.pdf`,
          size: Buffer.from(base64, 'base64').length,
          mediaType: 'pdf',
        },
      ),
    ),
  ]
  const [id = ''] = await lay(page, writeBackup({ ...backup, changes }))
  await page.evaluate(async (files) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('spbe-mandiri')
      opening.onsuccess = () => resolve(opening.result)
    })
    const transaction = database.transaction(['files', 'fileBytes'], 'readwrite')
    for (const { sha256, crc32, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const row = { sha256, crc32, size: bytes.length, mediaType: 'pdf' }
      transaction
        .objectStore('files')
        .put({ ...row, addedAt: '2025-06-12T02:15:00.000Z', facts: null, unusedSince: null }, sha256)
      transaction.objectStore('fileBytes').put(new Blob([bytes]), sha256)
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
  }, files)
  await page.goto(`./#/nilai/${id}/kirim`)
  return id
}

/** All bytes on the disk of a page, by SHA-256. */
async function bytesOnDisk(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('spbe-mandiri')
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = database.transaction('fileBytes').objectStore('fileBytes')
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const [keys, blobs] = await Promise.all([
      settled(store.getAllKeys() as IDBRequest<string[]>),
      settled(store.getAll() as IDBRequest<Blob[]>),
    ])
    const texts = await Promise.all(
      blobs.map(async (blob) => {
        const bytes = new Uint8Array(await blob.arrayBuffer())
        let text = ''
        for (const byte of bytes) text += String.fromCharCode(byte)
        return btoa(text)
      }),
    )
    database.close()
    return Object.fromEntries(keys.map((key, index) => [key, texts[index] ?? '']))
  })
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
}) => {
  const files = await evidence(LENGTHS)
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
  const expected = Object.fromEntries(files.map(({ sha256, base64 }) => [sha256, base64]))
  expect(await bytesOnDisk(other)).toEqual(expected)
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
    const file = { name: 'paket.zip', mimeType: '', buffer: bytes }
    await page.getByLabel('Paket yang diperiksa').setInputFiles(file)
    await expect(page.getByText('Berkas ini tidak utuh.')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Berubah' })).toHaveCount(1)
    await give(page, file)
    await expect(page.getByRole('alert')).toContainText('berubah sejak paket ini disegel')
    await page.getByRole('button', { name: 'Batal' }).click()
  })
  await test.step('merged where the bytes are gone, it brings them back', async () => {
    await withoutBytes(page)
    expect(await bytesOnDisk(page)).toEqual({})
    await give(page, path)
    await page.getByRole('dialog').getByRole('button', { name: 'Gabungkan' }).click()
    await expect(page.getByRole('dialog')).toContainText('0 perubahan baru')
    await page.getByRole('button', { name: 'Selesai' }).click()
    expect(await bytesOnDisk(page)).toEqual(expected)
  })
  await test.step('and then everything may be removed from this computer', async () => {
    await page.goto('./#/penyimpanan')
    await expect(page.getByText('5 berkas, 4,4 MB')).toBeVisible()
    await expect(page.getByText(/^\d.* dari \d.* yang disediakan peramban$/)).toBeVisible()
    await page.getByRole('button', { name: 'Hapus semua dari komputer ini' }).click()
    await page.getByRole('button', { name: 'Hapus semua', exact: true }).click()
    await expect(page.getByText('Semua sudah dihapus dari peramban ini.')).toBeVisible()
    expect(await bytesOnDisk(page)).toEqual({})
  })
})

test('for the coordinator, locked and without the confidential document', async ({
  page,
  browser,
  baseURL,
}) => {
  const files = await evidence([500, 900])
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
  const [open] = files
  expect(await bytesOnDisk(other)).toEqual({ [open?.sha256 ?? '']: open?.base64 })
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
  await beginWith(page, await evidence([5_000_000, 4_000_000]))
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
  expect(await bytesOnDisk(other)).toEqual({})
  await other.getByRole('button', { name: 'Batal' }).click()
  await expect(other.getByRole('link', { name: 'Mulai penilaian', exact: true })).toBeVisible()
  await other.context().close()
})
