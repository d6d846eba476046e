/** Other instruments than that of 2021: decimals and converted indices in 2026, levels from 0 and parts in 2018. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures'
import { Strip } from './pages/strip'
import { reportText } from './report-text'

const pemdi = JSON.parse(
  readFileSync(new URL('../../src/instrument/data/pemdi-2026.json', import.meta.url), 'utf8'),
) as { version: number; domains: { aspects: { indicators: { shortName: string }[] }[] }[] }

async function start(page: Page, year: string, instrument: RegExp): Promise<void> {
  await page.goto('./#/mulai')
  await page.getByLabel('Nama lengkap instansi').fill('Kabupaten Contoh')
  await page.getByLabel('Tahun penilaian').fill(year)
  await expect(page.getByRole('radio', { name: instrument })).toBeChecked()
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
}

async function goToIndicator(page: Page, id: string): Promise<void> {
  await page.goto(page.url().replace(/isi.*$/, `isi/${id}`))
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
}

test('Pemdi 2026: decimals and a converted index count, from Mulai to the PDF, and a corrected version is agreed to', async ({
  page,
}) => {
  await start(page, '2026', /Indeks Pemdi 2026 20 indikator, dipakai sejak 2026/)
  const strip = new Strip(page)
  await page.getByRole('radio', { name: /3\s*Baik/ }).check()
  await page.getByLabel('Nilai di dalam tingkat 3').fill('3,25')
  await goToIndicator(page, 'I05')
  await page.getByLabel('Indeks SDI (0–100)').fill('68,75')
  await expect(page.getByRole('radio', { name: /4\s*Sangat Baik/ })).toBeChecked()
  // 5 × 3,25 + 5 × 3,75 + 90 × 1 = 125 ÷ 100
  await expect(strip.strip).toContainText('1,25')
  await expect(strip.strip).toContainText('2/20')

  await page.getByRole('link', { name: 'Hasil', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nilai per aspek' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(/domain/i)
  const text = await reportText(page)
  expect(text).toContain('1,25')
  expect(text).toContain('Indeks SDI (0–100): 68,75, interpolasi linear dalam rentang.')
  expect(text).toContain('belum diperiksa terhadap naskah resmi')
  expect(text).not.toMatch(/Domain \d/)

  const corrected = structuredClone(pemdi)
  corrected.version = 2
  const [first] = corrected.domains[0]?.aspects[0]?.indicators ?? []
  if (first) Object.assign(first, { shortName: '<b>Tata Kelola</b>', weightUnits: 6 })
  const [, second] = corrected.domains[0]?.aspects[0]?.indicators ?? []
  if (second) Object.assign(second, { weightUnits: 4 })
  await page.goto(page.url().replace(/kirim.*$/, 'identitas'))
  const file = {
    name: 'pemdi-2.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(corrected)),
  }
  await page.getByLabel(/^Buka versi lain/).setInputFiles(file)
  await expect(page.getByText('Bobot: Indikator 1 <b>Tata Kelola</b>, 5 % → 6 %')).toBeVisible()
  // 6 × 3,25 + 5 × 3,75 + 89 × 1 = 127,25 ÷ 100 = 1,2725
  await expect(page.getByText(/Indeks sementara: 1,25 .* menjadi 1,27/)).toBeVisible()
  await page.getByRole('button', { name: 'Pakai versi 2' }).click()
  await expect(strip.strip).toContainText('1,27')
  await page.reload()
  await expect(strip.strip).toContainText('1,27')
  await page.getByRole('button', { name: 'Lihat yang berubah bila memakai versi 1' }).click()
  await page.getByRole('button', { name: 'Pakai versi 1' }).click()
  await expect(strip.strip).toContainText('1,25')
})

test('SPBE 2018: level 0 and an indicator in three parts', async ({ page }) => {
  await start(page, '2019', /35 indikator, dipakai untuk tahun 2018–2020/)
  await page.getByRole('radio', { name: /0\s*Level 0/ }).check()
  await goToIndicator(page, 'I35')
  for (const [part, level] of [
    [1, /3\s*Transaksi/],
    [2, /0\s*Level 0/],
    [3, /4\s*Kolaborasi/],
  ] as const) {
    const region = page.getByRole('region', { name: new RegExp(`^Layanan ${part}`) })
    await region.getByRole('textbox').fill(`Aplikasi ${part}`)
    await region.getByRole('radio', { name: level }).check()
  }
  await expect(page.getByText('Nilai indikator, rata-rata 3 bagian: 2,33')).toBeVisible()
  // 10 % × 7 ÷ 3 = 0,2333…
  await expect(new Strip(page).strip).toContainText('0,23')
  const text = await reportText(page)
  expect(text).toContain('Aplikasi 2, tingkat 0 Level 0')
  expect(text).toContain('Rata-rata 3 bagian')
})

/** An instrument file made of the shipped one; texts that look like HTML are texts. */
function ownInstrument(): string {
  const own = structuredClone(pemdi)
  Object.assign(own, { id: 'daerah-2027', shortTitle: 'Evaluasi Daerah 2027', validFrom: 2027 })
  const [first] = own.domains[0]?.aspects[0]?.indicators ?? []
  if (first) Object.assign(first, { shortName: HTML, question: HTML })
  return JSON.stringify(own)
}

