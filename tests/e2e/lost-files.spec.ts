/** The disk has lost a file that the browser still believes to have: what is made of it says so, or goes without. */
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { checkParcel } from '../../src/handover/files/open-parcel'
import { detached } from '../dossier/detach'
import { followLinks } from '../dossier/follow-links'
import { readBack } from '../report/pdf/read-back'
import { ASSESSMENT } from './a11y-states'
import { expect } from './fixtures'
import { filesOnDisk } from './files-data'
import { standInForPicker } from './folder-picker'
import { Strip } from './pages/strip'
import { layPool, sha256Of, type LaidFile } from './pool'
import { textPdf } from './pool-files'
import { test } from './profile'

test.use({ serviceWorkers: 'block', browserOnProfile: 'shell' })

const lost = textPdf('Perbup 12/2022', 3)
const kept = textPdf('SK Tim', 1)
const files: LaidFile[] = [
  { document: 'perbup', name: 'p.pdf', mediaType: 'pdf', bytes: lost, facts: { pages: 3 } },
  { document: 'sk', name: 's.pdf', mediaType: 'pdf', bytes: kept, facts: { pages: 1 } },
]
const pool = {
  documents: { perbup: { title: 'Peraturan Bupati' }, sk: { title: 'SK Tim' } },
  citations: [
    { id: 'c1', indicator: 'I01', document: 'perbup', pages: '2' },
    { id: 'c2', indicator: 'I01', document: 'sk', pages: '1' },
  ],
  files,
}

/** Where a browser that does not run keeps these bytes: in one file of its profile. */
function onDisk(folder: string, bytes: Buffer): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .filter((path) => sha256Of(readFileSync(path)) === sha256Of(bytes))
  expect(found).toHaveLength(1)
  return found.join()
}

test('a ministry folder names it, a dossier has its sheet instead, backups take all else along', async ({
  profile,
}) => {
  const before = await profile.launch()
  await layPool(before.pages()[0] ?? (await before.newPage()), pool)
  await before.close()
  rmSync(onDisk(profile.folder, lost))

  const context = await profile.launch()
  await context.addInitScript(standInForPicker)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`./#/nilai/${ASSESSMENT}/kirim`)
  const main = page.getByRole('main')
  await page.getByRole('button', { name: /^Aplikasi kementerian/ }).click()
  await main.getByRole('button', { name: 'Buat map (ZIP)' }).click()
  await expect(main.getByRole('alert')).toHaveText(
    'Map kementerian belum jadi. Penilaian Anda aman. Tidak ada yang tertinggal. Berkas ini tidak dapat dibaca ' +
      'lagi dari disk komputer ini: 01-Kebijakan-Arsitektur-SPBE/1.a.Perbup.pdf. Tambahkan ulang pada ' +
      'Bukti, lalu coba lagi.',
  )

  await page.getByRole('button', { name: /^Asesor/ }).click()
  await main.getByLabel('Sertakan berkas asli di dalam PDF').check()
  const downloading = page.waitForEvent('download')
  await main.getByRole('button', { name: 'Buat berkas asesor' }).click()
  const bytes = new Uint8Array(readFileSync(await (await downloading).path()))
  const { faults, claims } = followLinks(await readBack(bytes))
  expect(faults).toEqual([])
  expect(claims.map(({ mark, filePage }) => [mark, filePage])).toEqual([
    ['1.a', null],
    ['1.b', 1],
  ])
  expect(claims[0]?.proof.text).toContain('Berkasnya tidak ada di komputer')
  expect([...detached(bytes).values()].map((original) => sha256Of(Buffer.from(original)))).toEqual([
    sha256Of(kept),
  ])

  await page.getByRole('button', { name: /^Kami sendiri/ }).click()
  await main.getByRole('button', { name: 'Simpan cadangan' }).click()
  const dialog = page.getByRole('dialog', { name: /^Cadangan sudah diperiksa/ })
  await expect(dialog).toContainText('1 berkas bukti tidak ikut, karena tidak dapat dibaca lagi')
  await expect(dialog).toContainText('dari disk komputer ini: p.pdf.')
  await expect(dialog).toContainText('1 berkas bukti')
  await page.keyboard.press('Escape')

  await main.getByRole('button', { name: 'Pilih folder' }).click()
  const notice = 'Cadangan otomatis ditulis tanpa 1 berkas bukti, karena tidak dapat dibaca lagi'
  const expectNoticed = () =>
    expect(page.getByText(notice).last()).toContainText(
      'dari disk komputer ini: p.pdf. Tambahkan ulang pada Bukti',
    )
  await expectNoticed()
  // The next day, too.
  await page.reload()
  await expectNoticed()

  await new Strip(page).go('Bukti')
  await page.getByRole('link', { name: /^Peraturan Bupati/ }).click()
  await expect(page.getByRole('figure')).toContainText('tidak dapat dibaca lagi dari disk komputer ini')

  // Added again, as all of these say, it is there again: its bytes, though nothing of the assessment has changed.
  await new Strip(page).go('Bukti')
  await page
    .getByLabel('Tambah berkas')
    .setInputFiles({ name: 'p.pdf', mimeType: 'application/pdf', buffer: Buffer.from(lost) })
  await expect(page.getByRole('region', { name: 'Berkas yang ditambahkan' })).toContainText(
    '1 berkas tersimpan.',
  )
  expect((await filesOnDisk(page)).map(({ row, found }) => row.sha256 === found)).toEqual([true, true])
  await new Strip(page).go('Isi')
  await page.getByRole('radiogroup').getByRole('radio').first().check()
  await expect(page.getByText(notice)).toBeVisible()
  await page.getByRole('link', { name: /Kabupaten Contoh · 2025/ }).click()
  await expect(page.getByRole('link', { name: 'Penyimpanan' })).toBeVisible()
  await page.goBack()
  await expect(new Strip(page).strip).toBeVisible()
  await expect(page.getByText(notice)).toHaveCount(0)
  await expect(new Strip(page).fact('Dicadangkan')).toBeVisible()
})

