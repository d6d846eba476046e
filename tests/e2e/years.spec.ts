/** One institution through three instruments: each year from the one before, with its evidence, to its report. */
import type { Page } from '@playwright/test'
import { writeBackup } from '../../src/handover/backup'
import { changesOf, indicatorTarget } from '../examples/changes'
import { expect, test } from './fixtures'
import { filesOnDisk } from './files-data'
import { entryOf } from './instrument'
import { lay } from './laid'
import { textPdf } from './pool-files'
import { reportText } from './report-text'
import { Strip } from './pages/strip'

const DECREE = 'Peraturan Bupati 12 Tahun 2019'

/** The evaluation of 2020: level 2 everywhere but where the test says so. */
function evaluation2020(): string {
  const { id, version, sha256 } = entryOf('spbe-2018')
  const at = '2020-10-02T01:00:00Z'
  const plain = Array.from({ length: 34 }, (_, place) => `I${String(place + 1).padStart(2, '0')}`)
  const values = plain.flatMap((one) => {
    const value = { I03: 4, I05: 0 }[one] ?? 2
    return changesOf(indicatorTarget(one), { value })
  })
  const parts = [3, 0, 4].flatMap((value, place) =>
    changesOf(indicatorTarget(`I35-${place + 1}`), { value, subject: `Layanan ${place + 1}` }),
  )
  return writeBackup({
    assessment: {
      id: 'evaluasi-2020',
      instrument: { id, version, sha256 },
      createdAt: at,
      origin: 'own',
      scope: 'all',
    },
    changes: [
      ...changesOf(
        { kind: 'assessment' },
        { institutionKind: 'kabupaten', institutionName: 'Kabupaten Contoh', year: 2020 },
      ),
      ...values,
      ...parts,
      ...changesOf(indicatorTarget('I03'), { analysis: 'Rencana induk berlaku sampai 2024.' }),
    ],
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    appVersion: '0.1.0',
    savedAt: at,
  })
}

async function goTo(page: Page, part: string): Promise<void> {
  await page.goto(page.url().replace(/(nilai\/[^/]+)\/.*$/, `$1/${part}`))
}

/** Begins the next assessment from the open one, and returns to its first indicator. */
async function beginNext(page: Page, year: string, instrument: RegExp): Promise<void> {
  const id = /nilai\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await page.goto(`./#/mulai/${id}`)
  await page.getByLabel('Tahun penilaian').fill(year)
  await expect(page.getByRole('radio', { name: instrument })).toBeChecked()
  await page.getByRole('button', { name: 'Buat dan lihat daftar kerja' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Daftar kerja' })).toBeVisible()
  await expect(page.getByText('menurut penilaian kami').first()).toBeVisible()
  await goTo(page, 'isi/I01')
}

/** Takes over what is proposed for the open indicator: the analysis and the decree. */
async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ambil Analisis' }).click()
  await page.getByRole('button', { name: `Ambil Rujukan ${DECREE}` }).click()
  await expect(page.locator('.cite')).toHaveCount(1)
  await expect(page.locator('.levels input:checked')).toHaveCount(0)
}

test('an institution goes from 2018 through 2020 to 2026 with its evidence, and each year has its report', async ({
  page,
}) => {
  const strip = new Strip(page)
  await test.step('2020, by the instrument of 2018: level 0, and three services in one indicator', async () => {
    await lay(page, evaluation2020())
    await page.goto('./#/nilai/evaluasi-2020/isi/I03')
    await page.getByLabel('Tambah berkas').setInputFiles({
      name: `${DECREE}.pdf`,
      mimeType: 'application/pdf',
      buffer: textPdf(DECREE, 3),
    })
    await expect(page.locator('.cite')).toHaveCount(1)
    // 88 × 2 + 1 × 4 (I03) + 1 × 0 (I05) + 10 × (3 + 0 + 4) ÷ 3 (I35) = 203,33… ÷ 100
    await expect(strip.strip).toContainText('2,03')
    const text = await reportText(page)
    expect(text).toContain('Evaluasi SPBE 2018–2020')
    expect(text).toContain('2,03')
    expect(text).toContain('Layanan 2, tingkat 0 Level 0')
    expect(text).toContain('Rata-rata 3 bagian')
    expect(text).toContain(`${DECREE}.pdf`)
    expect(text).toContain('belum diperiksa terhadap lampiran resmi PermenPANRB 5/2018')
  })

  await test.step('2021, by that of 2020', async () => {
    await beginNext(page, '2021', /47 indikator, dipakai untuk tahun 2021–2025/)
    await takeOver(page)
    await page.locator('.levels input').nth(3).check()
    // 1,3 × 4 + 98,7 × 1 = 103,9 ÷ 100
    await expect(strip.strip).toContainText('1,04')
    const text = await reportText(page)
    expect(text).toContain('SPBE 47 indikator (PermenPANRB 59/2020)')
    expect(text).toContain('1,04')
    expect(text).toContain('Rencana induk berlaku sampai 2024.')
    expect(text).toContain(`${DECREE}.pdf`)
    expect(text).toContain('PermenPANRB 59/2020 dilaporkan telah dicabut')
  })

  await test.step('2026, by that of 2026: decimals, and the index of another agency', async () => {
    await goTo(page, 'isi/I01')
    await beginNext(page, '2026', /20 indikator, dipakai sejak 2026/)
    await takeOver(page)
    await page.getByRole('radio', { name: /3\s*Baik/ }).check()
    await page.getByLabel('Nilai di dalam tingkat 3').fill('3,25')
    await goTo(page, 'isi/I05')
    await page.getByLabel('Indeks SDI (0–100)').fill('68,75')
    // 5 × 3,25 + 5 × 3,75 + 90 × 1 = 125 ÷ 100
    await expect(strip.strip).toContainText('1,25')
    const text = await reportText(page)
    expect(text).toContain('Indeks Pemdi 2026')
    expect(text).toContain('1,25')
    expect(text).toContain('Indeks SDI (0–100): 68,75')
    expect(text).toContain('Rencana induk berlaku sampai 2024.')
    expect(text).toContain(`${DECREE}.pdf`)
    expect(text).toContain('Isi instrumen ini belum diperiksa terhadap naskah resmi')
  })

  await test.step('the evidence came along: one file for three years, and its pages can be read', async () => {
    await goTo(page, 'bukti')
    await page.getByRole('link', { name: DECREE }).click()
    await expect(page.getByRole('img', { name: `Halaman 1 dari ${DECREE}` })).toBeVisible()
    const files = await filesOnDisk(page)
    expect(files).toHaveLength(1)
    expect(files[0]?.found, 'SHA-256 of what lies there').toBe(files[0]?.sha256)
  })

  await test.step('the years stand in a row, and none is subtracted from one of another instrument', async () => {
    await page.getByRole('link', { name: 'Hasil', exact: true }).click()
    const rows = page.getByRole('region', { name: 'Tabel tahun' }).locator('tbody tr')
    await expect(rows.getByRole('rowheader')).toHaveText(['2020', '2021', '2026'])
    for (const [place, index] of ['2,03', '1,04', '1,25'].entries()) {
      await expect(rows.nth(place).getByRole('cell').nth(1)).toHaveText(index)
      await expect(rows.nth(place).getByRole('cell').nth(2)).toHaveText('–')
      await expect(rows.nth(place).getByText('instrumen berganti')).toHaveCount(place === 0 ? 0 : 1)
    }
  })
})
