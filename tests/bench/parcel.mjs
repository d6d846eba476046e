/**
 * A parcel of 1 GB, written by the app into the browser's private folder and opened in an empty profile, against workers
 * that read the same bytes, reckon their CRC-32 (by the same code) and bring them to the same place: a file of that folder,
 * and a database, as much at once. The passes in which the app only reads everything again are told apart.
 */
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { root } from '../../scripts/root.mjs'
import { fasterRow, median } from './numbers.mjs'
import { BYTES, layFiles } from './round-files.mjs'
import { warmMemory } from './warm.mjs'
import { firstPage, openWindow } from './window.mjs'
import { ASSESSMENT, openWorked } from './worked.mjs'

/** The disk is now quicker, now slower. */
const ROUNDS = 3
const LIMIT = { timeout: 600_000 }
/** Beside the app, in its origin, without its policy. */
const BESIDE = 'icon.svg'
const BARE = `<!doctype html><title>bare</title><input type="file">`
const CRC32 = readFileSync(join(root, 'node_modules/hash-wasm/dist/crc32.umd.min.js'), 'utf8')

export async function measure(bench) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = join(bench.folder, `parcel-${round}`)
    rounds.push(await measureOnce({ ...bench, folder }))
    rmSync(folder, { recursive: true, force: true })
  }
  const all = (what) => rounds.map((round) => round[what])
  return [
    fasterRow(
      'parcel of 1 GB written / bare read, CRC-32 and write',
      all('written'),
      all('bareWritten'),
      BYTES,
    ),
    told('then read again and compared', all('reread')),
    told('a parcel of 1 GB looked through before it is opened', all('looked')),
    fasterRow('its files taken in / bare read, CRC-32 and put', all('taken'), all('bareTaken'), BYTES),
  ]
}

/** In windows of its own, gone afterwards. Times in milliseconds. */
async function measureOnce(bench) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(BARE))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const windows = [await openWindow(bench, 'giver'), await openWindow(bench, 'taker')]
  try {
    for (const window of windows) await window.addInitScript(prepare)
    const [app, other] = await Promise.all(windows.map(firstPage))
    await openWorked(app, bench.address)
    await takeIn(app, layFiles(join(bench.folder, 'files'), 'parcel'))
    const path = join(bench.folder, 'cadangan.zip')
    warmMemory()
    const written = await write(app, path)
    await app.goto(`${bench.address}${BESIDE}`)
    warmMemory()
    const bareWritten = await app.evaluate(inWorker, [CRC32, String(bareWrite)])
    warmMemory()
    const opened = await open(other, bench.address, path)
    await other.goto(`http://localhost:${server.address().port}/`)
    await other.setInputFiles('input', path)
    warmMemory()
    const bareTaken = await other.evaluate(inWorker, [CRC32, String(barePut)])
    const reread = written.second - written.first
    return {
      written: written.first,
      bareWritten,
      reread,
      looked: opened.looked,
      taken: opened.taken,
      bareTaken,
    }
  } finally {
    await Promise.all(windows.map((window) => window.close()))
    server.close()
  }
}

async function takeIn(page, paths) {
  await page.evaluate((hash) => void (location.hash = hash), `#/nilai/${ASSESSMENT}/bukti`)
  await page.getByRole('heading', { name: 'Bukti' }).first().waitFor({ state: 'attached' })
  await page.getByLabel('Tambah berkas').setInputFiles(paths)
  await page.getByText(`${paths.length} berkas tersimpan.`).last().waitFor(LIMIT)
  // What looks into the files afterwards would take its share of the time.
  while (!(await page.evaluate(() => window.isAtRest()))) await page.waitForTimeout(1000)
}

/** Milliseconds from the press on the button until all is written, and until it was read again. */
async function write(page, path) {
  await page.getByRole('link', { name: 'Kirim', exact: true }).click()
  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  const downloading = page.waitForEvent('download', LIMIT)
  const first = page.evaluate(() => window.msUntil('.making [role=status]', 'Memeriksa kembali'))
  const second = page.evaluate(() => window.msUntil('dialog .seal', ''))
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  copyFileSync(await (await downloading).path(), path)
  return { first: await first, second: await second }
}

