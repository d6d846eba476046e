/**
 * Dossiers of 50, 200 and 500 MB in volumes of 100 MB, each in a browser of its own, from the press of the button until the
 * file is handed over: time, memory of the renderer, and against it everything copied in one go (pdf-lib `copyPages`).
 * Then files that go inside as they are, against a worker that reads the same bytes and writes them: in one volume, what
 * they add to the time of the same dossier without them; in several, the whole of it, with drawing and the ZIP, and once more
 * until the browser has saved it among its downloads. The largest is looked at before it is made. Documents are scans of ten
 * pages each, whose pictures are noise.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/root.mjs'
import { watchMemory } from './memory.mjs'
import { median, ms } from './numbers.mjs'
import { taskRow, watchTasks } from './tasks.mjs'
import { warmMemory } from './warm.mjs'
import { firstPage, openWindow } from './window.mjs'
import { ASSESSMENT, change, indicatorIds, openWorked, worked } from './worked.mjs'

const SIZES = [50, 200, 500]
/** Of the dossiers with files inside, in MB: one volume, and several. */
const INSIDE = [90, 500]
const MB = 1_000_000
const PAGES = 10
/** Of what goes inside as it is: each time the middle one counts. */
const ROUNDS = 3
const FILE = (500 * MB) / 300
const VOLUME = 100 * MB
const LIMIT = { timeout: 600_000 }
const BARS = { memory: 4, linear: 1.5, inside: 2, look: 1000 }
const CRC32 = readFileSync(join(root, 'node_modules/hash-wasm/dist/crc32.umd.min.js'), 'utf8')
const LIBRARY = 'node_modules/@cantoo/pdf-lib/dist/pdf-lib.min.js'

export async function measure(bench) {
  const made = []
  for (const size of SIZES) made.push(await inWindow(bench, size, 'pdf', measureJoined))
  const [added, inside] = [
    await inWindow(bench, INSIDE[0], 'xlsx', measureAdded),
    await inWindow(bench, INSIDE[1], 'xlsx', measureInside),
  ]
  const [small, middle, large] = made
  const perMegabyte = (one, other) => (other.took - one.took) / (other.size - one.size)
  const linear = perMegabyte(middle, large) / perMegabyte(small, middle)
  const look = Math.max(...made.map(({ look }) => look))
  const longest = [...made, added, inside].map(({ task }) => task)
  return [
    ...made.flatMap(rowsOf),
    row(
      'dossier: time of each further MB, from 200 to 500 / from 50 to 200',
      linear.toFixed(2),
      `<= ${BARS.linear}`,
      linear <= BARS.linear,
    ),
    ratioRow(
      `what ${INSIDE[0]} MB of files inside add to a dossier / bare read and write`,
      ...[added.took, added.bare, BARS.inside],
    ),
    ratioRow(
      `dossier with ${INSIDE[1]} MB of files inside, in volumes and a ZIP / bare read and write`,
      ...[inside.took, inside.bare, BARS.inside],
    ),
    memoryRow(`one with ${INSIDE[1]} MB of files inside`, inside.memory, VOLUME),
    ratioRow(
      'the same until it is saved among the downloads / bare read and write',
      inside.saved,
      inside.bare,
    ),
    row('dossier of 300 files looked at before', ms(look), `<= ${BARS.look} ms`, look <= BARS.look),
    taskRow('dossiers are made', longest),
  ]
}

function rowsOf({ size, took, copied, memory }) {
  return [
    ratioRow(`dossier of ${size} MB / all of it copied in one go`, took, copied),
    memoryRow(`one of ${size} MB`, memory, Math.min(size * MB, VOLUME)),
  ]
}

function memoryRow(what, memory, volume) {
  const times = memory / volume
  return row(
    `memory above idle while ${what} is made / its largest volume`,
    `${Math.round(memory / MB)} / ${volume / MB} MB = ${times.toFixed(2)}`,
    `<= ${BARS.memory}`,
    times <= BARS.memory,
  )
}

function ratioRow(what, took, bare, limit) {
  const ratio = took / bare
  const measured = `${ms(took)} / ${ms(bare)} = ${ratio.toFixed(2)}`
  return limit === undefined
    ? { what, measured, ratio }
    : { ...row(what, measured, `<= ${limit}`, ratio <= limit), ratio }
}

const row = (what, measured, bar, met) => ({ what, measured, bar, met })

