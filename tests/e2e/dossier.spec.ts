/** The dossier on the production build: chosen, made, called off, out of room, and read back from where it was handed over. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { detached } from '../dossier/detach'
import { faultsByQpdf } from '../report/pdf/qpdf'
import { readBack } from '../report/pdf/read-back'
import { ASSESSMENT } from './a11y-states'
import { expect, test } from './fixtures'
import { quota } from './little-room'
import { layPool, sha256Of } from './pool'
import { scannedPdf, textPdf } from './pool-files'
import { filesIn } from './private-folder'

const XLSX = Buffer.from('PK\x03\x04 an office file as far as its name and kind go')

test('a dossier leads from claim to page and back, and leaves nothing when it is called off', async ({
  page,
}) => {
  const perbup = textPdf('Peraturan Bupati', 30)
  const scan = scannedPdf('JBIG2Decode')
  const wreck = perbup.subarray(0, 3000)
  const photo = await webp(page)
  const pdf = { mediaType: 'pdf' as const }
  await layPool(page, {
    documents: {
      perbup: { title: 'Peraturan Bupati tentang SPBE', kind: 'perda-perkada', number: '12', date: '2023' },
      scan: { title: 'Keputusan yang dipindai', kind: 'sk' },
      wreck: { title: 'Berkas yang terpotong', kind: 'laporan' },
      sheet: { title: 'Daftar aset', kind: 'laporan' },
      photo: { title: 'Layar aplikasi', kind: 'tangkapan-layar' },
      secret: { title: 'Laporan keamanan', kind: 'laporan', confidential: true },
    },
    citations: [
      { id: 'c1', indicator: 'I01', document: 'perbup', pages: '25', pdfPages: '25', file: '0'.repeat(64) },
      { id: 'c2', indicator: 'I01', document: 'scan' },
      { id: 'c3', indicator: 'I01', document: 'wreck', pages: '1' },
      { id: 'c4', indicator: 'I02', document: 'sheet' },
      { id: 'c5', indicator: 'I02', document: 'photo' },
      { id: 'c6', indicator: 'I02', document: 'secret', pages: '3' },
      { id: 'c7', indicator: 'I21', document: 'perbup', pages: '99', pdfPages: '99' },
    ],
    files: [
      { document: 'perbup', name: 'perbup.pdf', ...pdf, bytes: perbup, facts: { pages: 30 } },
      { document: 'scan', name: 'scan.pdf', ...pdf, bytes: scan, facts: { pages: 1 } },
      // Said to be whole: the worker finds out.
      { document: 'wreck', name: 'wreck.pdf', ...pdf, bytes: wreck, facts: { pages: 30 } },
      { document: 'sheet', name: 'aset.xlsx', mediaType: 'xlsx', bytes: XLSX },
      { document: 'photo', name: 'layar.webp', mediaType: 'webp', bytes: photo },
      { document: 'secret', name: 'rahasia.pdf', ...pdf, bytes: textPdf('Rahasia', 3), facts: { pages: 3 } },
    ],
  })
  await page.goto(`./#/nilai/${ASSESSMENT}/kirim`)
  const section = page.getByRole('region', { name: 'Berkas asesor' })
  await expect(section.getByText('1 dokumen rahasia.')).toBeVisible()
  await expect(section.getByText(/1 dokumen tanpa halaman, berkas perkantoran/)).toBeVisible()
  await section.getByRole('checkbox', { name: 'Sertakan berkas asli di dalam PDF' }).check()
  await expect(section.getByRole('row', { name: /Berkas asli di dalam PDF.* 5 berkas/ })).toBeVisible()
  await expect(section.getByText(/1 rujukan menyebut halaman yang tidak ada/)).toBeVisible()

  await expect(section.getByText(/1 rujukan dibuat pada berkas versi sebelumnya: 1\.a\./)).toBeVisible()

  const downloading = page.waitForEvent('download')
  await section.getByRole('button', { name: 'Buat berkas asesor' }).click()
  const download = await downloading
  await expect(section.getByText('Berkas asesor sudah diperiksa dan diserahkan ke peramban.')).toBeVisible()
  expect(download.suggestedFilename()).toBe('Berkas-Asesor-SPBE-2025-Kabupaten-Contoh.pdf')
  const bytes = new Uint8Array(readFileSync(await download.path()))
  expect(faultsByQpdf(bytes)).toBe('')
  const given = [...detached(bytes)].map(([name, own]) => [name, sha256Of(own)])
  expect(given).toEqual([
    ['1.a.Perbup-12-2023-SPBE.pdf', sha256Of(perbup)],
    ['1.b.SK-yang-dipindai.pdf', sha256Of(scan)],
    ['1.c.Berkas-yang-terpotong.pdf', sha256Of(wreck)],
    ['2.a.Daftar-aset.xlsx', sha256Of(XLSX)],
    ['2.b.Layar-aplikasi.webp', sha256Of(photo)],
  ])
  await expect(section.getByText(/, 5 berkas asli, /)).toBeVisible()
  const { pages } = await readBack(bytes)
  const texts = pages.map(({ text }) => text)
  const cited = pages.findIndex(({ text }) => text.includes('BAB 25.'))
  expect(texts[cited]).toContain('Lampiran 1.a, halaman 25 dari 30')
  const claimed = pages.findIndex(({ links }) => links.some((link) => link.page === cited + 1))
  expect(texts[claimed]).toContain('Tingkat Kematangan')
  expect(texts.filter((text) => text.includes('rusak atau tidak utuh'))).toHaveLength(1)
  expect(texts.filter((text) => /gambar layar\.webp/.test(text))).toHaveLength(1)
  expect(texts.join(' ')).not.toContain('rahasia.pdf')

  await test.step('without originals, in the place of the one before', async () => {
    expect(await filesIn(page, 'parcels')).toHaveLength(1)
    await section.getByRole('checkbox', { name: 'Sertakan berkas asli di dalam PDF' }).uncheck()
    const downloading = page.waitForEvent('download')
    await section.getByRole('button', { name: 'Buat berkas asesor' }).click()
    const plain = new Uint8Array(readFileSync(await (await downloading).path()))
    await expect(section.getByText('Berkas asesor sudah diperiksa')).toBeVisible()
    expect(faultsByQpdf(plain)).toBe('')
    expect(detached(plain)).toEqual(new Map())
    expect((await readBack(plain)).pages).toHaveLength(pages.length)
    expect(await filesIn(page, 'parcels')).toHaveLength(1)
    await section.getByRole('checkbox', { name: 'Sertakan berkas asli di dalam PDF' }).check()
  })

  await test.step('called off: nothing is left', async () => {
    for (const moment of ['Menyusun', 'Dokumen']) {
      await callOffAt(page, moment)
      await section.getByRole('button', { name: 'Buat berkas asesor' }).click()
      const said = 'Berkas asesor dibatalkan. Isian Anda tidak berubah. Tidak ada yang tertinggal.'
      await expect(section.getByText(said), moment).toBeVisible()
      expect(await filesIn(page, 'parcels')).toEqual([])
    }
  })

  await test.step('too little room for it: said, where the browser tells before anything is written', async () => {
    await page.evaluate(littleRoom)
    await section.getByRole('button', { name: 'Buat berkas asesor' }).click()
    await expect(section.getByRole('alert')).toContainText(/Perlu sekitar 20(,\d)? MB, tersedia 5 MB/)
    expect(await filesIn(page, 'parcels')).toEqual([])
    await page.evaluate(() => Object.assign(window, { Worker: Object.getPrototypeOf(Worker) as unknown }))
  })

  await test.step('and where the disk turns out to be full', async () => {
    const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate())
    await quota(page, usage + 20_000)
    await section.getByRole('button', { name: 'Buat berkas asesor' }).click()
    const said =
      'Ruang penyimpanan tidak cukup, berkas asesor belum dibuat. Isian Anda aman. Kosongkan ruang disk'
    await expect(section.getByRole('alert')).toContainText(said)
    expect(await filesIn(page, 'parcels')).toEqual([])
    await quota(page)
  })
})

test('several volumes go into a folder as files of their own, with their sums, or leave nothing', async ({
  page,
  beforePages,
}) => {
  await beforePages(pickOwnFolder)
  // Two of these, as they are, are more than a volume of 10 MB.
  const heavy = ['a', 'b'].map((id) => ({
    id,
    bytes: Buffer.concat([textPdf(`Naskah ${id}`, 3), Buffer.alloc(6_000_000, ' ')]),
  }))
  await layPool(page, {
    documents: Object.fromEntries(heavy.map(({ id }) => [id, { title: `Naskah ${id}`, kind: 'laporan' }])),
    citations: heavy.map(({ id }, index) => ({
      ...{ id: `c${index}`, indicator: `I0${index + 1}`, document: id, pages: '2', pdfPages: '2' },
    })),
    files: heavy.map(({ id, bytes }) => ({
      ...{ document: id, name: `${id}.pdf`, mediaType: 'pdf' as const, bytes, facts: { pages: 3 } },
    })),
  })
  await page.goto(`./#/nilai/${ASSESSMENT}/kirim`)
  const section = page.getByRole('region', { name: 'Berkas asesor' })
  await section.getByRole('checkbox', { name: 'Sertakan berkas asli di dalam PDF' }).check()
  await section.getByRole('combobox', { name: 'Ukuran satu jilid paling besar' }).selectOption('10 MB')

  await callOffAt(page, 'Dokumen')
  await section.getByRole('button', { name: 'Tulis jilid ke folder' }).click()
  await expect(section.getByText('Tidak ada yang tertinggal.')).toBeVisible()
  expect(await filesIn(page, 'dipilih')).toEqual([])

  await section.getByRole('button', { name: 'Tulis jilid ke folder' }).click()
  const name = 'Berkas-Asesor-SPBE-2025-Kabupaten-Contoh'
  await expect(section.getByText(`3 jilid dan SHA256SUMS.txt dalam folder ${name}.`)).toBeVisible()
  // One for each of the two, one for the indicators after them.
  const volumes = [1, 2, 3].map((number) => `${name}.jilid-${number}.pdf`)
  expect(await filesIn(page, 'dipilih', name)).toEqual(['SHA256SUMS.txt', ...volumes].sort())
  const sums = await sumsIn(page, name)
  expect(sums.said).toBe(volumes.map((volume) => `${sums.found[volume] ?? ''}  ${volume}\n`).join(''))
})

/** Presses "Batalkan" the moment the work says how far it is. */
async function callOffAt(page: Page, moment: string): Promise<void> {
  await page.evaluate((moment) => {
    const observer = new MutationObserver(() => {
      const said = [...document.querySelectorAll('[role=status]')].find((one) =>
        one.textContent?.startsWith(moment),
      )
      const button = said?.parentElement?.querySelector('button')
      if (!button) return
      observer.disconnect()
      button.click()
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  }, moment)
}

/** Runs in the page: workers are told of little room. No route: it hangs where workers of workers have been. */
function littleRoom(): void {
  const told = 'navigator.storage.estimate = async () => ({ usage: 95e6, quota: 100e6 })'
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      const source = `import ${JSON.stringify(String(url))}; ${told}`
      super(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), options)
    }
  }
}

/** Instead of the dialog that no test can answer: a folder of the browser's own. Runs before the app. */
function pickOwnFolder(): void {
  Object.assign(window, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('dipilih', { create: true }),
  })
}

/** SHA-256 of the files in a folder that was chosen, and what is said of them there. */
function sumsIn(page: Page, name: string): Promise<{ said: string; found: Record<string, string> }> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory()
    const folder = await (await root.getDirectoryHandle('dipilih')).getDirectoryHandle(name)
    const found: Record<string, string> = {}
    let said = ''
    for await (const own of folder.keys()) {
      const file = await (await folder.getFileHandle(own)).getFile()
      if (own === 'SHA256SUMS.txt') said = await file.text()
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      found[own] = Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('')
    }
    return { said, found }
  }, name)
}

async function webp(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(300, 200)
    const pen = canvas.getContext('2d')
    pen?.fillRect(20, 20, 100, 100)
    const blob = await canvas.convertToBlob({ type: 'image/webp' })
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())))
  })
  return Buffer.from(base64, 'base64')
}
