/** What closes a self-assessment: general questions, the one-page summary, and the papers that are signed. */
import type { Download, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readBack } from '../report/pdf/read-back'
import { begin } from './backup'
import { expect, test } from './fixtures'
import { FillIn } from './pages/fill-in'

const answer = 'Layanan perizinan dan kepegawaian.'

test('general questions and names are kept, and stand in report, summary and papers', async ({ page }) => {
  await begin(page, { values: { I01: 4, I02: 1, I03: 2 } })
  const fillIn = new FillIn(page)
  await fillIn.list.getByRole('link', { name: /^Pertanyaan umum/ }).click()
  await expect(fillIn.heading).toHaveText('Pertanyaan umum')
  await fillIn.main.getByRole('textbox', { name: /^1\. / }).pressSequentially(answer)
  await fillIn.saved()
  await page.reload()
  await expect(fillIn.main.getByRole('textbox', { name: /^1\. / })).toHaveValue(answer)

  await page.getByRole('link', { name: 'Selesai: ke Kirim' }).click()
  await expect(fillIn.main.getByText('3 pertanyaan umum belum dijawab.')).toBeVisible()
  const report = await made(page, 'Buat laporan PDF', 'Laporan sudah diperiksa dan diserahkan ke peramban')
  const asked = report.pages.find(({ text }) => text.includes('Pertanyaan umum') && text.includes(answer))
  expect(asked?.text.match(/Belum dijawab/g)).toHaveLength(3)

  await recipient(page, 'Pimpinan')
  const summary = await made(
    page,
    'Ringkasan satu halaman (PDF)',
    'Ringkasan sudah diperiksa dan diserahkan ke peramban',
  )
  expect(summary.pages).toHaveLength(1)
  expect(summary.pages[0]?.text).toMatch(
    /Ringkasan untuk pimpinan .*Kekuatan \(1\).*44 indikator masih kosong/,
  )

  await recipient(page, 'Dokumen penutup')
  const head = fillIn.main.getByRole('group', { name: 'Penanggung jawab' })
  await head.getByRole('textbox', { name: 'Nama' }).fill('Nama Kepala')
  await fillIn.main.getByRole('textbox', { name: 'Nomor berita acara' }).fill('045/12/2025')
  await fillIn.main.getByLabel('Tanggal').fill('2025-06-20')
  await fillIn.saved()
  await page.reload()
  await recipient(page, 'Dokumen penutup')
  await expect(head.getByRole('textbox', { name: 'Nama' })).toHaveValue('Nama Kepala')
  await expect(fillIn.main.getByLabel('Tanggal')).toHaveValue('2025-06-20')

  const record = await made(
    page,
    'Buat berita acara (PDF)',
    'Berita Acara Penilaian Mandiri sudah diperiksa dan diserahkan ke peramban',
  )
  expect(record.pages[0]?.text).toMatch(/Nomor: 045\/12\/2025 Pada tanggal 20 Juni 2025.*Nama Kepala/)
  const consent = await made(
    page,
    'Buat pernyataan (PDF)',
    'Pernyataan Persetujuan Publikasi sudah diperiksa dan diserahkan ke peramban',
  )
  expect(consent.pages[0]?.text).toContain('dipublikasikan kepada masyarakat')
})

async function recipient(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Penerima' }).getByRole('button', { name }).click()
}

/** Makes a file, waits for the word that it was checked and handed over, and reads it. */
async function made(page: Page, button: string, outcome: string) {
  const downloading: Promise<Download> = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await downloading
  await expect(page.getByText(outcome)).toBeVisible()
  return readBack(new Uint8Array(readFileSync(await download.path())))
}
