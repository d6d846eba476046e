/** Hasil, Daftar cepat and the texts that Kirim hands over: by keyboard, on paper, and the same figure everywhere. */
import { readFileSync } from 'node:fs'
import { readWorkbook } from '../../src/spreadsheet/files/read-xlsx'
import { textOf } from '../../src/spreadsheet/grid'
import { readBack } from '../report/pdf/read-back'
import { begin } from './backup'
import { expect, tabTo, test } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'

/** 1.3 % × 4 + 3 % × 5, everything else blank and counted as 1: 115.9 of 100. */
const answers = { values: { I01: 4, I47: 5 } }

test('every figure of Hasil opens to what it was made of, by keyboard, and the page prints', async ({
  page,
}) => {
  await begin(page, answers)
  await page.getByRole('link', { name: 'Hasil', exact: true }).click()
  const index = page.getByRole('region', { name: 'Angka utama' }).getByRole('button', { name: /^1,16/ })
  await expect(page.getByRole('heading', { level: 1, name: 'Hasil' })).toBeFocused()
  await tabTo(page, index, 12)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Dari mana angka ini' })
  await expect(dialog.getByText('115,90 ÷ 100,00 = 1,16')).toBeVisible()
  await expect(dialog.getByText('45 yang kosong dihitung 1.')).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: 'Kebijakan Internal SPBE' }))
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Kebijakan Internal Tata Kelola SPBE' }).click()
  await expect(dialog.getByText('16,90 ÷ 13,00 = 1,30')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(index).toBeFocused()

  const table = page.getByRole('region', { name: 'Tabel indikator' })
  await table.getByRole('button', { name: 'Tingkat' }).press('Enter')
  await expect(table.getByRole('rowheader').first()).toHaveText('Layanan Publik Sektor 3')
  await page.getByRole('combobox', { name: 'Tingkat' }).selectOption('Kosong')
  await expect(page.getByText('45 dari 47 indikator ditampilkan')).toBeVisible()

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByRole('img', { name: /Skala indeks/ })).toBeVisible()
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
})

test('two people at one laptop: levels from the quick list, then the notes and answers go out', async ({
  page,
}) => {
  await begin(page, answers)
  const fillIn = new FillIn(page)
  await page.getByRole('link', { name: 'Daftar cepat' }).click()
  await page
    .getByRole('radiogroup', { name: 'Tingkat indikator 1 Kebijakan Arsitektur SPBE' })
    .getByRole('radio')
    .nth(3)
    .focus()
  for (const key of ['ArrowDown', '2', 'ArrowDown', '3', 'ArrowDown', '1']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: /Rincian/ })).toContainText('1,20')
  await page.getByLabel(/yang dinilai, indikator 47$/).fill('Perizinan daring')
  await expect(page.locator('.facts')).not.toContainText('Menyimpan')
  await page.reload()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(5)
  await expect(page.getByLabel(/yang dinilai, indikator 47$/)).toHaveValue('Perizinan daring')
  await page
    .getByRole('radiogroup', { name: /indikator 3 / })
    .getByRole('radio')
    .nth(2)
    .press('Enter')
  await fillIn.at(3)
  await fillIn.analysis.fill('Data dikelola menurut pedoman.')
  await fillIn.saved()

  await page.getByRole('link', { name: 'Kirim', exact: true }).click()
  await page.getByRole('button', { name: /^Aplikasi kementerian/ }).click()
  const notes = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Unduh semua catatan' }).click()
  const text = readFileSync(await (await notes).path(), 'utf8')
  expect(text).toContain('3. Kebijakan Manajemen Data (tingkat 3)')
  expect(text).toContain('ANALISIS\r\nData dikelola menurut pedoman.')
  await expect(page.getByText('Catatan sudah diperiksa dan diserahkan ke peramban')).toBeVisible()

  await page.getByRole('button', { name: /^Kominfo/ }).click()
  const parcel = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan isian untuk digabung' }).click()
  const file = await (await parcel).path()
  await expect(page.getByText('Isian sudah diperiksa dan diserahkan ke peramban')).toBeVisible()
  await page.goto('./')
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  await page.locator('dialog input[type=file]').setInputFiles(file)
  await expect(page.getByText('Apa yang harus dilakukan?')).toBeVisible()
})

test('the same figures stand on Hasil, in the PDF, the workbook and the table', async ({ page }) => {
  const values = Object.fromEntries(
    Array.from({ length: 44 }, (_, index) => [
      `I${String(index + 1).padStart(2, '0')}`,
      1 + ((index * 7) % 5),
    ]),
  )
  await begin(page, { values })
  const strip = new Strip(page)
  await strip.go('Hasil')
  const table = page.getByRole('region', { name: 'Nilai domain dan aspek' })
  await expect(table.getByRole('rowheader', { name: 'Indeks sementara' })).toBeVisible()
  const shown = await table
    .locator('tr:has(button)')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('th')?.textContent ?? '',
        row.querySelector('button')?.firstChild?.textContent ?? '',
      ]),
    )
  expect(shown.at(-1)?.[0]).toBe('Indeks sementara')
  expect(shown).toHaveLength(13)

  const downloaded = async (button: string) => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    return readFileSync(await (await downloading).path())
  }
  await strip.go('Kirim')
  const report = await readBack(new Uint8Array(await downloaded('Buat laporan PDF')))
  await page.getByRole('button', { name: /^Kami sendiri/ }).click()
  const lines = (await downloaded('Unduh CSV')).toString('utf8').split('\r\n')
  const reading = await readWorkbook(new Uint8Array(await downloaded('Unduh Excel')))
  if (reading.status === 'refused') throw new Error(reading.fault.kind)
  const summary = reading.book.sheets.find(({ name }) => name === 'Ringkasan')?.rows ?? []
  const text = report.pages.map((one) => one.text).join(' ')
  for (const [name = '', value = ''] of shown) {
    const line = lines.find((candidate) => candidate.split(';').includes(name)) ?? ''
    expect(line.split(';'), `CSV: ${name}`).toContain(value)
    const cells = summary.find((row) => textOf(row[0] ?? null).replace(/^\d+\. /, '') === name) ?? []
    const figures = cells.map((cell) => textOf(cell)).map((cell) => Number(cell).toFixed(2).replace('.', ','))
    expect(figures, `XLSX: ${name}`).toContain(value)
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    expect(text, `PDF: ${name}`).toMatch(new RegExp(`${pattern}.{0,60}?${value}`))
  }
})
