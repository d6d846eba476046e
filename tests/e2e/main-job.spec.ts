/**
 * The main job, as one person does it: offline, 47 indicators by keyboard alone, the browser killed in the middle,
 * going on where one was, and the PDF report.
 */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { plain, readBack } from '../report/pdf/read-back'
import { expect, readyOffline, tabTo } from './fixtures'
import { indicators, meanText, shipped } from './instrument'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { test } from './profile'

const levelOf = (number: number) => 1 + ((number * 7) % 5)
const chosen = Object.fromEntries(indicators.map(({ id, number }) => [id, levelOf(number)]))
const analysisOf = (number: number) => `Indikator ${number}: terpenuhi menurut hlm. ${number + 3}.`
/** Not everybody writes everything: every fourth indicator gets its analysis. */
const hasAnalysis = (number: number) => number % 4 === 1
const citing = 5
const killedAt = 25

test('47 indicators by keyboard, offline, through a killed browser, to the PDF', async ({
  site,
  profile,
}) => {
  test.setTimeout(120_000)
  const first = await profile.launch()
  const page = first.pages()[0] ?? (await first.newPage())
  await page.goto(site.address)
  await readyOffline(page)
  await site.stop()
  await first.setOffline(true)

  await test.step('starts an assessment with the keyboard', () => start(page))
  await test.step(`answers up to indicator ${killedAt}`, async () => {
    const fillIn = new FillIn(page)
    await tabTo(page, fillIn.level(1))
    for (let number = 1; number < killedAt; number += 1) {
      await answer(page, number)
      await page.keyboard.press('Control+Enter')
    }
    await fillIn.at(killedAt)
    await answer(page, killedAt)
  })
  await profile.kill()

  const second = await profile.launch()
  await second.setOffline(true)
  const again = second.pages()[0] ?? (await second.newPage())
  await again.goto(site.address)
  await test.step('Beranda offers to go on where one was', async () => {
    await expect(again.getByRole('heading', { level: 1 })).toHaveText(/^Selamat \S+, Rina Wulandari$/)
    await expect(again.getByText(`Terakhir di indikator ${killedAt}, `)).toBeVisible()
    await tabTo(again, again.getByRole('link', { name: 'Lanjutkan' }))
    await again.keyboard.press('Enter')
    await new FillIn(again).at(killedAt)
  })
  await test.step('everything acknowledged is there', () => checkKept(again))
  await test.step('answers the rest', async () => {
    const fillIn = new FillIn(again)
    await tabTo(again, fillIn.level(levelOf(killedAt)))
    for (let number = killedAt + 1; number <= indicators.length; number += 1) {
      await again.keyboard.press('Control+Enter')
      await answer(again, number)
    }
  })
  const index = meanText(chosen)
  await new Strip(again).shows(index, '47/47')

  const { bytes, name } = await test.step('makes the PDF', () => makeReport(again))
  await test.step('reads the PDF back', () => checkReport(bytes, name, index))
})

async function start(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Langsung ke isi' })).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: 'Mulai penilaian', exact: true }), 3)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mulai penilaian' })).toBeFocused()
  const steps = [
    page.getByLabel('Jenis instansi'),
    page.getByLabel('Nama lengkap instansi'),
    page.getByLabel('Tahun penilaian?'),
    page.getByLabel('Unit Anda'),
    page.getByLabel('Nama Anda'),
    page.getByRole('radio', { name: /Semua 47 indikator/ }),
    page.getByRole('button', { name: 'Mulai mengisi' }),
  ]
  const typed = ['', 'Kabupaten Contoh', '2025', 'Dinas Komunikasi dan Informatika', 'Rina Wulandari']
  for (const [index, step] of steps.entries()) {
    await keyboard.press('Tab')
    // Words that explain themselves, and the instruments of other years, stand between the fields.
    await tabTo(page, step, 5)
    if (typed[index]) await keyboard.type(typed[index])
  }
  await keyboard.press('Enter')
  await new FillIn(page).at(1)
}

/** From the level group, which has the focus, and back to where Ctrl+Enter goes on. */
async function answer(page: Page, number: number): Promise<void> {
  const fillIn = new FillIn(page)
  await expect(fillIn.levelsOf(number).locator(':focus')).toHaveCount(1)
  await page.keyboard.press(String(levelOf(number)))
  await expect(fillIn.level(levelOf(number))).toBeChecked()
  if (number === citing) await cite(page)
  if (hasAnalysis(number)) {
    await tabTo(page, fillIn.analysis)
    await page.keyboard.type(analysisOf(number))
  }
  await fillIn.saved()
}

