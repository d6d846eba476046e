/** The ministry folder: looked at, downloaded and unzipped, written as real folders, called off, and what goes wrong. */
import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATABASE_NAME } from '../../src/storage/database'
import { readWorkbook } from '../../src/spreadsheet/files/read-xlsx'
import { textOf } from '../../src/spreadsheet/grid'
import { ASSESSMENT } from './a11y-states'
import { expect, test } from './fixtures'
import { layPool, sha256Of, type LaidFile } from './pool'
import { scannedPdf, textPdf } from './pool-files'

const decree = textPdf('Perbup 12/2022', 3)
const scan = scannedPdf('JBIG2Decode')
const secret = textPdf('Uji penetrasi', 1)
/** Long enough to be called off while it is written; its CRC is laid down wrong. */
const LARGE = 80_000_000

const documents = {
  perbup: { title: 'Peraturan Bupati tentang SPBE', number: '12', date: '2022-05-03' },
  pindai: { title: 'SK Tim' },
  foto: { title: 'Foto rapat' },
  uji: { title: 'Uji penetrasi', confidential: true },
  video: { title: 'Peragaan', shownAtInterview: true },
}
const citations = [
  { id: 'c1', indicator: 'I01', document: 'perbup', pages: '2' },
  { id: 'c2', indicator: 'I01', document: 'pindai' },
  { id: 'c3', indicator: 'I02', document: 'perbup' },
  { id: 'c4', indicator: 'I02', document: 'foto' },
  { id: 'c5', indicator: 'I02', document: 'uji', remark: 'temuan kritis' },
  { id: 'c6', indicator: 'I02', document: 'video' },
]

const files = (photo: Buffer): LaidFile[] => [
  {
    document: 'perbup',
    name: 'p.pdf',
    mediaType: 'pdf',
    bytes: decree,
    facts: { pages: 3, textLayer: 'ada' },
  },
  { document: 'pindai', name: 's.pdf', mediaType: 'pdf', bytes: scan, facts: { textLayer: 'tidak-ada' } },
  { document: 'foto', name: 'f.jpg', mediaType: 'jpeg', bytes: photo },
  { document: 'uji', name: 'u.pdf', mediaType: 'pdf', bytes: secret },
]

