/** Walks through every screen and state of the app, for the specs that look at each of them in their own way. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readWorkbook } from '../../src/spreadsheet/files/read-xlsx'
import { rewritten } from '../spreadsheet/rewrite'
import { changeOf, changesOf, documentTarget, indicatorTarget } from '../examples/changes'
import { fullAssessment } from '../examples/full-assessment'
import type { Change } from '../../src/answers/change'
import { writeBackup } from '../../src/handover/backup'
import { begin as beginWith } from './backup'
import { catalogueEntry } from './instrument'
import { expect, type Watch } from './fixtures'
import { lay } from './laid'
import { openPool } from './pool'
import { samplePool } from './pool-sample'

/** Called at each state of a walk with its name; must leave the page as it found it. */
export type Stop = (name: string) => Promise<void>

export interface Walk {
  readonly name: string
  /** Before the first page is opened. */
  readonly prepare?: (page: Page, watched: Watch) => Promise<void>
  readonly walk: (page: Page, stop: Stop) => Promise<void>
}

/** The id of the assessment that `openFull` opens. */
export const ASSESSMENT = 'penilaian-a11y'

/** The worked assessment, a level and a text that two people gave differently, and a document with a long name. */
const fullChanges: readonly Change[] = [
  ...fullAssessment,
  changeOf('I04-other', indicatorTarget('I04'), 'value', 1),
  changeOf('I12-other', indicatorTarget('I12'), 'analysis', 'Tingkat 3 terpenuhi menurut reviu tahun lalu.'),
  ...changesOf(documentTarget('panjang'), {
    title: `Keputusan tentang ${'penyelenggaraan '.repeat(6)}sistem-pemerintahan-berbasis-elektronik-seutuhnya`,
    kind: 'sk',
  }),
]

/** A backup file with some changes. */
export function backupOf(changes: readonly Change[], assessment = ASSESSMENT): string {
  const { id, version, sha256 } = catalogueEntry
  return writeBackup({
    assessment: {
      id: assessment,
      instrument: { id, version, sha256 },
      createdAt: '2025-06-02T01:00:00Z',
      origin: 'own',
      scope: 'all',
    },
    changes,
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    appVersion: '0.1.0',
    savedAt: '2025-06-02T01:00:00Z',
  })
}

/** Opens Beranda and there the backup dialog, and gives it a file. */
export async function giveBackup(page: Page, text: string): Promise<void> {
  await page.goto('./')
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  const buffer = Buffer.from(text)
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: 'cadangan.json', mimeType: 'application/json', buffer })
}

/** Opens the worked assessment; one is then on Isi. */
export async function openFull(page: Page): Promise<void> {
  await lay(page, backupOf(fullChanges))
  await page.goto(`./#/nilai/${ASSESSMENT}/isi`)
  await arrive(page, 1)
}

/** Waits until an indicator is shown. */
export async function arrive(page: Page, number: number): Promise<void> {
  await expect(page.locator('main h1 .n')).toHaveText(String(number), { timeout: 20_000 })
}

