/** A backup is read back: opened, merged, opened as a copy; and what is none changes nothing. */
import type { Locator, Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import type { Backup } from '../../src/handover/backup'
import { backupIn, backupOf, begin, openBackup } from './backup'
import { expect, test } from './fixtures'
import { lay } from './laid'
import { otherComputer } from './other-computer'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { changesOnDisk, dump, expectOnDisk } from './storage-data'

/** Writes a backup the way people do; what it says, as the file was before there were parcels. */
async function written(page: Page): Promise<string> {
  await new Strip(page).go('Kirim')
  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  const backup = await backupIn(await (await downloading).path())
  await page.getByRole('button', { name: 'Selesai' }).click()
  return JSON.stringify(backup)
}

async function choose(page: Page, contents: string | Buffer): Promise<Locator> {
  await page.goto('./#/')
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Buka atau pulihkan dari cadangan' })
  await dialog
    .getByLabel('Berkas cadangan atau isian')
    .setInputFiles({ name: 'Cadangan.json', mimeType: 'application/json', buffer: Buffer.from(contents) })
  return dialog
}

async function merge(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Gabungkan' }).click()
}

test('on another computer it brings everything back, history included', async ({
  page,
  browser,
  baseURL,
}) => {
  await begin(page, { values: { I01: 2 } })
  const fillIn = new FillIn(page)
  await fillIn.analysis.fill('Versi satu')
  await fillIn.analysis.blur()
  await fillIn.analysis.fill('Versi dua')
  await fillIn.level(4).click()
  const file = await written(page)

  const other = await otherComputer(browser, baseURL)
  await openBackup(other, file)
  const there = new FillIn(other)
  await expect(there.analysis).toHaveValue('Versi dua')
  await expect(there.level(4)).toBeChecked()
  await expect(await there.unfold('Riwayat')).toContainText('Versi satu')
  expect(sorted(await changesOnDisk(other))).toEqual(sorted((JSON.parse(file) as Backup).changes))
  await other.context().close()
})

function sorted<T extends { id: string }>(changes: readonly T[]): T[] {
  return [...changes].sort((one, other) => (one.id < other.id ? -1 : 1))
}

test('opened, it is stored as tests lay it down that begin with an assessment', async ({ page }) => {
  const file = backupOf({ values: { I01: 2 }, answers: { I02: { analysis: 'Ada' } } })
  const stored = async () => {
    const { assessments, changes } = await dump(page)
    // When it came here, and that one has been at its first indicator since.
    const undated = JSON.stringify(assessments).replace(
      /"(lastChangeAt|unsavedSince|place)":(null|"[^"]+")/g,
      '"$1"',
    )
    return { undated, changes }
  }
  await page.goto('./')
  await openBackup(page, file)
  const opened = await stored()
  await lay(page, file)
  expect(await stored()).toEqual(opened)
})

test('merged into the same assessment it adds what is new, once', async ({ page, browser, baseURL }) => {
  await begin(page, { values: { I01: 2 } })
  const first = await written(page)
  const other = await otherComputer(browser, baseURL)
  await openBackup(other, first)
  const there = new FillIn(other)
  await there.open(2)
  await there.level(3).click()
  await there.analysis.fill('Ditulis di komputer lain')
  const second = await written(other)
  await other.context().close()

  const here = new FillIn(page)
  await new Strip(page).go('Isi')
  await here.open(2)
  await here.analysis.fill('Ditulis di komputer ini')
  await expectOnDisk(page, 'I02', 'Ditulis di komputer ini')

  const dialog = await choose(page, second)
  await merge(dialog)
  await expect(dialog).toContainText('2 perubahan baru, 1 perbedaan menunggu keputusan Anda')
  const merged = await changesOnDisk(page)
  await test.step('a second and a third time it adds nothing', async () => {
    for (const file of [second, first]) {
      await page.getByRole('button', { name: 'Selesai' }).click()
      const again = await choose(page, file)
      await merge(again)
      await expect(again).toContainText('0 perubahan baru')
      expect(await changesOnDisk(page)).toEqual(merged)
    }
  })
  await page.getByRole('button', { name: 'Buka penilaian' }).click()
  await here.open(2)
  await expect(here.level(3)).toBeChecked()
  const difference = page.getByRole('region', { name: 'Dua isian untuk Analisis' })
  await expect(difference).toContainText('Ditulis di komputer lain')
  await expect(difference).toContainText('Ditulis di komputer ini')
})

test('an older backup never takes back what was done since', async ({ page }) => {
  await begin(page, { values: { I01: 2 } })
  const old = await written(page)
  await new Strip(page).go('Isi')
  const fillIn = new FillIn(page)
  await fillIn.level(5).click()
  await fillIn.analysis.fill('Sesudah cadangan')
  await expectOnDisk(page, 'I01', 'Sesudah cadangan')
  const dialog = await choose(page, old)
  await merge(dialog)
  await expect(dialog).toContainText('0 perubahan baru, tanpa perbedaan')
  await page.getByRole('button', { name: 'Buka penilaian' }).click()
  await expect(fillIn.analysis).toHaveValue('Sesudah cadangan')
  await expect(fillIn.level(5)).toBeChecked()
})

test('opened as a copy it becomes an assessment of its own', async ({ page }) => {
  await begin(page, { values: { I01: 2 } })
  const file = await written(page)
  const dialog = await choose(page, file)
  await dialog.getByRole('radio', { name: /Buka sebagai salinan/ }).check()
  await dialog.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(new Strip(page).strip).toContainText('Salinan')
  await new FillIn(page).level(5).click()
  await page.goto('./#/')
  await expect(page.getByRole('link', { name: 'Kabupaten Contoh, 2025' })).toHaveCount(2)
  await expect(page.getByRole('listitem').filter({ hasNotText: 'salinan', hasText: '2025' })).toContainText(
    '1 dari 47',
  )
  const { assessments } = await dump(page)
  expect(assessments?.rows).toHaveLength(2)
})

test('merging into another assessment shows both names first', async ({ page }) => {
  await begin(page, { values: { I01: 2 } })
  const dialog = await choose(page, backupOf({ institution: 'Kota Lain', year: 2023, values: { I02: 4 } }))
  const into = dialog.getByRole('radio', { name: /Gabungkan ke Kabupaten Contoh, 2025/ })
  await expect(into).not.toBeChecked()
  await expect(dialog).toContainText('isi berkas ini untuk Kota Lain, 2023')
  await into.check()
  await merge(dialog)
  // Name, year and kind differ or agree; level 4 is new.
  await expect(dialog).toContainText('4 perubahan baru, 2 perbedaan')
  const { assessments } = await dump(page)
  expect(assessments?.rows).toHaveLength(1)
})

test('a deleted assessment comes back from Sampah when its backup is merged', async ({ page }) => {
  await begin(page, { values: { I01: 2 } })
  const file = await written(page)
  await page.goto('./#/')
  await page.getByLabel(/^Lainnya untuk/).click()
  await page.getByText('Hapus (ke Sampah)').click()
  await expect(page.getByRole('link', { name: 'Kabupaten Contoh, 2025' })).toHaveCount(0)
  await merge(await choose(page, file))
  await expect(page.getByRole('dialog')).toContainText('0 perubahan baru')
  await page.getByRole('button', { name: 'Selesai' }).click()
  await expect(page.getByRole('link', { name: 'Kabupaten Contoh, 2025' })).toBeVisible()
})

test('what is no backup, or a broken one, says so and changes nothing', async ({ page }, info) => {
  await begin(page, { values: { I01: 2 } })
  const good = backupOf({ institution: 'Kota Lain', values: { I02: 4 } })
  const altered = (alter: (file: Backup) => object) => JSON.stringify(alter(JSON.parse(good) as Backup))
  const first = (fields: object) =>
    altered((file) => ({
      ...file,
      changes: file.changes.map((change, at) => (at === 0 ? { ...change, ...fields } : change)),
    }))
  const before = await dump(page)

  const cases: [string, string | Buffer, string][] = [
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'terpotong atau bukan cadangan'],
    ['nothing at all', '', 'terpotong atau bukan cadangan'],
    ['a truncated one', good.slice(0, -20), 'terpotong atau bukan cadangan'],
    ['other JSON', '{"format":"peta"}', 'bukan cadangan SPBE Mandiri'],
    [
      'a newer one',
      good.replace('"formatVersion":1', '"formatVersion":9'),
      'versi yang lebih baru (format 9)',
    ],
    ['the year 20226', first({ field: 'year', value: 20_226 }), 'rusak pada bagian “changes.0.value”'],
    ['no name', first({ field: 'institutionName', value: ' ' }), 'rusak pada bagian “changes.0.value”'],
    [
      'one id, two contents',
      altered((file) => ({ ...file, changes: [...file.changes, { ...file.changes[0], person: 'x' }] })),
      'rusak',
    ],
    [
      'a ring',
      altered((file) => ({
        ...file,
        changes: file.changes.map((change) => ({ ...change, replaces: [change.id] })),
      })),
      'rusak',
    ],
    [
      'an unknown instrument',
      altered((file) => ({
        ...file,
        assessment: { ...file.assessment, instrument: { id: 'x', version: 1, sha256: '0'.repeat(64) } },
      })),
      'Mulai penilaian › Instrumen dari berkas',
    ],
  ]
  await page.goto('./#/')
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Buka atau pulihkan dari cadangan' })
  const input = dialog.getByLabel('Berkas cadangan atau isian')
  for (const [name, contents, message] of cases) {
    await test.step(name, async () => {
      await input.setInputFiles({
        name: 'x.json',
        mimeType: 'application/json',
        buffer: Buffer.from(contents),
      })
      await expect(dialog.getByRole('alert')).toContainText(message)
      await expect(dialog.getByRole('alert')).toContainText('Tidak ada yang berubah')
    })
  }
  await test.step('70 MB', async () => {
    const path = info.outputPath('besar.json')
    writeFileSync(path, Buffer.alloc(70_000_000, ' '))
    await input.setInputFiles(path)
    await expect(dialog.getByRole('alert')).toContainText('terlalu besar')
  })
  expect(await dump(page)).toEqual(before)

  await test.step('and then the good one is read all the same', async () => {
    await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(good) })
    await expect(dialog.getByText('Kota Lain, 2025').first()).toBeVisible()
  })
  expect(await dump(page)).toEqual(before)
})

test('a file that contradicts what is here is refused whole', async ({ page }) => {
  await begin(page, { values: { I01: 2 } })
  const file = JSON.parse(await written(page)) as Backup
  const before = await dump(page)
  const changes = [
    ...file.changes.map((change) => (change.field === 'value' ? { ...change, value: 5 } : change)),
    { ...file.changes[0], id: 'baru', target: { kind: 'indicator', id: 'I03' }, field: 'value', value: 3 },
  ]
  const dialog = await choose(page, JSON.stringify({ ...file, changes }))
  await merge(dialog)
  await expect(dialog.getByRole('alert')).toContainText('bertentangan dengan yang ada di komputer ini')
  expect(await dump(page)).toEqual(before)
})