const ways = {
  'cut off': (path: string) => truncateSync(path, statSync(path).size / 2),
  'other in its middle': (path: string) => {
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(8), 0, 8, statSync(path).size / 2)
    closeSync(file)
  },
}

for (const [way, damage] of Object.entries(ways)) {
  test(`a file that is ${way}: backups take all else along, and added again it is whole`, async ({
    profile,
  }, info) => {
    const before = await profile.launch()
    await layPool(before.pages()[0] ?? (await before.newPage()), pool)
    await before.close()
    damage(onDisk(profile.folder, lost))

    const context = await profile.launch()
    await context.addInitScript(standInForPicker)
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`./#/nilai/${ASSESSMENT}/kirim`)
    const main = page.getByRole('main')
    const dialog = page.getByRole('dialog', { name: /^Cadangan sudah diperiksa/ })
    const filesOfBackup = async () => {
      const downloading = page.waitForEvent('download')
      await main.getByRole('button', { name: 'Simpan cadangan' }).click()
      const path = info.outputPath('cadangan.zip')
      await (await downloading).saveAs(path)
      return checkParcel(new Blob([readFileSync(path)]))
    }
    const missing = '1 berkas bukti tidak ikut, karena tidak dapat dibaca lagi'

    await page.getByRole('button', { name: /^Kami sendiri/ }).click()
    expect(await filesOfBackup()).toMatchObject({
      status: 'read',
      fault: null,
      manifest: { counts: { files: 1 } },
    })
    await expect(dialog).toContainText(missing)
    await expect(dialog).toContainText('p.pdf.')
    await page.keyboard.press('Escape')
    await main.getByRole('button', { name: 'Pilih folder' }).click()
    await expect(page.getByText('Cadangan otomatis ditulis tanpa 1 berkas bukti').last()).toBeVisible()

    await page.getByRole('button', { name: /^Kominfo/ }).click()
    await main.getByLabel('Kunci dengan kata sandi').check()
    await main.getByRole('button', { name: 'Simpan isian untuk digabung' }).click()
    await expect(page.getByRole('dialog', { name: /^Isian sudah diperiksa/ })).toContainText(missing)
    await page.keyboard.press('Escape')

    await new Strip(page).go('Bukti')
    await page
      .getByLabel('Tambah berkas')
      .setInputFiles({ name: 'p.pdf', mimeType: 'application/pdf', buffer: Buffer.from(lost) })
    await expect(page.getByRole('region', { name: 'Berkas yang ditambahkan' })).toContainText(
      '1 berkas tersimpan.',
    )
    expect((await filesOnDisk(page)).map(({ row, found }) => row.sha256 === found)).toEqual([true, true])
    await new Strip(page).go('Kirim')
    await page.getByRole('button', { name: /^Kami sendiri/ }).click()
    expect(await filesOfBackup()).toMatchObject({
      status: 'read',
      fault: null,
      manifest: { counts: { files: 2 } },
    })
    await expect(dialog).toContainText('2 berkas bukti')
    await expect(dialog).not.toContainText(missing)
  })
}
