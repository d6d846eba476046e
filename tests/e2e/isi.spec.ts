/** Isi: one indicator at a time, by keyboard or mouse; whatever was written can be found, undone and brought back. */
import { begin } from './backup'
import { expect, freshTest, tabTo, test } from './fixtures'
import { indicators, levels, shipped } from './instrument'
import { FillIn } from './pages/fill-in'

test('digits choose a level while the level group has the focus, and nowhere else', async ({ page }) => {
  await begin(page)
  const fillIn = new FillIn(page)
  await fillIn.open(2)
  await tabTo(page, fillIn.level(1), 20)
  await page.keyboard.press('4')
  await expect(fillIn.level(4)).toBeChecked()
  await expect(fillIn.level(4)).toBeFocused()
  await page.keyboard.press('6')
  await expect(fillIn.level(4)).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(fillIn.level(5)).toBeChecked()
  await fillIn.analysis.pressSequentially('Ada 2 dari 3')
  await expect(fillIn.analysis).toHaveValue('Ada 2 dari 3')
  const search = fillIn.list.getByRole('searchbox', { name: 'Cari indikator' })
  await search.pressSequentially('12')
  await expect(search).toHaveValue('12')
  await page.getByRole('button', { name: 'Bantuan tombol' }).press('1')
  await expect(fillIn.level(5)).toBeChecked()
})