/** Goes to an address of the worked assessment: 'isi/I05', 'hasil'. */
export async function goTo(page: Page, part: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/nilai/${ASSESSMENT}/${part}`)
}

/** Opens an assessment before the first answer; one is then on Isi. */
export async function begin(page: Page): Promise<void> {
  await beginWith(page)
  await arrive(page, 1)
}

async function beranda(page: Page, stop: Stop): Promise<void> {
  await page.goto('./')
  await page.getByRole('link', { name: 'Mulai penilaian' }).waitFor()
  await stop('beranda-kosong')
  await page.goto('./#/sampah')
  await page.getByText('Sampah kosong').waitFor()
  await stop('sampah-kosong')
  await page.goto('./#/penyimpanan')
  await page.getByText('Terpakai').waitFor()
  await stop('penyimpanan')
  await page.goto('./#/periksa')
  await page.getByRole('heading', { name: 'Periksa berkas' }).waitFor()
  await page.getByLabel('Paket yang diperiksa').setInputFiles({
    name: 'cadangan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(backupOf(fullChanges)),
  })
  await page.getByText('Berkas ini utuh').waitFor()
  await stop('periksa')
  await giveBackup(page, '{"tidak": "cadangan"}')
  await page.locator('dialog .note.err').waitFor()
  await stop('cadangan-salah')
  await page.keyboard.press('Escape')
  await giveBackup(page, backupOf(fullChanges))
  await page.getByText('Apa yang harus dilakukan?').waitFor()
  await stop('cadangan-pilihan')
  await page.getByRole('button', { name: 'Buka', exact: true }).click()
  await arrive(page, 1)
  await giveBackup(page, backupOf(fullChanges, 'lain'))
  await page.getByLabel(/Gabungkan ke Kabupaten Contoh/).check()
  await stop('cadangan-gabung')
  await page.getByRole('button', { name: 'Gabungkan' }).click()
  await page.getByText('Cadangan sudah digabung').waitFor()
  await stop('cadangan-digabung')
  await page.getByRole('button', { name: 'Selesai' }).click()
  await stop('beranda')
  await page.locator('.more summary').click()
  await stop('beranda-menu')
  await page.getByRole('button', { name: 'Salin untuk dicoba-coba' }).click()
  await expect(page.locator('.asm > li')).toHaveCount(2)
  await page.getByRole('button', { name: 'Hapus (ke Sampah)' }).click()
  await page.getByRole('link', { name: /Sampah/ }).click()
  await page.getByRole('button', { name: 'Pulihkan' }).waitFor()
  await stop('sampah')
}

/** An assessment begun from the worked one, with a result of another instrument beside it. */
const successor: readonly Change[] = [
  ...changesOf(
    { kind: 'assessment' },
    {
      institutionKind: 'kabupaten',
      institutionName: 'Kabupaten Contoh',
      year: 2026,
      sourceAssessment: ASSESSMENT,
    },
  ),
  ...changesOf(
    { kind: 'pastYear', id: 'lalu' },
    {
      year: 2020,
      instrument: 'spbe-2018',
      index: 2.1,
      note: 'Laporan evaluasi',
    },
  ),
]

async function next(page: Page, stop: Stop): Promise<void> {
  await lay(page, backupOf(fullChanges), backupOf(successor, 'penerus'))
  await page.goto(`./#/mulai/${ASSESSMENT}`)
  await page.getByRole('button', { name: 'Buat dan lihat daftar kerja' }).waitFor()
  await stop('penerus')
  await page.goto('./#/nilai/penerus/daftar-kerja')
  await page.locator('.work-rows summary').first().click()
  await page.locator('.piece').first().waitFor()
  await stop('daftar-kerja')
  await page.goto('./#/nilai/penerus/isi/I01')
  await page.locator('.from-source .piece').first().waitFor()
  await stop('isi-usulan')
  await page.goto('./#/nilai/penerus/hasil')
  await page.getByText('Penilaian di komputer ini').waitFor()
  await page.locator('.years').waitFor()
  await stop('hasil-tahun-ke-tahun')
}

async function mulai(page: Page, stop: Stop): Promise<void> {
  await page.goto('./#/mulai')
  await page.locator('.qs .note').waitFor()
  await stop('mulai')
  await page.getByLabel('Tahun penilaian').fill('20226')
  await page.getByLabel('Sebagian saja').check()
  await page.locator('.checklist').waitFor()
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await expect(page.getByRole('alert')).toHaveCount(3)
  await stop('mulai-salah')
  await page.getByLabel('Nama lengkap instansi').fill('Dinas Contoh')
  await page.getByLabel('Tahun penilaian').fill('2025')
  await page.getByLabel('Centang yang lazim diampu').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await page.locator('.levels').waitFor()
  await page.locator('.levels input').first().check()
  await stop('isi-sebagian')
  await page.getByRole('button', { name: /Rincian/ }).click()
  await page.locator('dialog').waitFor()
  await stop('rincian-bagian')
}

