/** Bukti: the pool, a document beside its pages, and many documents at once. */
import { jsPDF } from 'jspdf'
import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { manyPages } from '../evidence/hostile-files'
import { evidenceOnDisk } from './files-data'
import { expect, freshTest, readyOffline, test } from './fixtures'
import { openPool } from './pool'
import { fontlessPdf, scannedPdf, textPdf } from './pool-files'
import { samplePool } from './pool-sample'

const list = (page: Page) => page.getByRole('navigation', { name: 'Kumpulan dokumen' })
const rows = (page: Page) => list(page).getByRole('listitem')
const paper = (page: Page) => page.locator('canvas.page-picture[aria-busy=false]')
const toast = (page: Page) => page.locator('.toast')

async function openDocument(page: Page, title: RegExp): Promise<void> {
  await list(page).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('the pool is searched and filtered, and a document is read, quoted and checked', async ({ page }) => {
  await openPool(page, samplePool)
  const filter = page.getByLabel('Tampilkan')

  await test.step('search and filters', async () => {
    await expect(rows(page)).toHaveCount(6)
    await expect(rows(page).first()).toContainText('DPA Dinas Contoh 2025')
    await page.getByLabel('Cari dokumen').fill('bupati 41')
    await expect(rows(page)).toHaveCount(1)
    await page.getByLabel('Cari dokumen').fill('')
    for (const [option, names] of [
      ['Belum dirujuk (3)', ['DPA', 'Tangkapan', 'Video']],
      ['Periksa halaman (1)', ['Peta Rencana']],
      ['Tanpa lapisan teks (1)', ['Peta Rencana']],
      ['“Draf” dalam nama (1)', ['Peta Rencana']],
      ['Rahasia (1)', ['DPA']],
    ] as const) {
      await filter.selectOption(option)
      await expect(rows(page)).toContainText([...names])
      await expect(rows(page)).toHaveCount(names.length)
    }
    await filter.selectOption('Semua (6)')
  })

  await test.step('pages are turned, and read aloud', async () => {
    await openDocument(page, /^Perbup 41/)
    await expect(paper(page)).toHaveAccessibleName(
      'Halaman 1 dari Perbup 41/2023 tentang Pedoman Manajemen Risiko SPBE',
    )
    await page.getByRole('button', { name: 'Halaman berikutnya' }).click()
    await expect(page.getByRole('region', { name: 'Teks halaman' })).toContainText('BAB 2.')
    await page.getByLabel('Halaman, 1 sampai 18').fill('99')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Halaman, 1 sampai 18')).toHaveValue('2')
    await page.getByLabel('Halaman, 1 sampai 18').fill('18')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Teks halaman' })).toContainText('BAB 18.')
    await expect(page.getByRole('button', { name: 'Halaman berikutnya' })).toBeDisabled()
    const before = await paper(page).evaluate((canvas) => canvas.clientWidth)
    await page.getByRole('button', { name: 'Perbesar' }).click()
    await expect.poll(() => paper(page).evaluate((canvas) => canvas.clientWidth)).toBeGreaterThan(before)
  })

  await test.step('a citation opens at its page: the one with its number printed on it', async () => {
    await page.getByRole('link', { name: 'Pasal 7–12, hlm. 4–7' }).click()
    await expect(page.getByLabel('Halaman, 1 sampai 18')).toHaveValue('6')
  })

  await test.step('a page is quoted, which is kept', async () => {
    await page.getByRole('button', { name: 'Halaman berikutnya' }).click()
    await page.getByRole('button', { name: 'Kutip halaman ini' }).click()
    const dialog = page.getByRole('dialog', { name: 'Kutip halaman 7' })
    await expect(dialog.getByLabel('Halaman tercetak')).toHaveValue('5')
    const before = await evidenceOnDisk(page)
    await dialog.getByRole('button', { name: 'Kutip', exact: true }).click()
    // Taken back, it says what it said, of the file too, which nobody had noted.
    await toast(page).getByRole('button', { name: 'Urungkan' }).click()
    await expect(page.getByRole('link', { name: 'Pasal 7–12, hlm. 4–7' })).toBeVisible()
    await saved(page)
    expect(await evidenceOnDisk(page)).toEqual(before)
    await page.getByRole('button', { name: 'Kutip halaman ini' }).click()
    await dialog.getByRole('button', { name: 'Kutip', exact: true }).click()
    await expect(page.getByText('Rujukan indikator 21 menunjuk halaman ini.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Pasal 7–12, hlm. 5' })).toBeVisible()

    await page.getByRole('button', { name: 'Halaman sebelumnya' }).click()
    await page.getByRole('button', { name: 'Kutip halaman ini' }).click()
    await page.getByLabel('Rujukan').selectOption('Rujukan baru')
    await page.getByRole('button', { name: 'Kutip', exact: true }).click()
    await expect(page.getByRole('alert')).toHaveText('Pilih indikator yang merujuk halaman ini.')
    await page.getByLabel('Indikator', { exact: true }).selectOption({ index: 30 })
    await page.getByRole('button', { name: 'Kutip', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Dirujuk 4 indikator' })).toBeVisible()
    await expect(page.getByText('Rujukan indikator 30 menunjuk halaman ini.')).toBeVisible()
    await saved(page)
    await page.reload()
    await expect(page.getByLabel('Halaman, 1 sampai 18')).toHaveValue('6')
    await expect(page.getByText('Rujukan indikator 30 menunjuk halaman ini.')).toBeVisible()
  })

  await test.step('a replaced file asks for a look at the pages; the older one can be seen', async () => {
    await openDocument(page, /^Peta Rencana/)
    await expect(page.getByText('dari 12')).toBeVisible()
    await page.getByRole('button', { name: 'Tampilkan Draft_Peta Rencana.pdf' }).click()
    await expect(page.getByText('dari 4')).toBeVisible()
    await expect(page.getByText('Ini bukan berkas terbaru dokumen ini.')).toBeVisible()
    await page.getByRole('button', { name: 'Halaman masih benar' }).click()
    await expect(page.getByText(/Periksa halaman/)).toHaveCount(0)
    await page.getByRole('button', { name: 'Lepas Peta Rencana.pdf' }).click()
    await expect(page.getByRole('button', { name: 'Kembalikan Peta Rencana.pdf' })).toBeVisible()
    await toast(page).getByRole('button', { name: 'Urungkan' }).click()
    await expect(page.getByRole('button', { name: 'Lepas Peta Rencana.pdf' })).toBeVisible()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Unduh Draft_Peta Rencana.pdf' }).first().click()
    expect((await downloading).suggestedFilename()).toBe('Draft_Peta Rencana.pdf')
  })
})

test('many documents are changed and deleted at once, and all of it is taken back at once', async ({
  page,
}) => {
  await openPool(page, samplePool)
  await page.getByRole('button', { name: 'Pilih banyak' }).click()
  await page.getByLabel('Cari dokumen').fill('perbup')
  await expect(rows(page)).toHaveCount(2)
  await page.getByLabel('Pilih semua yang tampil (2)').check()
  await page.getByRole('button', { name: 'Ubah yang dipilih' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ubah 2 dokumen' })
  await dialog.getByLabel('Tanggal atau tahun').fill('kemarin')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Tulis tahun')
  await dialog.getByLabel('Tanggal atau tahun').fill('2024')
  await dialog.getByLabel('Jenis').selectOption('SK')
  await dialog.getByLabel('Kerahasiaan').selectOption('Rahasia')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(rows(page)).toContainText([/SK ·/, /SK ·/])
  await expect(page.getByLabel('Tampilkan').getByRole('option', { name: 'Rahasia (3)' })).toBeAttached()
  await toast(page).getByRole('button', { name: 'Urungkan' }).click()
  await expect(rows(page)).toContainText([/Perda\/Perkada ·/, /Perda\/Perkada ·/])

  await page.getByRole('button', { name: 'Hapus yang dipilih' }).click()
  await expect(toast(page)).toContainText('2 dokumen dihapus; 4 rujukan ikut hilang: indikator 1, 8, 21, 22')
  await expect(rows(page)).toHaveCount(0)
  await toast(page).getByRole('button', { name: 'Urungkan' }).click()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).last()).toContainText('Dirujuk 3×')
})

test('a page says so when what draws it breaks down, and the next document is drawn again', async ({
  page,
  beforePages,
}) => {
  await beforePages(() => {
    const Own = Worker
    Object.defineProperty(window, 'Worker', {
      value: class extends Own {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given)
          if (String(given[0]).includes('pdf-worker')) addEventListener('break', () => this.breakDown())
        }
        private breakDown() {
          this.terminate()
          this.dispatchEvent(new Event('error'))
        }
      },
    })
  })
  await openPool(page, samplePool)
  await openDocument(page, /^Perbup 41/)
  await expect(paper(page)).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('break')))
  await page.getByRole('button', { name: 'Halaman berikutnya' }).click()
  await expect(page.getByText('Halaman ini tidak dapat digambar di sini.')).toBeVisible()
  await openDocument(page, /^Peta Rencana/)
  await expect(paper(page)).toBeVisible()
})