const HTML = '<img src=x onerror="alert(1)"><b>Tata Kelola</b>'

/** One with 5,000 indicators, as small as they can be. */
function hugeInstrument(): string {
  const criteria = [1, 2, 3, 4, 5].map((level) => ({ level, text: 'x', evidence: [] }))
  const texts = { name: 'x', shortName: 'x', question: 'x', explanation: [], assessmentNotes: 'x' }
  const indicators = Array.from({ length: 5000 }, (_, place) => ({
    ...{ id: `X${place}`, number: place + 1, ...texts, weightUnits: 1, criteria },
    ...{ maturityModel: 'kematangan-pemdi', typicalOwner: 'x', ownerIds: [] },
  }))
  const aspects = [{ id: 'A1', number: 1, name: 'x', weightUnits: 5000, indicators }]
  const domains = [{ id: 'D1', number: 1, name: 'x', weightUnits: 5000, aspects }]
  return JSON.stringify({ ...pemdi, id: 'besar', weightDenominator: 50, cautions: [], domains })
}

test('an instrument from a file travels in the backup, and is offered where it was taken up', async ({
  page,
  browser,
  baseURL,
}) => {
  const file = (text: string) => ({
    name: 'instrumen.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await page.goto('./#/mulai')
  await page.getByLabel('Nama lengkap instansi').fill('Kabupaten Contoh')
  await page.getByRole('button', { name: 'Instrumen dari berkas' }).click()
  const dialog = page.getByRole('dialog', { name: 'Instrumen dari berkas' })
  await dialog.locator('input[type=file]').setInputFiles(file(hugeInstrument()))
  await expect(dialog.getByRole('alert')).toContainText('Ada 5000 indikator; paling banyak 2000.')
  await dialog.locator('input[type=file]').setInputFiles(file(ownInstrument()))
  const offered = /Evaluasi Daerah 2027 20 indikator, dari berkas, versi 1/
  await expect(page.getByRole('radio', { name: offered })).toBeChecked()
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`1 ${HTML}`)
  await page.getByRole('radio', { name: /3\s*Baik/ }).check()
  expect(await reportText(page)).toContain('<b>Tata Kelola</b>')

  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  const backup = await (await downloading).path()

  const context = await browser.newContext({ locale: 'id-ID', ...(baseURL ? { baseURL } : {}) })
  const other = await context.newPage()
  await other.goto('./')
  await other.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  await other.getByLabel('Berkas cadangan atau isian').setInputFiles(backup)
  await expect(other.getByText('Belum ada di komputer ini; ikut disimpan dari paket.')).toBeVisible()
  await other.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(`1 ${HTML}`)
  await expect(other.getByRole('radio', { name: /3\s*Baik/ })).toBeChecked()
  const id = /nilai\/([^/]+)/.exec(other.url())?.[1] ?? ''
  // The next one begun from it is of the same instrument, until another is chosen.
  await other.goto(`./#/mulai/${id}`)
  await expect(other.getByRole('radio', { name: offered })).toBeChecked()
  await context.close()
})
