/**
 * Makes the pictures of the documents and of the guide (docs/images) from the running production build:
 * node scripts/screenshots.mjs
 * Everything in them is invented. The clock is set by the script, so the same build draws the same pictures on the same
 * machine: with --check nothing is written, and it fails naming the pictures that are not those of the screens of now.
 * It needs unzip, and for the pages of the PDF report pdftoppm (Debian: poppler-utils); without that they stay as they
 * are. OUT=folder writes elsewhere.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { findBrowser } from './find-browser.mjs'
import { root } from './root.mjs'
import { serveDist } from './serve-dist.mjs'

const checkOnly = process.argv.includes('--check')
const out = process.env.OUT || join(root, 'docs', 'images')
/** Above this a picture is too heavy for a page that somebody opens on a slow line. */
const BYTES_LIMIT = 120_000
/** What --check leaves out of account: colours nearer than this (squares of their channels summed), and so few pixels. */
const SEEN = 300
const PIXELS_LIMIT = 40
const VIEWPORT = { width: 1366, height: 768 }
/** Pages of the report that are shown, by a text that only they have at the place where it stands. */
const REPORT_PAGES = [
  { name: 'laporan-ringkasan', has: /^\s*Ringkasan\s*$/m },
  { name: 'laporan-indikator', has: /Matriks risiko disusun/ },
]

const assessment = {
  institution: 'Kabupaten Contoh',
  year: '2025',
  unit: 'Dinas Komunikasi dan Informatika',
  person: 'Nama Contoh',
}
const otherAuthor = { unit: 'Inspektorat', person: 'Nama Contoh Lain' }
const answeredCount = 39
/** The indicator that is shown with everything filled in. */
const shown = 21
const documents = [
  {
    kind: 'Perda/Perkada',
    title: 'Peraturan Bupati Contoh tentang Manajemen Risiko SPBE',
    number: '41',
    date: '2023-05-17',
    issuer: 'Bupati Contoh',
    label: 'Pasal 7–12',
    pages: '6–9',
  },
  {
    kind: 'Laporan',
    title: 'Laporan Penerapan Manajemen Risiko SPBE Kabupaten Contoh',
    number: '',
    date: '2024',
    issuer: 'Inspektorat Kabupaten Contoh',
    label: 'Bab III',
    pages: '14–22',
  },
]
const analysis =
  'Matriks risiko disusun menurut Pasal 7 sampai Pasal 12 dan mencakup proses bisnis, layanan, data, aplikasi, ' +
  'infrastruktur, dan keamanan. Laporan Bab III menunjukkan bahwa semua perangkat daerah memakainya.'
const otherAnalysis =
  'Matriks risiko disusun menurut Pasal 7 sampai Pasal 12 dan mencakup proses bisnis, layanan, data, aplikasi, ' +
  'infrastruktur, dan keamanan. Laporan Bab III menunjukkan bahwa sebagian perangkat daerah sudah memakainya.'
const obstacle = 'Petugas yang memahami penilaian risiko baru ada di dua perangkat daerah.'
const followUp = 'Pelatihan penilaian risiko bagi semua perangkat daerah.'

const folder = mkdtempSync(join(tmpdir(), 'spbe-screenshots-'))
const stale = []
try {
  await makeAll()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (stale.length > 0) console.log(`Not as the screens are now: ${stale.join(', ')}`)
process.exit(stale.length > 0 ? 1 : 0)

async function makeAll() {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium found: run npm test once, or set CHROMIUM_PATH.')
  const dist = join(folder, 'dist')
  if (!checkOnly) standIn()
  build(dist)
  const port = await freePort()
  const server = await serveDist(port, dist)
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-lcd-text', '--lang=id'],
    env: { ...process.env, LANGUAGE: 'id' },
  })
  mkdirSync(out, { recursive: true })
  await walk(await newPage(browser), `http://localhost:${port}/`)
  await browser.close()
  await server.close()
}