test('a scan says so when what draws it cannot be loaded, and is whole when opened again with it', async ({
  page,
  context,
  watched,
}) => {
  watched.expectFault(/pdfjs\/decoders|Failed to load resource|Failed to fetch dynamically imported module/)
  await openPool(page, {
    documents: { scan: { title: 'Pindaian', kind: 'lainnya' }, naskah: { title: 'Naskah', kind: 'lainnya' } },
    files: [
      { document: 'scan', name: 's.pdf', mediaType: 'pdf', bytes: scannedPdf('JBIG2Decode') },
      { document: 'naskah', name: 'n.pdf', mediaType: 'pdf', bytes: textPdf('Perbup', 2) },
    ],
  })
  const incomplete = page.getByText('Mungkin ada gambar atau huruf yang tidak tampak di sini')
  await context.route('**/pdfjs/decoders.js', (route) => route.abort())
  await openDocument(page, /^Pindaian/)
  await expect(incomplete).toBeVisible()
  await openDocument(page, /^Naskah/)
  await expect(page.getByRole('region', { name: 'Teks halaman' })).toContainText('BAB 1.')
  await expect(incomplete).toBeHidden()
  await context.unroute('**/pdfjs/decoders.js')
  await openDocument(page, /^Pindaian/)
  await expect(page.getByRole('region', { name: 'Teks halaman' })).toHaveText(
    'Halaman ini gambar tanpa teks.',
  )
  const [left = 0] = await darkness(paper(page))
  expect(left, 'left half of the scan').toBeGreaterThan(0.95)
  await expect(incomplete).toBeHidden()
})