/** Another instrument from Mulai on: a file that is refused, a converted index, a value that does not fit its level. */
async function instruments(page: Page, stop: Stop): Promise<void> {
  const open = (part: string) =>
    page.evaluate((to) => {
      location.hash = location.hash.replace(/\/isi.*$/, `/${to}`)
    }, part)
  await page.goto('./#/mulai')
  await page.getByLabel('Nama lengkap instansi').fill('Kabupaten Contoh')
  await page.getByLabel('Tahun penilaian').fill('2026')
  await page.getByRole('button', { name: 'Instrumen dari berkas' }).click()
  await page.locator('dialog input[type=file]').setInputFiles({
    name: 'instrumen.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"id": "contoh"}'),
  })
  await page.locator('dialog .faults').waitFor()
  await stop('instrumen-ditolak')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await page.locator('.levels').waitFor()
  await page.locator('.levels input').nth(2).check()
  await page.getByLabel('Nilai di dalam tingkat 3').fill('4')
  await stop('isi-desimal')
  await open('isi/I07')
  await page.getByLabel('IPS (1–5)').fill('2,9')
  await page.getByText('perkiraan', { exact: true }).first().waitFor()
  await stop('isi-konversi')
  await open('identitas')
  await page.locator('.version').waitFor()
  await stop('instrumen-versi')
}

async function blank(page: Page, stop: Stop): Promise<void> {
  await begin(page)
  await stop('isi-kosong')
  for (const tab of ['Bukti', 'Hasil', 'Kirim']) {
    await page.getByRole('link', { name: tab, exact: true }).click()
    await page.locator('main h1', { hasText: tab === 'Kirim' ? 'Berkas asesor' : tab }).waitFor()
    await stop(`${tab.toLowerCase()}-kosong`)
  }
}

async function isi(page: Page, stop: Stop): Promise<void> {
  await openFull(page)
  await goTo(page, 'isi/I08')
  await arrive(page, 8)
  await stop('isi')
  await page.locator('.levels input').first().check()
  // Its clock stands still while it has the focus; a pointer over it would not follow it to a phone.
  await page.locator('.toast button').focus()
  await stop('isi-urungkan')
  await page.locator('.toast button').click()
  for (const fold of await page.locator('main summary').all()) await fold.click()
  await stop('isi-lipatan')
  await goTo(page, 'isi/I04')
  await arrive(page, 4)
  await page.locator('.difference input').first().check()
  await stop('isi-tingkat-berbeda')
  await goTo(page, 'isi/I12')
  await arrive(page, 12)
  await page.getByRole('button', { name: 'Susun gabungan' }).click()
  await stop('isi-teks-berbeda')
  await goTo(page, 'isi/I34')
  await arrive(page, 34)
  await page.getByRole('textbox', { name: 'Analisis' }).fill('x'.repeat(120_000))
  await page.locator('main [role=alert]').waitFor()
  await stop('isi-terlalu-panjang')
  const files = [
    { name: 'SK tim.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.4') },
    { name: 'kosong.docx', mimeType: '', buffer: Buffer.alloc(0) },
    { name: 'pasang.exe', mimeType: '', buffer: Buffer.from('x') },
  ]
  await page.getByLabel('Tambah berkas').setInputFiles(files)
  await page.getByText('1 berkas tersimpan dari 3').last().waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await stop('isi-berkas')
  await goTo(page, 'daftar')
  await page.locator('.only-list .list').evaluate((list) => list.scrollTo(0, 0))
  await stop('daftar')
}

async function dialogs(page: Page, stop: Stop): Promise<void> {
  await openFull(page)
  await page.getByRole('button', { name: 'Tambah dokumen' }).click()
  await page.locator('dialog button[type=submit]').click()
  await page.locator('dialog [role=alert]').waitFor()
  await stop('dialog-dokumen')
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /Ubah rujukan/ })
    .first()
    .click()
  await stop('dialog-ubah')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Rujuk dari kumpulan' }).click()
  await page.getByLabel('Cari dokumen').waitFor()
  await stop('dialog-kumpulan')
  await page.getByLabel('Cari dokumen').fill('tidak ada yang begini')
  await stop('dialog-kumpulan-kosong')
  await page.getByRole('button', { name: 'Batal' }).click()
  await page.getByRole('button', { name: 'Bantuan tombol' }).click()
  await stop('bantuan')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Rincian/ }).click()
  await stop('rincian')
}

