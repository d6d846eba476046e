/** Spreadsheets out and in: what is written says what the app says, and nothing is taken in before it is accepted. */
import type { Download, Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWorkbook } from '../../src/spreadsheet/files/read-xlsx'
import { textOf, type ReadBook } from '../../src/spreadsheet/grid'
import { rewritten } from '../spreadsheet/rewrite'
import { begin } from './backup'
import { dist, expect, test } from './fixtures'
import { Strip } from './pages/strip'
import { changesOnDisk } from './storage-data'

async function goToExcel(page: Page): Promise<void> {
  await new Strip(page).go('Kirim')
  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  await expect(page.getByRole('heading', { name: 'Excel', exact: true })).toBeVisible()
}

async function downloaded(page: Page, button: string): Promise<Download> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return downloading
}

async function bookAt(path: string): Promise<ReadBook> {
  const reading = await readWorkbook(new Uint8Array(readFileSync(path)))
  if (reading.status === 'refused') throw new Error(reading.fault.kind)
  return reading.book
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Buka isian dari Excel').setInputFiles({ name, mimeType: '', buffer })
}

test('a workbook goes out with the index, and comes back changed: shown, taken at once, undone at once', async ({
  page,
}) => {
  await begin(page, {
    values: { I01: 2, I02: 3 },
    answers: { I01: { analysis: '=1+1 tetap teks' } },
  })
  await goToExcel(page)
  const file = await downloaded(page, 'Unduh Excel')
  await expect(page.getByText('Buku kerja Excel sudah diperiksa dan diserahkan ke peramban')).toBeVisible()
  expect(file.suggestedFilename()).toMatch(/^Isian-.*Kabupaten-Contoh.*\.xlsx$/)
  const book = await bookAt(await file.path())
  const summary = book.sheets.find((sheet) => sheet.name === 'Ringkasan')
  const index = summary?.rows.find((row) => textOf(row[0]) === 'Indeks sementara')?.[1]
  const strip = new Strip(page)
  const shown = (await strip.fact('Indeks sementara').textContent()) ?? ''
  expect(shown).toContain(textOf(index).replace('.', ','))

  const before = await changesOnDisk(page)
  const edited = await rewritten(book, { Isian: { C4: 5, C6: '4', F5: 'Analisis dari Excel.', C7: 9 } })
  await choose(page, 'Isian-diisi.xlsx', Buffer.from(edited))
  const dialog = page.getByRole('dialog', { name: 'Ambil 3 isian dari Excel?' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('sel C4')).toBeVisible()
  await expect(dialog.getByText('Angka yang diketik sebagai teks.')).toBeVisible()
  await expect(dialog.getByText('Sel C7, indikator 4: bukan tingkat pada instrumen ini (“9”).')).toBeVisible()
  expect(await changesOnDisk(page)).toHaveLength(before.length)

  await dialog.getByRole('button', { name: 'Ambil 3 isian' }).click()
  await expect(page.getByText('3 isian diambil dari Excel.', { exact: false }).first()).toBeVisible()
  await expect(strip.fact('Terjawab')).toHaveText(/^3\//)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(strip.fact('Terjawab')).toHaveText(/^2\//)
  await expect(strip.fact('Indeks sementara')).toHaveText(shown)
})

test('template and table are handed over; a file that is no workbook changes nothing', async ({ page }) => {
  await begin(page, { values: { I01: 2 } })
  await goToExcel(page)
  const template = await downloaded(page, 'Unduh templat')
  const answers = (await bookAt(await template.path())).sheets.find((sheet) => sheet.name === 'Isian')
  expect(answers?.rows.slice(3).every((row) => row[2] === null)).toBe(true)
  const table = await downloaded(page, 'Unduh CSV')
  expect(readFileSync(await table.path(), 'utf8')).toMatch(/^\uFEFFInstansi;Tahun;Bagian;/)
  await choose(page, 'surat.xlsx', Buffer.from('PK bukan zip'))
  await expect(page.getByText('Tidak ada yang berubah.')).toBeVisible()
  await expect(page.getByText('Berkas ini rusak atau tidak utuh.', { exact: false })).toBeVisible()
})

test('the code of spreadsheets lies in workers alone, and no page loads it', () => {
  const assets = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'))
  const knowing = assets.filter((name) =>
    readFileSync(join(dist, 'assets', name), 'utf8').includes('sharedStrings.xml'),
  )
  expect(knowing.map((name) => /^[a-z]+-worker/.exec(name)?.[0])).toEqual([
    'folder-worker',
    'spreadsheet-worker',
  ])
})