freshTest(
  'without a network scans, pictures and fonts are drawn, and what is not says why',
  async ({ page }) => {
    await page.goto('./')
    await readyOffline(page)
    const turned = await turnedJpeg(page)
    const film = readFileSync(new URL('../examples/files/film.mp4', import.meta.url))
    const locked = new jsPDF({
      encryption: { userPassword: 'sandi', ownerPassword: 'lain', userPermissions: [] },
    })
    locked.text('rahasia', 10, 10)
    const files = {
      jbig2: ['pdf', scannedPdf('JBIG2Decode')],
      jpx: ['pdf', scannedPdf('JPXDecode')],
      teks: ['pdf', textPdf('Perbup', 2)],
      jepang: ['pdf', fontlessPdf()],
      foto: ['jpeg', turned],
      kunci: ['pdf', Buffer.from(locked.output('arraybuffer'))],
      rusak: ['pdf', textPdf('Perbup', 2).subarray(0, 40)],
      kata: ['docx', Buffer.from('PK')],
      film: ['mp4', film],
      'bukan-film': ['mp4', film.subarray(0, 40)],
      ribuan: ['pdf', Buffer.from(manyPages().bytes)],
    } as const
    await openPool(page, {
      documents: Object.fromEntries(Object.keys(files).map((id) => [id, { title: id, kind: 'lainnya' }])),
      files: Object.entries(files).map(([document, [mediaType, bytes]]) => ({
        ...{ document, name: `${document}.${mediaType}`, mediaType, bytes },
      })),
    })
    await page.context().setOffline(true)
    for (const scan of ['jbig2', 'jpx']) {
      await openDocument(page, new RegExp(`^${scan}`))
      await expect(paper(page)).toBeVisible()
      const [left = 0, right = 1] = await darkness(paper(page))
      expect(left, `left half of ${scan}`).toBeGreaterThan(0.95)
      expect(right, `right half of ${scan}`).toBeLessThan(0.05)
      await expect(page.getByRole('region', { name: 'Teks halaman' })).toHaveText(
        'Halaman ini gambar tanpa teks.',
      )
    }
    await openDocument(page, /^teks/)
    await expect(page.getByRole('region', { name: 'Teks halaman' })).toContainText('BAB 1.')
    const [left = 0] = await darkness(paper(page))
    expect(left, 'letters on the page').toBeGreaterThan(0)
    await openDocument(page, /^jepang/)
    await expect(page.getByRole('region', { name: 'Teks halaman' })).toContainText('日本')
    await expect.poll(async () => (await darkness(paper(page)))[0]).toBeGreaterThan(0.3)
    await openDocument(page, /^foto/)
    const picture = page.getByRole('img', { name: 'Gambar foto' })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(20)
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(40)
    await openDocument(page, /^film/)
    const video = page.getByLabel('Video film')
    await video.evaluate((element: HTMLVideoElement) => element.play())
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0)
    await openDocument(page, /^ribuan/)
    await page.getByLabel('Halaman, 1 sampai 5000').fill('5000')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Teks halaman' })).toContainText('Halaman 5000 dari arsip')
    for (const [name, why] of [
      ['kunci', 'Berkas ini meminta kata sandi'],
      ['rusak', 'Berkas ini tidak dapat dibaca'],
      ['kata', 'Berkas DOCX tidak dapat ditampilkan di sini'],
      ['bukan-film', 'Video ini tidak dapat diputar di sini'],
    ] as const) {
      await openDocument(page, new RegExp(`^${name}`))
      await expect(page.getByRole('figure')).toContainText(why)
      await expect(page.getByRole('figure').getByRole('button', { name: /^Unduh/ })).toBeVisible()
    }
  },
)

/** Share of dark dots in the left and in the right half of what is drawn. */
async function darkness(canvas: Locator): Promise<number[]> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const half = Math.floor(element.width / 2)
    return [0, element.width - half].map((from) => {
      const { data } = element.getContext('2d')?.getImageData(from, 0, half, element.height) ?? { data: [] }
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1
      return dark / (data.length / 4)
    })
  })
}

/** A JPEG of 40 × 20 dots that its camera noted as turned by a quarter. */
async function turnedJpeg(page: Page): Promise<Buffer> {
  const plain = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 20)
    canvas.getContext('2d')?.fillRect(0, 0, 20, 20)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' })
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  // Exif with one entry: orientation (0x0112) is 6.
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  const exif = [...Buffer.from('Exif\0\0'), ...tiff]
  return Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...plain.slice(2)])
}

async function saved(page: Page): Promise<void> {
  await expect(page.locator('.facts')).not.toContainText('Menyimpan')
}
