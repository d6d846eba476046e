/**
 * Real-looking evidence of a round, made from a seed: decrees with text, scans with and without a text layer, photos,
 * screenshots and office files. Pictures are drawn by the browser, as a scanner's and a telephone's are no flat colour.
 */
import type { Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { jsPDF } from 'jspdf'
import { createHash } from 'node:crypto'
import type { MediaType } from '../../src/answers/fields'
import { zip } from '../evidence/hostile-files'
import { seeded } from './storage-data'

export interface EvidenceFile {
  readonly name: string
  readonly mimeType: string
  readonly mediaType: MediaType
  readonly buffer: Buffer
  readonly sha256: string
  /** What each page of a PDF says; '' where it is a picture. Empty for what is no PDF. */
  readonly pages: readonly string[]
}

/** By the ending of the name. */
const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  ...{ pdf: 'pdf', jpg: 'jpeg', png: 'png', docx: 'docx', xlsx: 'xlsx' },
}

type Draw = 'scan' | 'photo' | 'screenshot'

const SUBJECTS = [
  'Arsitektur SPBE',
  'Peta Rencana SPBE',
  'Manajemen Risiko',
  'Pusat Data',
  'Jaringan Intra Instansi',
  'Audit TIK',
  'Tim Koordinasi',
  'Layanan Kepegawaian',
] as const

/** Of a real width: how many there are and of what kinds is tried, and every byte is read a dozen times on its way. */
const SCALE = 0.5

/** A picture as the browser draws and packs it; `seed` moves lines, colours and grain. */
async function picture(page: Page, kind: Draw, seed: number, width: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([kind, seed, width]) => {
      const height = Math.round(width * (kind === 'scan' ? 1.414 : 0.6))
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      let state = seed + 1
      const random = () => (state = (state * 48271) % 2147483647) / 2147483647
      pen.fillStyle = kind === 'photo' ? `hsl(${Math.round(random() * 360)} 40% 55%)` : '#f6f4ee'
      pen.fillRect(0, 0, width, height)
      for (let line = 0; line < 40; line += 1) {
        pen.fillStyle = kind === 'photo' ? `hsl(${Math.round(random() * 360)} 50% 40%)` : '#222'
        const top = (line / 40) * height
        if (kind === 'photo') pen.fillRect(random() * width, top, random() * 200, random() * 150)
        else pen.fillText(`${line} ${'naskah dinas '.repeat(3 + Math.floor(random() * 5))}`, 30, top + 20)
      }
      for (let grain = 0; grain < (kind === 'screenshot' ? 0 : 1500); grain += 1) {
        pen.fillStyle = `rgb(90 90 80 / ${random() * 0.4})`
        pen.fillRect(random() * width, random() * height, 2, 2)
      }
      const type = kind === 'screenshot' ? 'image/png' : 'image/jpeg'
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.7 })).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    [kind, seed, Math.round(width * SCALE)] as const,
  )
  return Buffer.from(base64, 'base64')
}

function pdfWith(pages: number, draw: (pdf: jsPDF, page: number) => void): Buffer {
  const pdf = new jsPDF({ compress: true })
  // The same seed is to give the same bytes.
  pdf.setCreationDate(new Date('2025-06-01T00:00:00Z')).setFileId('0'.repeat(32))
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) pdf.addPage()
    draw(pdf, page)
  }
  return Buffer.from(pdf.output('arraybuffer'))
}

/**
 * Makes `count` files, about four fifths of them PDFs, most of these scans of `width` dots; no two have the same bytes.
 */
export async function makeEvidenceFiles(
  page: Page,
  count: number,
  seed: number,
  width = 1000,
): Promise<EvidenceFile[]> {
  const random = seeded(seed)
  const scans = await Promise.all([1, 2, 3, 4].map((each) => picture(page, 'scan', seed * 10 + each, width)))
  const scanned = (pages: number, words: string) =>
    pdfWith(pages, (pdf, at) => {
      const scan = scans[(at + pages) % scans.length]
      if (scan) pdf.addImage(new Uint8Array(scan), 'JPEG', 0, 0, 210, 297)
      pdf.text(`${words} halaman ${at}`, 20, 30, { renderingMode: 'invisible' })
    })
  const files: EvidenceFile[] = []
  for (let index = 0; index < count; index += 1) {
    const subject = SUBJECTS[random(SUBJECTS.length)] ?? SUBJECTS[0]
    const year = 2019 + random(7)
    const add = (name: string, mimeType: string, buffer: Buffer, pages: readonly string[] = []) => {
      const sha256 = createHash('sha256').update(buffer).digest('hex')
      const mediaType = MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'lainnya'
      files.push({ name, mimeType, mediaType, buffer, sha256, pages })
    }
    const pagesOf = (count: number, words: (page: number) => string) =>
      Array.from({ length: count }, (_, at) => words(at + 1))
    const what = index % 10
    if (what < 3) {
      const title = `PERATURAN BUPATI CONTOH NOMOR ${index} TAHUN ${year}`
      const pages = pagesOf(2 + random(6), (at) => `${title} tentang ${subject}, halaman ${at}`)
      const buffer = pdfWith(pages.length, (pdf, at) => {
        pdf.text(title, 20, 30)
        pdf.text(`tentang ${subject}, halaman ${at}`, 20, 45)
      })
      add(`Perbup ${index} Tahun ${year} tentang ${subject}.pdf`, 'application/pdf', buffer, pages)
    } else if (what < 6) {
      const words = `Berkas pindaian ${index}: ${subject}`
      const pages = pagesOf(1 + random(4), (at) => `${words} halaman ${at}`)
      add(`SK ${subject} ${index} (pindai).pdf`, 'application/pdf', scanned(pages.length, words), pages)
    } else if (what < 8) {
      // The number stands on the page as a stroke: a scan of its own without a word in it.
      const pages = pagesOf(1 + random(3), () => '')
      const buffer = pdfWith(pages.length, (pdf, at) => {
        const scan = scans[(at + index) % scans.length]
        if (scan) pdf.addImage(new Uint8Array(scan), 'JPEG', 0, 0, 210, 297)
        pdf.line(5, 5, 5 + index / 2, 5 + index / 3)
      })
      add(`scan_${index}.pdf`, 'application/pdf', buffer, pages)
    } else if (what === 8) {
      const photo = index % 20 === 8
      const buffer = await picture(
        page,
        photo ? 'photo' : 'screenshot',
        seed * 1000 + index,
        photo ? 1600 : 900,
      )
      add(
        photo ? `IMG_${index}.jpg` : `Layar ${subject} ${index}.png`,
        photo ? 'image/jpeg' : 'image/png',
        buffer,
      )
    } else if (index % 20 === 9) {
      const text = `<w:document><w:p>Notula ${index} rapat ${subject} ${year}</w:p></w:document>`
      const bytes = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': text })
      const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      add(`Notula ${subject} ${index}.docx`, mimeType, Buffer.from(bytes))
    } else {
      const bytes = await writeXlsx({
        sheets: [
          {
            name: 'Aset',
            rows: [
              ['Nomor', 'Uraian'],
              [index, `${subject} ${year}`],
            ],
          },
        ],
      })
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      add(`Daftar ${subject} ${index}.xlsx`, mimeType, Buffer.from(bytes))
    }
  }
  return files
}