async function cite(page: Page): Promise<void> {
  const { keyboard } = page
  const opener = page.getByRole('button', { name: 'Tambah dokumen' })
  await tabTo(page, opener)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Tambah dokumen dan rujuk' })
  const typed = {
    Judul: 'Peraturan Bupati tentang Manajemen Data',
    Nomor: '41',
    'Tanggal atau tahun': '2023',
    'Pasal, bab, atau bagian': 'Pasal 7–12',
    Halaman: '6–9',
  }
  for (const [label, text] of Object.entries(typed)) {
    await tabTo(page, dialog.getByLabel(label, { exact: true }))
    await keyboard.type(text)
  }
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
  await expect(page.getByText('1 dirujuk')).toBeVisible()
}

/** After the kill: all levels and texts whose saving was shown. */
async function checkKept(page: Page): Promise<void> {
  const fillIn = new FillIn(page)
  await new Strip(page).shows(
    `${meanText(take(killedAt))} bisa sampai ${meanText(take(killedAt), 5)}`,
    `${killedAt}/47`,
  )
  for (let number = 1; number <= killedAt; number += 1) {
    await expect(fillIn.row(number)).toHaveText(new RegExp(`tingkat${levelOf(number)}$`))
  }
  const written = indicators.map(({ number }) => number).filter((number) => number <= killedAt)
  for (const number of written.filter(hasAnalysis)) {
    await fillIn.open(number)
    await expect(fillIn.analysis).toHaveValue(analysisOf(number))
  }
  await fillIn.open(citing)
  await expect(fillIn.evidence).toContainText('Pasal 7–12, hlm. 6–9')
  await fillIn.open(killedAt)
}

function take(count: number) {
  return Object.fromEntries(Object.entries(chosen).slice(0, count))
}

async function makeReport(page: Page): Promise<{ bytes: Uint8Array; name: string }> {
  await tabTo(page, page.getByRole('link', { name: 'Selesai: ke Kirim' }), 20)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Berkas asesor' })).toBeVisible()
  // Past the choices of the dossier.
  await tabTo(page, page.getByRole('button', { name: 'Buat laporan PDF' }), 30)
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const download = await downloading
  await expect(page.getByText('Laporan sudah diperiksa dan diserahkan ke peramban')).toBeVisible()
  return { bytes: new Uint8Array(readFileSync(await download.path())), name: download.suggestedFilename() }
}

async function checkReport(bytes: Uint8Array, name: string, index: string): Promise<void> {
  expect(name).toMatch(/^Laporan-SPBE-2025-Kabupaten-Contoh\.pdf$/)
  expect(name.length).toBeLessThanOrEqual(60)
  const report = await readBack(bytes)
  const { pages, outline } = report
  expect(pages.length).toBeGreaterThan(20)
  pages.forEach((page, at) => {
    expect(page.text, `page ${at + 1}`).toContain('Sementara, bukan nilai resmi')
    if (at > 0) expect(page.text).toContain(`${at + 1} / ${pages.length}`)
  })
  expect(pages[0]?.text).toContain('Kabupaten Contoh')
  expect(pages[1]?.text).toMatch(new RegExp(`Ringkasan.*Indeks sementara ${index} `))
  const text = plain(pages.map((page) => page.text).join(' '))
  for (const { number } of indicators.filter((indicator) => hasAnalysis(indicator.number))) {
    expect(text).toContain(analysisOf(number))
  }
  expect(text).toContain('Peraturan Bupati tentang Manajemen Data Nomor 41 Tahun 2023')
  const domains = outline.filter((entry) => entry.children.length > 0)
  expect(domains).toHaveLength(shipped.domains.length)
  const leaves = domains.flatMap((domain) => domain.children.flatMap((aspect) => aspect.children))
  expect(leaves.map((leaf) => leaf.title)).toEqual(
    indicators.map(({ number, shortName }) => `${number} ${shortName}`),
  )
  for (const leaf of leaves) {
    const [number] = leaf.title.split(' ')
    expect(pages[leaf.page - 1]?.text).toContain(number)
  }
}