test('Ctrl+Enter goes on and Ctrl+Shift+Enter back, saving what was typed, the level group in focus', async ({
  page,
}) => {
  await begin(page, { values: { I02: 3 } })
  const fillIn = new FillIn(page)
  await page.keyboard.press('Control+Shift+Enter')
  await fillIn.at(1)
  await fillIn.analysis.pressSequentially('Belum selesai')
  await page.keyboard.press('Control+Enter')
  await fillIn.at(2)
  await expect(fillIn.level(3)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await fillIn.at(3)
  await expect(fillIn.level(1)).toBeFocused()
  await expect(fillIn.level(1)).not.toBeChecked()
  await page.keyboard.press('Control+Shift+Enter')
  await fillIn.at(2)
  await page.keyboard.press('Control+Shift+Enter')
  await expect(fillIn.analysis).toHaveValue('Belum selesai')
  await fillIn.open(47)
  await page.keyboard.press('Control+Enter')
  await fillIn.at(47)
})

test('Ctrl+/ opens the help sheet; behind it the keys rest; Esc gives the focus back', async ({ page }) => {
  await begin(page)
  const fillIn = new FillIn(page)
  await fillIn.level(2).focus()
  await page.keyboard.press('Control+/')
  const help = page.getByRole('dialog', { name: 'Bantuan tombol' })
  await expect(help.getByRole('row', { name: /^Ctrl \+ Enter / })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await fillIn.at(1)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(fillIn.level(2)).toBeFocused()
})

test('filters and search show what is asked for', async ({ page }) => {
  const document = { title: 'SK Tim', kind: 'sk', number: '', date: '', issuer: '', confidential: false }
  await begin(page, {
    values: Object.fromEntries(Object.entries(levels(2, { I46: 1 })).filter(([id]) => id !== 'I05')),
    answers: { I01: { analysis: 'Ada' }, I46: { analysis: 'Belum ada layanan' } },
    documents: { d1: document },
    citations: [{ indicator: 'I01', document: 'd1', pages: '2', label: '', level: null, remark: '' }],
  })
  const { list } = new FillIn(page)
  const rows = list.getByRole('listitem').getByRole('link')
  const show = (option: string) => list.getByLabel('Tampilkan').selectOption(option)
  // After the indicators one more: the general questions.
  await expect(rows).toHaveCount(48)
  await show('Belum dijawab')
  await expect(rows).toHaveText([/^5Kebijakan/])
  await show('Tanpa analisis')
  await expect(rows).toHaveCount(45)
  await show('Tanpa bukti')
  await expect(rows).toHaveCount(46)
  await show('Belum lengkap')
  await expect(rows).toHaveCount(45)
  await show('Ada perbedaan')
  await expect(list).toContainText('Tidak ada indikator yang cocok. Ubah pencarian atau saringan.')
  await show('Semua')
  const search = list.getByRole('searchbox', { name: 'Cari indikator' })
  await search.fill('4')
  await expect(rows).toHaveCount(9)
  await search.fill('audit')
  await expect(rows).toHaveText([/^9/, /^29/, /^30/, /^31/])
  await expect(list.getByRole('status')).toHaveText('4 indikator ditampilkan')
})

test('a document is entered once, cited again by choosing it, and FAKTA follows every change', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await begin(page)
  const fillIn = new FillIn(page)
  const facts = fillIn.main.getByRole('region', { name: /Catatan/ }).getByRole('list')
  await fillIn.cite({
    Judul: 'Peraturan Bupati tentang SPBE',
    Nomor: '12',
    'Tanggal atau tahun': '2021-03-04',
    'Pasal, bab, atau bagian': 'Pasal 5',
  })
  await expect(facts).toHaveText('Peraturan Bupati tentang SPBE Nomor 12 Tahun 2021, Pasal 5')

  await fillIn.open(2)
  await page.getByRole('button', { name: 'Rujuk dari kumpulan' }).click()
  const pick = page.getByRole('dialog', { name: 'Rujuk dari kumpulan' })
  await pick.getByRole('searchbox', { name: 'Cari dokumen' }).fill('bupati')
  await pick.getByRole('button', { name: /Peraturan Bupati tentang SPBE/ }).click()
  const cite = page.getByRole('dialog', { name: 'Rujuk dokumen' })
  await expect(cite.getByLabel('Judul')).toHaveValue('Peraturan Bupati tentang SPBE')
  await cite.getByLabel('Halaman').fill('9')
  await cite.getByRole('button', { name: 'Rujuk', exact: true }).click()
  await expect(facts).toHaveText('Peraturan Bupati tentang SPBE Nomor 12 Tahun 2021, hlm. 9')

  await page.getByRole('button', { name: /^Ubah rujukan/ }).click()
  const change = page.getByRole('dialog', { name: 'Ubah rujukan' })
  await expect(change).toContainText('Dirujuk 2 kali; perubahan berlaku di semuanya.')
  await change.getByLabel('Nomor').fill('13')
  await change.getByLabel('Halaman').fill('9–11')
  await change.getByRole('button', { name: 'Simpan' }).click()
  const reference = 'Peraturan Bupati tentang SPBE Nomor 13 Tahun 2021, hlm. 9–11'
  await expect(facts).toHaveText(reference)

  await page.getByRole('button', { name: 'Tambah kalimat sendiri' }).click()
  await page.getByLabel('Kalimat fakta Anda sendiri').fill('Berlaku sejak 2021.')
  await fillIn.analysis.fill('Mencakup seluruh unit.')
  await page.getByRole('button', { name: 'Salin catatan' }).click()
  await expect(page.getByText('Catatan disalin.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `FAKTA\n1. ${reference}\nBerlaku sejak 2021.\n\nANALISIS\nMencakup seluruh unit.`,
  )
  await fillIn.open(1)
  await expect(facts).toHaveText('Peraturan Bupati tentang SPBE Nomor 13 Tahun 2021, Pasal 5')
  await page.getByRole('button', { name: /^Ubah rujukan/ }).click()
  await change.getByLabel('Rahasia').check()
  await change.getByRole('button', { name: 'Simpan' }).click()
  await expect(facts).toHaveText(
    'Peraturan Bupati tentang SPBE Nomor 13 Tahun 2021, ditunjukkan saat interviu',
  )
})

test('history brings an earlier text back', async ({ page }) => {
  await begin(page)
  const fillIn = new FillIn(page)
  await fillIn.analysis.fill('Yang pertama')
  await fillIn.analysis.blur()
  await fillIn.analysis.fill('Yang kedua')
  await fillIn.analysis.blur()
  const history = await fillIn.unfold('Riwayat')
  const entries = history.getByRole('listitem')
  await expect(entries.filter({ hasText: 'Yang kedua' })).toContainText('Isian sekarang')
  await entries
    .filter({ hasText: 'Yang pertama' })
    .getByRole('button', { name: 'Kembalikan analisis ini' })
    .click()
  await expect(fillIn.analysis).toHaveValue('Yang pertama')
  await fillIn.saved()
  await page.reload()
  await expect(fillIn.analysis).toHaveValue('Yang pertama')
})

test('a changed level and a detached citation can be undone', async ({ page }) => {
  await begin(page, { values: { I01: 2 } })
  const fillIn = new FillIn(page)
  await fillIn.level(4).click()
  await expect(page.getByText('Tingkat indikator 1 diubah dari 2 menjadi 4')).toBeVisible()
  await fillIn.undo.click()
  await expect(fillIn.level(2)).toBeChecked()
  await fillIn.cite({ Judul: 'SK Tim Koordinasi', Halaman: '1' })
  await page.getByRole('button', { name: /^Lepas rujukan/ }).click()
  await expect(fillIn.evidence).toContainText('Belum ada bukti.')
  await expect(page.getByText('Rujukan “SK Tim Koordinasi” dilepas')).toBeVisible()
  await fillIn.undo.click()
  await expect(fillIn.evidence.getByRole('listitem')).toContainText('SK Tim Koordinasi')
  await fillIn.saved()
  await page.reload()
  await expect(fillIn.level(2)).toBeChecked()
  await expect(fillIn.evidence.getByRole('listitem')).toContainText('SK Tim Koordinasi')
})

freshTest('an offer to undo waits while one is at it, and goes when its time is over', async ({ page }) => {
  await page.clock.install()
  await begin(page, { values: { I01: 2 } })
  const fillIn = new FillIn(page)
  await fillIn.level(4).click()
  await expect(fillIn.undo).toBeVisible()
  await page.locator('.toast').hover()
  await page.clock.runFor(60_000)
  await expect(page.locator('.undo-time i:visible')).toHaveCount(5)
  await fillIn.undo.focus()
  await fillIn.level(4).hover()
  await page.clock.runFor(60_000)
  await expect(page.locator('.undo-time i:visible')).toHaveCount(5)
  // What moves keeps the browser drawing beside what is typed.
  expect(await page.locator('.toast').evaluate((toast) => toast.getAnimations({ subtree: true }))).toEqual([])
  await fillIn.level(4).focus()
  await page.clock.runFor(10_000)
  await expect(fillIn.undo).toBeHidden()
  await expect(fillIn.level(4)).toBeChecked()
})

test('a document half entered survives Esc and a reload', async ({ page }) => {
  await begin(page)
  const fillIn = new FillIn(page)
  const dialog = page.getByRole('dialog', { name: 'Tambah dokumen dan rujuk' })
  const open = () => fillIn.evidence.getByRole('button', { name: 'Tambah dokumen' }).click()
  await open()
  await dialog.getByLabel('Judul').fill('Rencana Induk')
  await dialog.getByLabel('Jenis').selectOption('Rencana/Arsitektur')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await open()
  await expect(dialog.getByLabel('Judul')).toHaveValue('Rencana Induk')
  await dialog.getByLabel('Nomor').fill('7')
  await page.reload()
  await open()
  await expect(dialog).toContainText('Isian Anda yang belum selesai dikembalikan.')
  await expect(dialog.getByLabel('Judul')).toHaveValue('Rencana Induk')
  await expect(dialog.getByLabel('Nomor')).toHaveValue('7')
  await expect(dialog.getByLabel('Jenis')).toHaveValue('rencana-arsitektur')
  await dialog.getByRole('button', { name: 'Rujuk', exact: true }).click()
  await open()
  await expect(dialog.getByLabel('Judul')).toHaveValue('')
})

test('status is computed and says what is missing', async ({ page }) => {
  await begin(page)
  const fillIn = new FillIn(page)
  const status = fillIn.summary.getByRole('heading').first()
  await expect(status).toHaveText('Belum')
  await fillIn.level(3).click()
  await expect(status).toHaveText('Sebagian')
  await expect(fillIn.summary).toContainText('Bukti belum dirujuk')
  await fillIn.analysis.fill('Ada')
  await expect(fillIn.summary).toContainText('Analisis ditulis')
  await expect(status).toHaveText('Sebagian')
  await fillIn.cite({ Judul: 'SK Tim', Halaman: '1' })
  await expect(status).toHaveText('Lengkap')
  await expect(fillIn.row(1).getByRole('img', { name: 'Lengkap' })).toBeVisible()
  await fillIn.open(2)
  await fillIn.level(1).click()
  await fillIn.analysis.fill('Belum ada')
  await expect(status).toHaveText('Lengkap')
  await expect(fillIn.summary).toContainText('tingkat terendah tidak memintanya')
})

test('each chosen level shows the evidence it wants and what the next one wants', async ({ page }) => {
  await begin(page)
  const fillIn = new FillIn(page)
  await expect(fillIn.levels.getByRole('radio')).toHaveCount(5)
  await expect(fillIn.summary).toContainText('Pilih tingkat untuk melihat bukti yang diminta.')
  await fillIn.level(2).click()
  await expect(fillIn.summary.getByRole('heading', { name: /Bukti yang diminta/ })).toBeVisible()
  await expect(fillIn.summary.getByRole('heading', { name: /Untuk naik ke tingkat 3/ })).toBeVisible()
  await fillIn.level(5).click()
  await expect(fillIn.summary.getByRole('heading', { name: /Untuk naik/ })).toHaveCount(0)
})

test('cautions stand on their indicators, and a subject is asked for from indicator 32 on', async ({
  page,
}) => {
  await begin(page)
  const fillIn = new FillIn(page)
  const own = shipped.cautions.filter((caution) => caution.indicator)
  expect(own.map((caution) => caution.indicator)).toEqual(['I03', 'I04', 'I12', 'I15'])
  const subject = fillIn.main.getByLabel('Nama layanan/aplikasi yang dinilai')
  for (const { id, number } of indicators) {
    await expect(fillIn.levelsOf(number).locator(':focus')).toHaveCount(number === 1 ? 0 : 1)
    const texts = own.filter((caution) => caution.indicator === id).map((caution) => caution.text)
    expect(await fillIn.main.locator('.note.warn').allTextContents(), id).toEqual(texts)
    expect(await subject.count(), id).toBe(number >= 32 ? 1 : 0)
    await page.keyboard.press('Control+Enter')
  }
})
