/**
 * Cadangan otomatis: a folder is chosen, backups are written into it by themselves, and whatever becomes of the folder is
 * said. The folder stands in the browser's private file system, which is the same to a page as one a person picks.
 */
import type { Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { checkParcel } from '../../src/handover/files/open-parcel'
import { KEPT_COPIES } from '../../src/handover/kept-copies'
import { begin } from './backup'
import { standInForPicker } from './folder-picker'
import { expect, test } from './fixtures'
import { Strip } from './pages/strip'

/** What lies in the folder: by name, as base64; null where there is no folder. */
async function folder(page: Page): Promise<Map<string, string> | null> {
  const files = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const found = await root.getDirectoryHandle('flashdisk').catch(() => null)
    if (!found) return null
    const files: [string, string][] = []
    const entries = (found as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()
    for await (const handle of entries) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
      files.push([handle.name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))])
    }
    return files.sort(([one], [other]) => (one < other ? -1 : 1))
  })
  return files && new Map(files)
}

async function names(page: Page): Promise<string[]> {
  return [...((await folder(page))?.keys() ?? [])]
}

async function removeFolder(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry('flashdisk', { recursive: true }).catch(() => undefined)
  })
}

/** The newest parcel in the folder, found whole, with the bytes of its one evidence file. */
async function newest(page: Page) {
  const [name = '', base64 = ''] = [...((await folder(page)) ?? [])].at(-1) ?? []
  const bytes = Buffer.from(base64, 'base64')
  const reading = await checkParcel(new Blob([bytes]))
  if (reading.status === 'refused' || reading.fault || !reading.backup) throw new Error(`not whole: ${name}`)
  return { bytes, backup: reading.backup, entries: reading.entries }
}

const levelOf = ({ backup }: Awaited<ReturnType<typeof newest>>) =>
  backup.changes.filter(({ field }) => field === 'value').at(-1)?.value

async function chooseLevel(page: Page, level: number): Promise<void> {
  await new Strip(page).go('Isi')
  await page
    .getByRole('radiogroup')
    .getByRole('radio')
    .nth(level - 1)
    .check()
  await expect(new Strip(page).fact('Belum dicadangkan')).toBeVisible()
}

async function leave(page: Page): Promise<void> {
  const inside = page.url()
  await page.getByRole('link', { name: /Kabupaten Contoh · 2025/ }).click()
  await expect(page.getByRole('link', { name: 'Penyimpanan' })).toBeVisible()
  await page.evaluate((url) => void (location.href = url), inside)
  await expect(new Strip(page).strip).toBeVisible()
}

const failing = (page: Page) => page.getByText('Cadangan otomatis tidak tertulis.').first()

test('writes backups into the chosen folder by itself, and says what is in the way', async ({
  page,
  context,
  beforePages,
}) => {
  await beforePages(standInForPicker)
  await page.reload()
  await removeFolder(page)
  await begin(page, { values: { I01: 2 } })
  const strip = new Strip(page)
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])

  await test.step('chosen on Kirim, with its evidence file, after it was said that there is no lock', async () => {
    await strip.go('Bukti')
    await expect(page.getByRole('heading', { name: 'Belum ada bukti' })).toBeVisible()
    await page
      .getByLabel('Tambah berkas')
      .setInputFiles({ name: 'SK.pdf', mimeType: 'application/pdf', buffer: bytes })
    await expect(page.getByText('1 berkas tersimpan.').last()).toBeVisible()
    await strip.go('Kirim')
    await page.getByRole('button', { name: /Kami sendiri/ }).click()
    await expect(page.getByText('Tanpa kata sandi.')).toBeVisible()
    await page.getByRole('button', { name: 'Pilih folder' }).click()
    await expect(strip.fact('Dicadangkan')).toBeVisible()
    await expect(page.getByText('Cadangan otomatis aktif, ke folder flashdisk.')).toBeVisible()
    const written = await newest(page)
    expect(levelOf(written)).toBe(2)
    expect(written.entries.filter(({ path }) => path.startsWith('files/'))).toHaveLength(1)
    expect(written.bytes.includes(bytes)).toBe(true)
  })

  await test.step('after each stretch of work, keeping the last ones', async () => {
    const seen = new Set(await names(page))
    for (const level of [3, 4, 1, 3]) {
      await chooseLevel(page, level)
      await leave(page)
      await expect(strip.fact('Dicadangkan')).toBeVisible()
      expect(levelOf(await newest(page))).toBe(level)
      for (const name of await names(page)) seen.add(name)
    }
    expect(seen.size).toBe(5)
    expect(await names(page)).toEqual([...seen].sort().slice(-KEPT_COPIES))
    // Left without a change, nothing more is written.
    await leave(page)
    await expect(strip.fact('Dicadangkan')).toBeVisible()
    expect(await names(page)).toEqual([...seen].sort().slice(-KEPT_COPIES))
  })

  await test.step('a folder that is gone is told, and written to again when it is back', async () => {
    await removeFolder(page)
    await chooseLevel(page, 4)
    await leave(page)
    await expect(failing(page)).toBeVisible()
    await expect(page.getByText('Folder “flashdisk” tidak ditemukan.').first()).toBeVisible()
    await expect(strip.fact('Belum dicadangkan')).toBeVisible()
    await page.evaluate(async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('flashdisk', { create: true }),
    )
    // It never stops: after the next stretch it is tried again.
    await leave(page)
    await expect(strip.fact('Dicadangkan')).toBeVisible()
    await expect(failing(page)).toBeHidden()
    expect(levelOf(await newest(page))).toBe(4)
  })

  await test.step('after a restart the browser may want to be asked again', async () => {
    await page.evaluate(() => sessionStorage.setItem('permission', 'prompt'))
    await page.reload()
    await expect(page.getByText('Peramban menunggu izin Anda')).toBeVisible()
    await chooseLevel(page, 2)
    await page.getByRole('button', { name: 'Izinkan' }).click()
    await expect(strip.fact('Dicadangkan')).toBeVisible()
    expect(levelOf(await newest(page))).toBe(2)
  })

  await test.step('of two tabs that are hidden only one writes', async () => {
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(new Strip(other).strip).toBeVisible()
    const before = await names(page)
    await chooseLevel(page, 3)
    await expect(new Strip(other).fact('Belum dicadangkan')).toBeVisible()
    await Promise.all([page, other].map(hide))
    await expect(strip.fact('Dicadangkan')).toBeVisible()
    await expect(new Strip(other).fact('Dicadangkan')).toBeVisible()
    await other.close()
    expect((await names(page)).filter((name) => !before.includes(name))).toHaveLength(1)
    expect(levelOf(await newest(page))).toBe(3)
  })

  await test.step('stopped on Penyimpanan, and taken up again by undoing that', async () => {
    await page.goto('./#/penyimpanan')
    await page.getByRole('button', { name: 'Hentikan cadangan otomatis' }).click()
    await expect(page.getByRole('button', { name: 'Pilih folder' })).toBeVisible()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await expect(page.getByText('Cadangan otomatis aktif, ke folder flashdisk.')).toBeVisible()
  })
  await removeFolder(page)
})

/** As the browser does when another window is turned to. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'visible' })
  })
}