/** Opens an assessment that cites so many files in a new window, and measures there. */
async function inWindow(bench, size, mediaType, measureIn) {
  const window = await openWindow(bench, `dossier-${mediaType}-${size}`)
  try {
    await window.addInitScript(() => delete window.showSaveFilePicker)
    const page = await firstPage(window)
    const files = Math.round((size * MB) / FILE)
    await openWorked(page, bench.address, worked(poolOf(files, mediaType)))
    await page.evaluate(keepFiles, { files, size: FILE, pages: PAGES, mediaType, crc: CRC32 })
    const look = await lookBefore(page)
    // What laying the files left in the page's memory would be cleared away while it is watched.
    const session = await window.newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    await session.detach()
    await page.getByLabel('Ukuran satu jilid paling besar').selectOption(String(VOLUME))
    return { size, look, ...(await measureIn(page, window, files)) }
  } finally {
    await window.close()
  }
}

/** What copying all of it takes of memory would stay with the renderer for a while: it comes last. */
async function measureJoined(page, window, files) {
  const { made, above } = await makeWatched(page, window)
  const library = readFileSync(join(root, LIBRARY), 'utf8')
  return { ...made, memory: above, copied: await page.evaluate(inWorker, [library, String(copyAll), files]) }
}

async function measureAdded(page, window, files) {
  // The first of all is slower: the worker is read from the disk.
  await make(page)
  const without = await repeated(() => make(page))
  const { took, task, bare } = await measureInside(page, window, files)
  return { took: took - median(without.map((made) => made.took)), task, bare }
}

async function measureInside(page, window, files) {
  await page.getByLabel('Sertakan berkas asli di dalam PDF').check()
  const { above } = await makeWatched(page, window)
  const rounds = await repeated(async () => {
    const bare = await page.evaluate(inWorker, ['', String(readAndWrite), files])
    warmMemory()
    return { bare, ...(await make(page)) }
  })
  const each = (name) => rounds.map((round) => round[name])
  const middle = (name) => median(each(name))
  const task = Math.max(...each('task'))
  return { took: middle('took'), saved: middle('saved'), bare: middle('bare'), task, memory: above }
}

async function repeated(work) {
  const all = []
  while (all.length < ROUNDS) {
    warmMemory()
    all.push(await work())
  }
  return all
}

const shaOf = (at) => String(at).padStart(64, '0')
const changesOf = (target, fields) =>
  Object.entries(fields).map(([field, value]) => change(target, field, value))

function poolOf(files, mediaType) {
  return Array.from({ length: files }, (_, at) => [
    ...changesOf({ kind: 'document', id: `asli-${at}` }, { title: `Dokumen ${at}`, kind: 'laporan' }),
    ...changesOf(
      { kind: 'file', id: `asli-${at}` },
      {
        ...{ document: `asli-${at}`, sha256: shaOf(at), name: `${at}.${mediaType}` },
        ...{ size: Math.floor(FILE), mediaType },
      },
    ),
    ...changesOf(
      { kind: 'citation', id: `asli-${at}` },
      { indicator: indicatorIds[at % indicatorIds.length], document: `asli-${at}` },
    ),
  ]).flat()
}

/** Milliseconds from the address until what will be in the dossier can be seen. */
function lookBefore(page) {
  return page.evaluate(async (assessment) => {
    const begun = performance.now()
    location.hash = `#/nilai/${assessment}/kirim`
    while (!document.querySelector('.dossier-choices')) await new Promise(requestAnimationFrame)
    return performance.now() - begun
  }, ASSESSMENT)
}

/** Makes the dossier that was chosen, and tells by how many bytes the renderer's memory grew meanwhile. */
async function makeWatched(page, window) {
  const memory = await watchMemory(window)
  const made = await make(page)
  const { above } = await memory.stop()
  return { made, above }
}

/** Makes the dossier that was chosen: milliseconds until it is handed over, until it is saved, and the longest task meanwhile. */
async function make(page) {
  const longestTask = await watchTasks(page)
  const button = await page.getByRole('button', { name: 'Buat berkas asesor' }).elementHandle()
  const downloading = page.waitForEvent('download', LIMIT)
  const began = performance.now()
  // By script: that Playwright looks for what it presses is a task of the page, too.
  await button.evaluate((element) => element.click())
  const download = await downloading
  const took = performance.now() - began
  await download.path()
  const saved = performance.now() - began
  const task = await longestTask()
  await page.getByText('Berkas asesor sudah diperiksa').waitFor()
  await download.delete()
  return { took, saved, task }
}

