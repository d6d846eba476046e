import { changesOf, citationTarget, documentTarget, indicatorTarget } from '../examples/changes'
import { backupOf } from './a11y-states'
import { expect, test } from './fixtures'
import { lay } from './laid'

/** The assessment of 2024, with a result of 2020 typed beside it. */
const old = [
  ...changesOf(
    { kind: 'assessment' },
    {
      institutionKind: 'kabupaten',
      institutionName: 'Kabupaten Contoh',
      year: 2024,
    },
  ),
  ...changesOf(indicatorTarget('I01'), { value: 3, analysis: 'Arsitektur sudah ditetapkan.' }),
  ...changesOf(documentTarget('perbup'), { title: 'Peraturan Bupati', kind: 'perda-perkada', date: '2021' }),
  ...changesOf(citationTarget('rujukan'), { indicator: 'I01', document: 'perbup', pages: '14' }),
  ...changesOf(
    { kind: 'pastYear', id: 'lalu' },
    {
      year: 2020,
      instrument: 'spbe-2018',
      index: 2.1,
      nodes: [],
      note: 'Laporan evaluasi 2020',
    },
  ),
]

test('an assessment goes on into the next year, and the years stand in a row', async ({ page }) => {
  await lay(page, backupOf(old, 'penilaian-2024'))
  await page.goto('./')
  await page.getByText('Lainnya').click()
  await page.getByRole('link', { name: 'Penilaian baru dari yang ini' }).click()
  await expect(page.getByRole('textbox', { name: 'Tahun penilaian' })).toHaveValue('2025')
  await page.getByRole('button', { name: 'Buat dan lihat daftar kerja' }).click()

  // Nothing came along by itself.
  await expect(page.getByRole('heading', { level: 1, name: 'Daftar kerja' })).toBeVisible()
  await expect(page.getByText('0 dari 47 indikator lengkap, 2 usulan belum diambil')).toBeVisible()
  await page.getByLabel('Tampilkan').selectOption({ label: 'Pakai lagi' })
  await expect(page.getByText('1 indikator ditampilkan')).toBeVisible()
  await page.locator('.work-row a').click()

  await page.getByRole('button', { name: 'Ambil Analisis' }).click()
  await expect(page.getByRole('textbox', { name: 'Analisis' })).toHaveValue('Arsitektur sudah ditetapkan.')
  await expect(page.getByText('Berumur 4 tahun')).toBeVisible()
  await page.getByRole('button', { name: /^Ambil Rujukan Peraturan Bupati/ }).click()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect(page.locator('.cite')).toHaveCount(0)
  await page.getByRole('button', { name: /^Ambil Rujukan Peraturan Bupati/ }).click()
  await expect(page.locator('.cite')).toHaveCount(1)
  await expect(page.locator('.levels input:checked')).toHaveCount(0)
  await page.locator('.levels input').nth(3).check()

  // What was taken is on disk.
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Analisis' })).toHaveValue('Arsitektur sudah ditetapkan.')
  await expect(page.locator('.cite')).toHaveCount(1)
  await expect(page.getByText('Tidak ada lagi usulan')).toBeVisible()

  await page.getByRole('link', { name: 'Hasil', exact: true }).click()
  const years = page.getByRole('region', { name: 'Tahun ke tahun' })
  const rows = years.getByRole('region', { name: 'Tabel tahun' }).locator('tbody tr')
  await expect(rows).toHaveCount(3)
  await expect(rows.getByRole('rowheader')).toHaveText(['2020', '2024', '2025'])
  await expect(rows.nth(1)).toContainText('instrumen berganti')
  await expect(rows.nth(1).getByRole('cell').nth(2)).toHaveText('–')
  // Of neither all indicators are answered: nothing to subtract.
  await expect(rows.nth(2).getByRole('cell').nth(2)).toHaveText('–')
  await expect(
    years.getByRole('img', { name: /Indeks per tahun: 2020 2,10; instrumen berganti; 2024 .*; 2025 / }),
  ).toBeVisible()
})