/** A document beside its pages, and what is done with it. */
async function documents(page: Page, stop: Stop): Promise<void> {
  await openPool(page, samplePool, '/perbup-41/k-21')
  const drawn = page.locator('canvas.page-picture[aria-busy=false]')
  await drawn.waitFor()
  await page.locator('.doc-actions summary').click()
  await stop('bukti-dokumen')
  await page.getByRole('button', { name: 'Kutip halaman ini' }).click()
  await page.getByLabel('Rujukan').selectOption('Rujukan baru')
  await page.getByRole('button', { name: 'Kutip', exact: true }).click()
  await page.locator('dialog [role=alert]').waitFor()
  await stop('bukti-kutip')
  await page.keyboard.press('Escape')
  await goTo(page, 'bukti/peta-rencana')
  await page.getByRole('button', { name: 'Lepas Draft_Peta Rencana.pdf' }).click()
  await page.getByRole('button', { name: 'Kembalikan Draft_Peta Rencana.pdf' }).waitFor()
  await drawn.waitFor()
  await stop('bukti-versi')
  await goTo(page, 'bukti')
  await page.getByRole('button', { name: 'Pilih banyak' }).click()
  await page.getByLabel(/^Pilih Perbup 12/).check()
  await stop('bukti-banyak')
}

async function others(page: Page, stop: Stop): Promise<void> {
  await openFull(page)
  await goTo(page, 'bukti')
  await page.locator('.docs li').first().waitFor()
  await stop('bukti')
  await goTo(page, 'hasil')
  await page.locator('.radar').waitFor()
  await stop('hasil')
  await page.locator('.index-number .figure').click()
  await page.getByRole('dialog').getByRole('table').waitFor()
  await stop('hasil-rincian')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Tambah hasil tahun lalu' }).click()
  await page.getByLabel('Yang diketahui').selectOption({ label: 'Nilai tiap domain' })
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.locator('dialog [role=alert]').first().waitFor()
  await stop('hasil-tahun')
  await page.keyboard.press('Escape')
  await goTo(page, 'cepat')
  await page.getByRole('heading', { name: 'Daftar cepat' }).waitFor()
  await stop('daftar-cepat')
  await goTo(page, 'identitas')
  await page.getByRole('heading', { name: 'Identitas' }).waitFor()
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('Identitas penilaian tersimpan').waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await stop('identitas')
  await goTo(page, 'umum')
  await page.getByRole('textbox', { name: /^1\. / }).waitFor()
  await stop('umum')
  await goTo(page, 'kirim')
  await page.getByRole('button', { name: 'Buat laporan PDF' }).waitFor()
  await stop('kirim')
  await page.evaluate(() => Object.assign(window, { holdWorkers: true }))
  await page.getByRole('button', { name: 'Buat laporan PDF' }).click()
  await page.getByRole('progressbar').waitFor()
  await stop('kirim-sedang')
  await page.getByRole('button', { name: 'Batalkan' }).click()
  await page.getByText('dibatalkan').last().waitFor()
  await page.evaluate(() => Object.assign(window, { holdWorkers: false }))
  await page.getByRole('button', { name: 'Buat laporan PDF' }).click()
  await page.getByText('Laporan sudah diperiksa').waitFor({ timeout: 20_000 })
  await stop('kirim-jadi')
  await page.getByRole('button', { name: /^Aplikasi kementerian/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Catatan untuk aplikasi kementerian' }).waitFor()
  await page.getByRole('button', { name: 'Buat map (ZIP)' }).waitFor()
  await stop('kirim-kementerian')
  await page.getByRole('button', { name: /^Dokumen penutup/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Dokumen penutup' }).waitFor()
  await stop('kirim-penutup')
  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  await page.getByText('Cadangan sudah diperiksa').waitFor()
  await stop('kirim-cadangan-jadi')
  await page.getByRole('button', { name: 'Selesai' }).click()
  await page.getByLabel('Kunci dengan kata sandi').check()
  await page.getByLabel('Kata sandi yang diusulkan').waitFor()
  await stop('kirim-cadangan')
  await giveWorkbook(page)
  await stop('kirim-excel')
  await page.keyboard.press('Escape')
  await page.goto('./#/nilai/tidak-ada/isi')
  await page.getByRole('heading', { name: /tidak ada di komputer ini/ }).waitFor()
  await stop('tidak-ada')
}

/** Takes the workbook of the assessment, changes two cells of it and gives it back: what would change is shown. */
async function giveWorkbook(page: Page): Promise<void> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Unduh Excel' }).click()
  const reading = await readWorkbook(new Uint8Array(readFileSync(await (await downloading).path())))
  if (reading.status === 'refused') throw new Error(reading.fault.kind)
  const edited = await rewritten(reading.book, { Isian: { C4: 5, C6: '4', C7: 9 } })
  const file = { name: 'Isian.xlsx', mimeType: '', buffer: Buffer.from(edited) }
  await page.getByLabel('Buka isian dari Excel').setInputFiles(file)
  await page.getByRole('dialog').waitFor()
}

/** Makes a report wait as long as `holdWorkers` says so, to look at the page meanwhile. */
async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const RealWorker = Worker
    window.Worker = class extends RealWorker {
      override postMessage(...message: [unknown]) {
        if (!(window as { holdWorkers?: boolean }).holdWorkers) super.postMessage(...message)
      }
    }
  })
}