/** The build refuses a guide whose pictures are missing: one that is new gets a dot until it has been drawn. */
function standIn() {
  const guide = readFileSync(join(root, 'docs', 'panduan.md'), 'utf8')
  for (const [, name] of guide.matchAll(/\(images\/([a-z0-9-]+)\.png\)/g)) {
    if (existsSync(join(root, 'docs', 'images', `${name}.png`))) continue
    keep(name, { width: 1, height: 1, colours: [0xffffff] })
  }
}

function build(outDir) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('the build failed (see above)')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function newPage(browser) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.addInitScript(() => {
    // Files go to the downloads, where this script finds them, and not through a dialog of the system.
    delete window.showSaveFilePicker
    // How much room there is would differ on every computer.
    navigator.storage.estimate = async () => ({ usage: 1_400_000, quota: 2_000_000_000 })
  })
  return page
}

async function walk(page, address) {
  const minutes = clockOf(page)
  await minutes(0)
  await page.goto(address)
  await page.getByText('Siap luring').waitFor()
  await shoot(page, 'beranda')
  await page.goto(`${address}#/mulai`)
  await answerStart(page)
  await shoot(page, 'mulai')
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await chooseLevels(page, minutes)
  await fillShown(page, minutes)
  await page.mouse.move(0, 0)
  await shoot(page, 'isi')
  await page.getByRole('link', { name: 'Hasil', exact: true }).click()
  await page.locator('.radar').first().waitFor()
  await shoot(page, 'hasil')
  await page.getByRole('link', { name: 'Kirim', exact: true }).click()
  await page.getByRole('row', { name: /^Jilid PDF/ }).waitFor()
  await shoot(page, 'asesor')
  drawReport(await saved(page, () => page.getByRole('button', { name: 'Buat laporan PDF' }).click()))
  await page.getByRole('button', { name: /^Kami sendiri/ }).click()
  const backup = await saved(page, () => page.getByRole('button', { name: 'Simpan cadangan' }).click())
  await page.getByText('diserahkan ke peramban').waitFor()
  await shoot(page, 'cadangan')
  await minutes(90)
  await mergeOther(page, address, backup)
  await shoot(page, 'perbedaan')
}

/** Sets the page's clock to some minutes after a Monday morning. */
function clockOf(page) {
  const start = Date.parse('2025-08-04T09:00:00+07:00')
  return (minutes) => page.clock.setFixedTime(start + minutes * 60_000)
}

async function answerStart(page) {
  await page.getByLabel('Nama lengkap instansi').fill(assessment.institution)
  await page.getByLabel('Tahun penilaian').fill(assessment.year)
  await page.getByLabel('Unit Anda').fill(assessment.unit)
  await page.getByLabel('Nama Anda').fill(assessment.person)
  await page.evaluate(() => document.activeElement.blur())
  await page.evaluate(() => scrollTo(0, 0))
}

/** By keyboard alone, as on any other day. */
async function chooseLevels(page, minutes) {
  await page.locator('.levels input').first().focus()
  for (let number = 1; number <= answeredCount; number += 1) {
    await minutes(number)
    await page.keyboard.press(String([3, 2, 4, 2, 3, 3, 1][number % 7]))
    if (number === answeredCount) return
    await page.keyboard.press('Control+Enter')
    await page.waitForFunction(
      (next) => document.querySelector('h1 .n')?.textContent === next,
      `${number + 1}`,
    )
    await page.waitForFunction(() => document.activeElement?.matches('.levels input'))
  }
}

async function fillShown(page, minutes) {
  await openIndicator(page, shown)
  for (const [index, cited] of documents.entries()) {
    await minutes(50 + 5 * index)
    await cite(page, cited)
  }
  await minutes(62)
  await page.getByLabel('Analisis', { exact: true }).fill(analysis)
  await page.getByText('Kendala dan tindak lanjut').click()
  await page.getByLabel('SDM').check()
  await page.getByLabel('Kendala', { exact: true }).fill(obstacle)
  await page.getByLabel('Apa yang akan dilakukan').fill(followUp)
  await page.getByLabel('Siapa', { exact: true }).fill('BKPSDM')
  await page.getByLabel('Kapan selesai').fill('2025-12-15')
  await page.getByLabel('Target tingkat').selectOption({ index: 4 })
  await page.getByText('Kendala dan tindak lanjut').click()
  await page.evaluate(() => document.activeElement.blur())
  await page.evaluate(() => scrollTo(0, 0))
  await page
    .getByText(/^Tersimpan \d/)
    .first()
    .waitFor()
}