test('a folder for each indicator: as a ZIP and as real folders, byte for byte', async ({
  page,
  beforePages,
}) => {
  await beforePages(pickOwnFolder)
  await page.goto('./icon.svg')
  const photo = await noisyPhoto(page)
  await layPool(page, { documents, citations, files: files(photo) })
  await openMinistry(page)
  const main = page.getByRole('main')
  await expect(main.getByRole('row', { name: /^Berkas bukti 4/ })).toBeVisible()
  await main.getByText('1 berkas bukan pdf, zip, atau rar').click()
  await expect(main.getByText('2.b.Foto-rapat.jpg')).toBeVisible()
  await expect(main.getByText('1 berkas hasil pindai tanpa lapisan teks')).toBeVisible()
  await expect(main.getByText(/melebihi batas ukuran/)).toHaveCount(0)
  await main.getByLabel('Peringatkan berkas di atas').selectOption('2 MB')
  await expect(main.getByText('1 berkas melebihi batas ukuran')).toBeVisible()
  await expect(main.getByText(/^1 dokumen rahasia/)).toBeVisible()
  await main.getByLabel('Foto besar sebagai salinan lebih kecil').check()

  const downloading = page.waitForEvent('download')
  await main.getByRole('button', { name: 'Buat map (ZIP)' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Map-Kementerian-SPBE-2025-Kabupaten-Contoh.zip')
  await expect(main.getByText('Map kementerian sudah diperiksa dan diserahkan ke peramban.')).toBeVisible()
  const folder = mkdtempSync(join(tmpdir(), 'spbe-map-'))
  try {
    const path = await download.path()
    execFileSync('unzip', ['-tqq', path])
    execFileSync('unzip', ['-qq', path, '-d', folder])
    execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS.txt'], { cwd: folder })
    const [one = '', two = ''] = readdirSync(folder)
      .filter((name) => !name.includes('.'))
      .sort()
    expect(readdirSync(join(folder, one)).sort()).toEqual([
      '1.Catatan.txt',
      '1.a.Perbup-12-2022-SPBE.pdf',
      '1.b.SK-Tim.pdf',
    ])
    expect(readdirSync(join(folder, two)).sort()).toEqual([
      '2.Catatan.txt',
      '2.a.Perbup-12-2022-SPBE.pdf',
      '2.b.Foto-rapat.jpg',
    ])
    expect(readFileSync(join(folder, one, '1.a.Perbup-12-2022-SPBE.pdf')).equals(decree)).toBe(true)
    expect(readFileSync(join(folder, one, '1.b.SK-Tim.pdf')).equals(scan)).toBe(true)
    const copy = readFileSync(join(folder, two, '2.b.Foto-rapat.jpg'))
    expect(copy.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    expect(copy.length).toBeLessThan(photo.length * 0.8)
    const note = readFileSync(join(folder, two, '2.Catatan.txt'), 'utf8')
    expect(note).toContain(
      '2. Foto rapat, berkas 2.b.Foto-rapat.jpg\r\n3. Uji penetrasi, ditunjukkan saat interviu',
    )
    expect(note).not.toContain('temuan kritis')
    const index = await indexIn(readFileSync(join(folder, '00-Indeks.xlsx')))
    expect(index).toHaveLength(1 + citations.length)
    expect(index[4]?.slice(7)).toEqual([
      '2.b.Foto-rapat.jpg',
      String(copy.length),
      '',
      expect.stringContaining('bukan pdf, zip, atau rar'),
      'salinan lebih kecil',
      sha256Of(copy),
    ])
    expect(index[5]?.[7]).toBe('ditunjukkan saat interviu')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  await main.getByLabel('Foto besar sebagai salinan lebih kecil').uncheck()
  await main.getByLabel('Sertakan dokumen rahasia (1)').check()
  await main.getByRole('button', { name: 'Tulis sebagai folder' }).click()
  await expect(main.getByText('Map kementerian sudah diperiksa dan tersimpan.')).toBeVisible()
  const written = await writtenFiles(page, 'dipilih')
  const hashOf = (name: string) => written.find(([path]) => path.endsWith(`/${name}`))?.[1]
  expect(hashOf('2.b.Foto-rapat.jpg')).toBe(sha256Of(photo))
  expect(hashOf('2.c.Uji-penetrasi.pdf')).toBe(sha256Of(secret))
  expect(hashOf('2.a.Perbup-12-2022-SPBE.pdf')).toBe(sha256Of(decree))
  expect(written).toHaveLength(9)
})

test('called off or not read back as it was, nothing of it stays', async ({ page, beforePages }) => {
  await beforePages(pickOwnFolder)
  const file: LaidFile = { document: 'perbup', name: 'p.pdf', mediaType: 'pdf', bytes: decree }
  await layPool(page, { documents, citations: citations.slice(0, 1), files: [file] })
  await makeLarge(page, sha256Of(decree))
  await openMinistry(page)
  const main = page.getByRole('main')
  const bar = main.getByRole('progressbar')

  for (const button of ['Buat map (ZIP)', 'Tulis sebagai folder']) {
    await main.getByRole('button', { name: button }).click()
    await expect(bar).toHaveAttribute('aria-valuenow', /^([5-9]|[1-4]\d)$/)
    await main.getByRole('button', { name: 'Batalkan' }).click()
    await expect(main.getByText('Map kementerian dibatalkan. Tidak ada yang tertinggal.')).toBeVisible()
    expect(await writtenFiles(page)).toEqual([])
  }

  for (const button of ['Buat map (ZIP)', 'Tulis sebagai folder']) {
    await main.getByRole('button', { name: button }).click()
    await expect(main.getByRole('alert')).toContainText(
      '1.a.Perbup-12-2022-SPBE.pdf” tidak terbaca kembali',
      {
        timeout: 30_000,
      },
    )
    expect(await writtenFiles(page)).toEqual([])
  }

  await page.evaluate(() => {
    navigator.storage.estimate = () => Promise.resolve({ usage: 90_000_000, quota: 100_000_000 })
  })
  await main.getByRole('button', { name: 'Buat map (ZIP)' }).click()
  await expect(main.getByRole('alert')).toContainText('peramban hanya punya 10 MB')
  expect(await writtenFiles(page)).toEqual([])
})

async function openMinistry(page: Page): Promise<void> {
  await page.goto(`./#/nilai/${ASSESSMENT}/kirim`)
  await page.getByRole('button', { name: /^Aplikasi kementerian/ }).click()
}

/** Instead of the dialog that no test can answer: a folder of the browser's own. Runs before the app. */
function pickOwnFolder(): void {
  Object.assign(window, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('dipilih', { create: true }),
  })
}

/** Path and SHA-256 of every file in one or all of the browser's own folders. */
async function writtenFiles(page: Page, only?: string): Promise<[path: string, sha256: string][]> {
  return page.evaluate(async (only) => {
    const found: [string, string][] = []
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const handle of folder.values()) {
        const own = `${path}/${handle.name}`
        if (handle.kind === 'directory') {
          await walk(await folder.getDirectoryHandle(handle.name), own)
          continue
        }
        const bytes = await (await (await folder.getFileHandle(handle.name)).getFile()).arrayBuffer()
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
        found.push([own, Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('')])
      }
    }
    const root = await navigator.storage.getDirectory()
    for await (const { kind, name } of root.values()) {
      if (kind === 'directory' && name === (only ?? name))
        await walk(await root.getDirectoryHandle(name), name)
    }
    return found
  }, only)
}

/** A photo that packs badly, of over half a megabyte. */
async function noisyPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1800)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    const image = context.createImageData(canvas.width, canvas.height)
    let seed = 1
    for (let at = 0; at < image.data.length; at += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      image.data[at] = at % 4 === 3 ? 255 : seed >> 16
    }
    context.putImageData(image, 0, 0)
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
    )
    let text = ''
    for (let at = 0; at < bytes.length; at += 32_768)
      text += String.fromCharCode(...bytes.slice(at, at + 32_768))
    return btoa(text)
  })
  return Buffer.from(base64, 'base64')
}

/** Puts other, many bytes under a hash: what a broken disk might do, and long to write. */
async function makeLarge(page: Page, sha256: string): Promise<void> {
  await page.evaluate(
    async ({ name, sha256, size }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('database'))
      })
      const transaction = database.transaction(['files', 'fileBytes'], 'readwrite')
      const rows = transaction.objectStore('files')
      const reading = rows.get(sha256)
      reading.onsuccess = () => rows.put({ ...(reading.result as object), size }, sha256)
      transaction.objectStore('fileBytes').put(new Blob([new Uint8Array(size)]), sha256)
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
      })
      database.close()
    },
    { name: DATABASE_NAME, sha256, size: LARGE },
  )
}

/** The rows of the index's first sheet, as texts. */
async function indexIn(bytes: Buffer): Promise<string[][]> {
  const reading = await readWorkbook(new Uint8Array(bytes))
  if (reading.status === 'refused') throw new Error(reading.fault.kind)
  return (reading.book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => textOf(cell)))
}
