/** The dossier on the production build: chosen, made, called off, and read back from the downloaded file. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { detached } from '../dossier/detach'
import { faultsByQpdf } from '../report/pdf/qpdf'
import { readBack } from '../report/pdf/read-back'
import { ASSESSMENT } from './a11y-states'
import { expect, test } from './fixtures'
import { layPool, sha256Of } from './pool'
import { scannedPdf, textPdf } from './pool-files'

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
      { id: 'c1', indicator: 'I01', document: 'perbup', pages: '25', pdfPages: '25' },
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

  await callOffAtFirstDocument(page)
  await section.getByRole('button', { name: 'Buat berkas asesor' }).click()
  await expect(section.getByText('Berkas asesor dibatalkan.')).toBeVisible()
  await expect.poll(() => filesInWorkshop(page)).toEqual([])
})

/** Presses "Batalkan" the moment the first document is named: the worker is at it then. */
async function callOffAtFirstDocument(page: Page): Promise<void> {
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const said = [...document.querySelectorAll('[role=status]')].find((one) =>
        /^Dokumen 1 dari/.test(one.textContent ?? ''),
      )
      const button = said?.parentElement?.querySelector('button')
      if (!button) return
      observer.disconnect()
      button.click()
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
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

function filesInWorkshop(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = (await root.getDirectoryHandle('parcels', {
      create: true,
    })) as FileSystemDirectoryHandle & {
      keys(): AsyncIterableIterator<string>
    }
    const names: string[] = []
    for await (const name of folder.keys()) names.push(name)
    return names
  })
}