async function openIndicator(page, number) {
  await page.getByLabel('Cari indikator').fill(String(number))
  await page.locator('nav.list ol a').first().click()
  await page.waitForFunction((wanted) => document.querySelector('h1 .n')?.textContent === wanted, `${number}`)
  await page.getByLabel('Cari indikator').fill('')
}

async function cite(page, cited) {
  await page.getByRole('button', { name: 'Tambah dokumen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Judul').fill(cited.title)
  await dialog.getByLabel('Jenis').selectOption({ label: cited.kind })
  await dialog.getByLabel('Nomor').fill(cited.number)
  await dialog.getByLabel('Tanggal atau tahun').fill(cited.date)
  await dialog.getByLabel('Diterbitkan oleh').fill(cited.issuer)
  await dialog.getByLabel('Pasal, bab, atau bagian').fill(cited.label)
  await dialog.getByLabel('Halaman').fill(cited.pages)
  if (cited === documents[0]) {
    await page.evaluate(() => document.activeElement.blur())
    // The dialog alone and whole: the dimmed page behind it says nothing.
    await page.setViewportSize({ width: 1366, height: 900 })
    await shoot(dialog, 'dokumen')
    await page.setViewportSize(VIEWPORT)
  }
  await dialog.getByRole('button', { name: 'Rujuk', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A backup in which somebody else wrote another analysis meanwhile, merged into what is here. */
async function mergeOther(page, address, backup) {
  const file = JSON.parse(spawnSync('unzip', ['-p', backup, 'assessment.json'], { encoding: 'utf8' }).stdout)
  const written = file.changes.find((change) => change.field === 'analysis')
  file.changes.push({ ...written, id: 'other-analysis', value: otherAnalysis, ...otherAuthor })
  const path = join(folder, 'cadangan-lain.json')
  writeFileSync(path, JSON.stringify(file))
  await page.goto(`${address}#/`)
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  await page.getByLabel('Berkas cadangan').setInputFiles(path)
  await page.getByRole('button', { name: 'Gabungkan', exact: true }).waitFor()
  await shoot(page.getByRole('dialog'), 'pulihkan')
  await page.getByRole('button', { name: 'Gabungkan', exact: true }).click()
  await page.getByText('Cadangan sudah digabung').waitFor()
  await page.getByRole('button', { name: 'Buka penilaian' }).click()
  await openIndicator(page, shown)
  await page.evaluate(() => document.activeElement.blur())
  await page.locator('.difference').evaluate((section) => section.scrollIntoView({ block: 'end' }))
  await page.evaluate(() => scrollBy(0, 24))
}

/** Does something that ends in a download, and gives the path of the file. */
async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

function drawReport(pdf) {
  if (spawnSync('pdftoppm', ['-v']).error) {
    console.log('pdftoppm is not here: the pages of the report stay as they are.')
    return
  }
  const pages = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.split('\f')
  for (const { name, has } of REPORT_PAGES) {
    const number = pages.findIndex((text) => has.test(text)) + 1
    if (number === 0) throw new Error(`no page of the report fits ${has}`)
    const only = ['-f', String(number), '-l', String(number), '-singlefile']
    const { stdout } = spawnSync('pdftoppm', ['-r', '84', ...only, pdf], { maxBuffer: 100_000_000 })
    keep(name, pixelsOfPpm(stdout))
  }
}

/** `what` is a page or one thing on it. */
async function shoot(what, name) {
  const png = await what.screenshot({ animations: 'disabled', caret: 'hide' })
  const page = 'page' in what ? what.page() : what
  const reader = await page.context().newPage()
  keep(name, await pixelsOfPng(reader, png))
  await reader.close()
}

/** The browser decodes what the browser drew. */
async function pixelsOfPng(page, png) {
  const { width, height, rgba } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const drawing = new OffscreenCanvas(width, height).getContext('2d')
    drawing.drawImage(bitmap, 0, 0)
    const { data } = drawing.getImageData(0, 0, width, height)
    let rgba = ''
    for (let at = 0; at < data.length; at += 8192) {
      rgba += String.fromCharCode(...data.subarray(at, at + 8192))
    }
    return { width, height, rgba: btoa(rgba) }
  }, png.toString('base64'))
  const data = Buffer.from(rgba, 'base64')
  const colours = Array.from({ length: width * height }, (_, at) => data.readUInt32BE(at * 4) >>> 8)
  return { width, height, colours }
}

/** Binary PPM: "P6", width, height and 255, then three bytes for each pixel. */
function pixelsOfPpm(ppm) {
  const [head = '', width, height] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? []
  const data = ppm.subarray(head.length)
  const colours = Array.from({ length: Number(width) * Number(height) }, (_, at) =>
    data.readUIntBE(at * 3, 3),
  )
  return { width: Number(width), height: Number(height), colours }
}

/** Writes a picture with at most 256 colours: a third of the bytes, and nobody sees it. */
function keep(name, { width, height, colours }) {
  const palette = paletteOf(colours)
  const nearest = new Map()
  const rows = Buffer.alloc((width + 1) * height)
  colours.forEach((colour, at) => {
    if (!nearest.has(colour)) nearest.set(colour, nearestIn(palette, colour))
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = nearest.get(colour)
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  console.log(`${name}.png ${(png.length / 1000).toFixed(0)} kB`)
  if (png.length > BYTES_LIMIT) throw new Error(`${name}.png is too heavy`)
  const path = join(out, `${name}.png`)
  if (!checkOnly) writeFileSync(path, png)
  else if (!existsSync(path) || differ(pixelsOfOurs(readFileSync(path)), pixelsOfOurs(png))) stale.push(name)
}

/** Whether two pictures are not the same to an eye: the edge of a circle may fall otherwise each time it is drawn. */
function differ(one, other) {
  if (one.width !== other.width || one.height !== other.height) return true
  const changed = one.colours.filter((colour, at) => distance(colour, other.colours[at]) > SEEN)
  return changed.length > PIXELS_LIMIT
}

/** Of a picture as `keep` writes it: 13 bytes of header, the palette, then one byte for each pixel, rows unfiltered. */
function pixelsOfOurs(png) {
  const parts = {}
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    parts[png.toString('latin1', at + 4, at + 8)] = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
  }
  const [width, height] = [parts.IHDR.readUInt32BE(0), parts.IHDR.readUInt32BE(4)]
  const rows = inflateSync(parts.IDAT)
  const colours = Array.from({ length: width * height }, (_, at) => {
    const index = rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)]
    return parts.PLTE.readUIntBE(3 * index, 3)
  })
  return { width, height, colours }
}

/** The most frequent colours; the rare ones only where they are far enough from a more frequent one. */
function paletteOf(colours) {
  const counts = new Map()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byCount = [...counts].sort(([one, many], [other, more]) => more - many || one - other)
  const palette = []
  for (const [colour, count] of byCount) {
    if (palette.length === 256) break
    const isArea = count > colours.length / 2000
    if (isArea || palette.every((chosen) => distance(chosen, colour) > 100)) palette.push(colour)
  }
  return palette
}

function nearestIn(palette, colour) {
  const distances = palette.map((candidate) => distance(candidate, colour))
  return distances.indexOf(Math.min(...distances))
}

function distance(one, other) {
  const others = channels(other)
  return channels(one).reduce((sum, channel, at) => sum + (channel - others[at]) ** 2, 0)
}

function channels(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Of node:zlib only since Node 22. */
function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
