/** Text nobody should write, in every field: kept harmless, refused in plain words, and never a change by itself. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readBack } from '../report/pdf/read-back'
import { begin } from './backup'
import { expect, test } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'

const script = '<script>alert(1)</script>'
const link = 'javascript:alert(1)'
const hostile = `\u0007A\u202eB\u200f ${script} <img src=x onerror=alert(1)> ${link} \u0000\u009fC\ufeff`
/** Without control characters and marks that turn the direction of writing; every word is left. */
const kept = `AB ${script} <img src=x onerror=alert(1)> ${link} C`

test.beforeEach(({ page }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`a script ran: ${dialog.message()}`)
  })
})

test('a year and a name that cannot be are refused in Indonesian, and nothing is created', async ({
  page,
}) => {
  await page.goto('./')
  await page.getByRole('link', { name: 'Mulai penilaian', exact: true }).click()
  const year = page.getByLabel('Tahun penilaian?')
  const name = page.getByLabel('Nama lengkap instansi')
  await name.fill(' \u200b\u202e ')
  await year.fill('20226')
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await expect(page.getByRole('alert')).toHaveText([
    'Tulis nama instansi yang dinilai, misalnya “Kabupaten Contoh”.',
    'Tulis tahun dengan empat angka, antara 2000 dan 2100.',
  ])
  await expect(name).toBeFocused()
  await expect(year).toHaveAccessibleDescription(/Tulis tahun dengan empat angka/)
  await name.fill('x'.repeat(301))
  for (const wrong of ['1999', '2101', '２０２５', '2025.', '']) {
    await year.fill(wrong)
    await expect(page.getByText('Tulis tahun dengan empat angka, antara 2000 dan 2100.')).toBeVisible()
  }
  await expect(page.getByText('Terlalu panjang. Singkatkan sampai 300 huruf.')).toBeVisible()
  await page.getByRole('link', { name: '‹ Beranda' }).click()
  await expect(page.getByRole('heading', { name: 'Siapkan penilaian mandiri SPBE' })).toBeVisible()
})

test('a megabyte in a note is refused, and what was stored stays', async ({ page }) => {
  await begin(page, { answers: { I01: { analysis: 'Yang tersimpan' } } })
  const fillIn = new FillIn(page)
  await expect(fillIn.analysis).toHaveValue('Yang tersimpan')
  await fillIn.analysis.fill('abcdefgh'.repeat(131_072))
  await expect(page.getByRole('alert')).toHaveText(
    'Teks ini 1.048.576 huruf, batasnya 20.000. Yang tersimpan masih isian sebelumnya. Ringkas teks ini, atau rujuk sebagai dokumen.',
  )
  await page.reload()
  await expect(fillIn.analysis).toHaveValue('Yang tersimpan')
  await fillIn.analysis.fill('y'.repeat(20_000))
  await fillIn.saved()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('hostile text is harmless in every field, on every screen, and in the PDF', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('link', { name: 'Mulai penilaian', exact: true }).click()
  await page.getByLabel('Nama lengkap instansi').fill(hostile)
  await page.getByLabel('Unit Anda').fill(hostile)
  await page.getByLabel('Nama Anda').fill(hostile)
  await page.getByLabel('Tahun penilaian?').fill('2025')
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  const fillIn = new FillIn(page)
  const strip = new Strip(page)
  await expect(strip.strip).toContainText(kept)
  await fillIn.open(32)
  await fillIn.level(2).click()
  await fillEverything(page)
  await page.reload()

  await test.step('kept without what is dangerous', async () => {
    await expect(fillIn.analysis).toHaveValue(kept)
    await expect(page.getByLabel('Nama layanan/aplikasi yang dinilai')).toHaveValue(kept)
    for (const title of ['Justifikasi', 'Kendala dan tindak lanjut', 'Riwayat']) await fillIn.unfold(title)
    for (const label of ['Justifikasi', 'Kendala', 'Apa yang akan dilakukan', 'Siapa']) {
      await expect(fillIn.main.getByRole('textbox', { name: label, exact: true })).toHaveValue(kept)
    }
    await expect(page.getByLabel('Kalimat fakta Anda sendiri')).toHaveValue(kept)
  })
  await test.step('harmless on every screen', async () => {
    await harmless(page)
    await strip.go('Bukti')
    await expect(
      page.getByRole('navigation', { name: 'Kumpulan dokumen' }).getByRole('listitem'),
    ).toContainText(kept)
    await harmless(page)
    await strip.strip.getByRole('link', { name: /SPBE 47 indikator/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(kept)
    await harmless(page)
    await page.getByRole('link', { name: 'Lanjutkan' }).click()
  })
  await strip.go('Kirim')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Buat laporan PDF' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^[A-Za-z0-9-]+\.pdf$/)
  const bytes = new Uint8Array(readFileSync(await download.path()))
  const { pages } = await readBack(bytes)
  const printed = pages.map(({ text }) => text).join(' ')
  expect(printed).toContain(`Analisis ${kept}`)
  expect(printed.split(script).length).toBeGreaterThan(5)
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/(JavaScript|JS|URI|Launch)\b/)
})

async function fillEverything(page: Page): Promise<void> {
  const fillIn = new FillIn(page)
  await page.getByLabel('Nama layanan/aplikasi yang dinilai').fill(hostile)
  await fillIn.cite({
    Judul: hostile,
    Nomor: hostile,
    'Diterbitkan oleh': hostile,
    'Pasal, bab, atau bagian': hostile,
    Halaman: hostile,
    Keterangan: hostile,
  })
  await fillIn.analysis.fill(hostile)
  await page.getByRole('button', { name: 'Tambah kalimat sendiri' }).click()
  await page.getByLabel('Kalimat fakta Anda sendiri').fill(hostile)
  for (const [title, labels] of [
    ['Justifikasi', ['Justifikasi']],
    ['Kendala dan tindak lanjut', ['Kendala', 'Apa yang akan dilakukan', 'Siapa']],
  ] as const) {
    await fillIn.unfold(title)
    for (const label of labels) {
      await fillIn.main.getByRole('textbox', { name: label, exact: true }).fill(hostile)
    }
  }
  await fillIn.saved()
}

/** No element came of it, and no link leads anywhere but within the app. */
async function harmless(page: Page): Promise<void> {
  await expect(page.locator('body script, img')).toHaveCount(0)
  for (const link of await page.locator('a[href]').all()) {
    expect(await link.getAttribute('href')).toMatch(/^#/)
  }
}