/** Milliseconds from the choice of the file until it was looked through, and from the press on the button until it is open. */
async function open(page, address, path) {
  await page.goto(address)
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  const looked = page.evaluate(() => window.msUntil('dialog .kv', ''))
  await page.locator('dialog input[type=file]').setInputFiles(path)
  const lookedThrough = await looked
  const taken = page.evaluate(() => window.msUntil('.levels input', ''))
  await page.getByRole('button', { name: 'Buka', exact: true }).click()
  return { looked: lookedThrough, taken: await taken }
}

/** Runs in every page: when the person last did something, and how long after it a text is seen. */
function prepare() {
  delete window.showSaveFilePicker
  let acted = 0
  for (const name of ['click', 'change']) addEventListener(name, () => (acted = performance.now()), true)
  window.msUntil = (selector, text) =>
    new Promise((resolve) => {
      const begun = acted
      const timer = setInterval(() => {
        if (acted === begun || !document.querySelector(selector)?.textContent.includes(text)) return
        clearInterval(timer)
        resolve(performance.now() - acted)
      }, 10)
    })
  window.isAtRest = async () => {
    const opening = indexedDB.open('spbe-mandiri')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const rows = opening.result.transaction('files').objectStore('files').getAll()
    await new Promise((resolve) => (rows.onsuccess = resolve))
    opening.result.close()
    return rows.result.every(({ facts }) => facts !== null)
  }
}

/** Runs in a page: has a function do its work in a worker, and resolves with the milliseconds it took. */
function inWorker([library, work]) {
  const script = `${library};(${work})().then(postMessage, (cause) => postMessage(String(cause)))`
  const worker = new Worker(URL.createObjectURL(new Blob([script])))
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (typeof data === 'number' ? resolve(data) : reject(new Error(data)))
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage([...(document.querySelector('input')?.files ?? [])])
  })
}

/** Runs in a worker: the files of the database, into one file of the private folder. */
async function bareWrite() {
  const opening = indexedDB.open('spbe-mandiri')
  await new Promise((resolve) => (opening.onsuccess = resolve))
  const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
  const store = () => opening.result.transaction('fileBytes').objectStore('fileBytes')
  const crc = await self.hashwasm.createCRC32()
  const root = await navigator.storage.getDirectory()
  const access = await (await root.getFileHandle('bare', { create: true })).createSyncAccessHandle()
  const began = performance.now()
  let at = 0
  for (const key of await asked(store().getAllKeys())) {
    const blob = await asked(store().get(key))
    crc.init()
    for (let from = 0; from < blob.size; from += 4 * 1024 * 1024) {
      const bytes = new Uint8Array(await blob.slice(from, from + 4 * 1024 * 1024).arrayBuffer())
      crc.update(bytes)
      at += access.write(bytes, { at })
    }
    crc.digest()
  }
  access.flush()
  access.close()
  const took = performance.now() - began
  await root.removeEntry('bare')
  return took
}

/** Runs in a worker: a file in 500 parts, into a database, 32 MB at once. */
async function barePut() {
  const [file] = await new Promise((resolve) => (self.onmessage = ({ data }) => resolve(data)))
  const opening = indexedDB.open('bench-bare', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('bytes')
  await new Promise((resolve) => (opening.onsuccess = resolve))
  const crc = await self.hashwasm.createCRC32()
  const part = Math.ceil(file.size / 500)
  const began = performance.now()
  let [group, held] = [[], 0]
  for (let from = 0; from < file.size; from += part) {
    const bytes = new Uint8Array(await file.slice(from, from + part).arrayBuffer())
    crc.init().update(bytes).digest()
    group.push([from, new Blob([bytes])])
    held += bytes.length
    if (held < 32 * 1024 * 1024 && from + part < file.size) continue
    const transaction = opening.result.transaction('bytes', 'readwrite', { durability: 'strict' })
    for (const [key, blob] of group) transaction.objectStore('bytes').put(blob, key)
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
    group = []
    held = 0
  }
  return performance.now() - began
}

/** A row of the table without a bar. */
function told(what, took) {
  return { what, measured: `${(median(took) / 1000).toFixed(1)} s`, took }
}