/** Runs in the page: files laid down as the app keeps them, known to have their pages. */
async function keepFiles({ files, size, pages, mediaType, crc }) {
  const opening = indexedDB.open('spbe-mandiri')
  await new Promise((resolve) => (opening.onsuccess = resolve))
  const noise = (length) => {
    const bytes = new Uint8Array(length)
    for (let from = 0; from < length; from += 65_536)
      crypto.getRandomValues(bytes.subarray(from, from + 65_536))
    return bytes
  }
  /** A scan: each page one picture. */
  const scan = () => {
    const parts = ['%PDF-1.7\n']
    const places = []
    let at = parts[0].length
    const add = (...more) => {
      for (const part of more) {
        parts.push(part)
        at += part.length
      }
    }
    const object = (head, ...stream) => {
      places.push(at)
      add(`${places.length} 0 obj\n${head}\n`, ...stream, 'endobj\n')
    }
    const kids = Array.from({ length: pages }, (_, page) => `${3 + 3 * page} 0 R`)
    object('<< /Type /Catalog /Pages 2 0 R >>')
    object(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`)
    const drawing = 'q 595 0 0 842 0 0 cm /Scan Do Q'
    const length = Math.floor(size / pages) - 800
    for (let page = 0; page < pages; page += 1) {
      const own = places.length + 1
      object(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${own + 1} 0 R /Resources << /XObject << /Scan ${own + 2} 0 R >> >> >>`,
      )
      object(`<< /Length ${drawing.length} >>`, 'stream\n', drawing, '\nendstream\n')
      object(
        `<< /Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${length} >>`,
        ...['stream\n', noise(length), '\nendstream\n'],
      )
    }
    const begin = at
    const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    add(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`)
    add(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${begin}\n%%EOF\n`)
    return parts
  }
  const facts = {
    ...{ pages: mediaType === 'pdf' ? pages : null, textLayer: null, signed: false, lock: 'none' },
    ...{ broken: false, firstText: '', pixels: null },
  }
  const source = `${crc};
    onmessage = async ({ data }) => postMessage(await hashwasm.crc32(new Uint8Array(await data.arrayBuffer())))`
  const worker = new Worker(URL.createObjectURL(new Blob([source])))
  const crcOf = (bytes) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(parseInt(data, 16))
      worker.postMessage(bytes)
    })
  for (let at = 0; at < files; at += 1) {
    const sha256 = String(at).padStart(64, '0')
    const bytes = new Blob(mediaType === 'pdf' ? scan() : [noise(Math.floor(size))])
    const crc32 = await crcOf(bytes)
    const row = { sha256, size: bytes.size, crc32, mediaType, addedAt: '2025-06-02T01:00:00.000Z' }
    const transaction = opening.result.transaction(['files', 'fileBytes'], 'readwrite')
    transaction.objectStore('files').put({ ...row, facts, unusedSince: null }, sha256)
    transaction.objectStore('fileBytes').put(bytes, sha256)
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
  }
  worker.terminate()
  opening.result.close()
}

/** Runs in the page: has a function do its work on so many files in a worker that ends with it; resolves with milliseconds. */
async function inWorker([library, work, files]) {
  const open = `async () => {
    const opening = indexedDB.open('spbe-mandiri')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const blobOf = (at) => new Promise((resolve) => {
      const key = String(at).padStart(64, '0')
      const asking = opening.result.transaction('fileBytes').objectStore('fileBytes').get(key)
      asking.onsuccess = () => resolve(asking.result)
    })
    const folder = await navigator.storage.getDirectory()
    const access = await (await folder.getFileHandle('bare', { create: true })).createSyncAccessHandle()
    const began = performance.now()
    await (${work})(${files}, blobOf, (bytes, at) => access.write(bytes, { at }))
    access.flush()
    access.close()
    const took = performance.now() - began
    await folder.removeEntry('bare')
    opening.result.close()
    return took
  }`
  const script = `${library};(${open})().then(postMessage, (cause) => postMessage(String(cause)))`
  const worker = new Worker(URL.createObjectURL(new Blob([script])))
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (typeof data === 'number' ? resolve(data) : reject(new Error(data)))
      worker.onerror = ({ message }) => reject(new Error(message))
    })
  } finally {
    worker.terminate()
  }
}

/** Runs in a worker: all pages of all files into one PDF. */
async function copyAll(files, blobOf, write) {
  const { PDFDocument } = self.PDFLib
  const into = await PDFDocument.create()
  for (let at = 0; at < files; at += 1) {
    const source = await PDFDocument.load(await (await blobOf(at)).arrayBuffer())
    for (const page of await into.copyPages(source, source.getPageIndices())) into.addPage(page)
  }
  write(await into.save(), 0)
}

/** Runs in a worker: the bytes of all files, behind each other. */
async function readAndWrite(files, blobOf, write) {
  let place = 0
  for (let at = 0; at < files; at += 1) {
    place += write(new Uint8Array(await (await blobOf(at)).arrayBuffer()), place)
  }
}