async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
}

async function breakScreens(page: Page, watched: Watch): Promise<void> {
  watched.expectFault(/./)
  await page.addInitScript(() => {
    Object.defineProperty(document, 'title', {
      get: () => 'SPBE Mandiri',
      set() {
        throw new Error('broken on purpose')
      },
    })
  })
}

async function failure(page: Page, stop: Stop, name: string, title: RegExp): Promise<void> {
  await page.goto('./')
  await page.getByRole('heading', { name: title }).waitFor()
  await stop(name)
}

/** Opens the database in another page as a newer version of the app would. */
async function outdate(page: Page, stop: Stop): Promise<void> {
  await page.goto('./')
  await page.getByRole('link', { name: 'Mulai penilaian' }).waitFor()
  await page.evaluate(() => void indexedDB.open('spbe-mandiri', 1000))
  await page.getByRole('heading', { name: /Versi baru sudah dibuka/ }).waitFor()
  await stop('gagal-usang')
}

async function guide(page: Page, stop: Stop): Promise<void> {
  await page.goto('./#/panduan')
  await page.getByLabel('Cari dalam panduan').fill('cadangan')
  await page.getByRole('list', { name: 'Hasil pencarian' }).waitFor()
  await stop('panduan-cari')
  await page.getByLabel('Cari dalam panduan').fill('')
  await page.getByRole('heading', { name: 'Membuka aplikasi' }).waitFor()
  await stop('panduan')
}

export const walks: readonly Walk[] = [
  { name: 'Panduan', walk: guide },
  { name: 'Isi', walk: isi },
  { name: 'Bukti, Hasil, Kirim, Identitas', prepare: holdWorkers, walk: others },
  { name: 'Bukti', walk: documents },
  { name: 'dialog', walk: dialogs },
  { name: 'Beranda dan Sampah', walk: beranda },
  { name: 'Mulai', walk: mulai },
  { name: 'penilaian penerus', walk: next },
  { name: 'Instrumen lain', walk: instruments },
  { name: 'penilaian kosong', walk: blank },
  {
    name: 'penyimpanan diblokir',
    prepare: blockStorage,
    walk: (page, stop) => failure(page, stop, 'gagal-diblokir', /diblokir/),
  },
  { name: 'versi lebih baru', walk: outdate },
  {
    name: 'halaman rusak',
    prepare: breakScreens,
    walk: (page, stop) => failure(page, stop, 'gagal-halaman', /tidak dapat ditampilkan/),
  },
]
