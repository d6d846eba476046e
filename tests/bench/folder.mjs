/**
 * The ministry folder of 500 MB in 250 files, a small real round, from the press of the button to the ZIP that was read
 * again, against a bare worker that reads the same Blobs from the database, reckons their CRC-32 and writes them to the
 * browser's private folder; in turns, in one browser. When writing ended and reading again began is known to a tenth of a second, as often as
 * progress is told. Memory is what the browser's processes take above what they took before.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../../scripts/root.mjs'
import { median, ms } from './numbers.mjs'
import { taskRow, watchTasks } from './tasks.mjs'
import { warmMemory } from './warm.mjs'
import { change, indicatorIds, openWorked, worked } from './worked.mjs'

const FILES = 250
const SIZE = 2_000_000
const ROUNDS = 5
const LEAST = 0.8
const shaOf = (at) => String(at).padStart(64, '0')

const changesOf = (target, fields) =>
  Object.entries(fields).map(([field, value]) => change(target, field, value))

const pool = Array.from({ length: FILES }, (_, at) => [
  ...changesOf({ kind: 'document', id: `asli-${at}` }, { title: `Dokumen ${at}`, kind: 'laporan' }),
  ...changesOf(
    { kind: 'file', id: `asli-${at}` },
    { document: `asli-${at}`, sha256: shaOf(at), name: `${at}.pdf`, size: SIZE, mediaType: 'pdf' },
  ),
  ...changesOf(
    { kind: 'citation', id: `asli-${at}` },
    { indicator: indicatorIds[at % indicatorIds.length], document: `asli-${at}` },
  ),
]).flat()

export async function measure({ address, executablePath, folder }) {
  const context = await chromium.launchPersistentContext(join(folder, 'folder'), {
    executablePath,
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    args: ['--disable-background-networking'],
  })
  try {
    await context.addInitScript(() => delete window.showSaveFilePicker)
    const page = context.pages()[0] ?? (await context.newPage())
    await openWorked(page, address, worked(pool))
    const crc = readFileSync(join(root, 'node_modules/hash-wasm/dist/crc32.umd.min.js'), 'utf8')
    await page.evaluate(keepFiles, { files: FILES, size: SIZE, crc })
    await page.getByRole('link', { name: 'Kirim', exact: true }).click()
    await page.getByRole('button', { name: /^Aplikasi kementerian/ }).click()
    const button = await page.getByRole('button', { name: 'Buat map (ZIP)' }).elementHandle()
    const idle = rss(folder)
    const times = { folder: [], written: [], bare: [] }
    const longest = []
    let highest = 0
    // The first of each is for warming up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      warmMemory()
      const bare = await page.evaluate(readAndWrite, { files: FILES, crc })
      warmMemory()
      const watching = setInterval(() => (highest = Math.max(highest, rss(folder))), 200)
      const longestTask = await watchTasks(page)
      const downloading = page.waitForEvent('download')
      const writing = page.evaluate(untilReadAgain)
      const began = performance.now()
      // By script: that Playwright looks for what it presses would count.
      await button.evaluate((element) => element.click())
      const download = await downloading
      const made = performance.now() - began
      longest.push(await longestTask())
      clearInterval(watching)
      await download.delete()
      if (round === 0) continue
      times.folder.push(made)
      times.written.push(await writing)
      times.bare.push(bare)
    }
    const speed = `ministry folder of ${(FILES * SIZE) / 1e6} MB, speed of`
    return [
      faster(`${speed} it, read again / of a bare read, CRC-32 and write`, times.folder, times.bare),
      faster(`${speed} its writing alone / of the same`, times.written, times.bare),
      { what: 'memory above idle while it is made', measured: `${Math.round((highest - idle) / 1e6)} MB` },
      taskRow('it is made', longest),
    ]
  } finally {
    await context.close()
  }
}

function faster(what, times, bareTimes) {
  const [took, bare] = [median(times), median(bareTimes)]
  const ratio = bare / took
  return {
    what,
    measured: `${ms(took)}, ${ms(bare)} = ${ratio.toFixed(2)}`,
    bar: `>= ${LEAST}`,
    met: ratio >= LEAST,
    ratio,
    runs: ROUNDS,
  }
}

/** Runs in the page: milliseconds from the press of the button until what was written is read again, or all is done. */
function untilReadAgain() {
  return new Promise((resolve) => {
    let [began, said] = [null, null]
    addEventListener('click', () => (began = performance.now()), { capture: true, once: true })
    const observer = new MutationObserver(() => {
      const before = said
      said = document.querySelector('.making [role=status]')?.textContent ?? null
      if (began === null || (said === null ? before === null : !said.includes('Memeriksa kembali'))) return
      observer.disconnect()
      resolve(performance.now() - began)
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** What all processes of the browser with this profile take, in bytes. */
function rss(folder) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args=']).toString().trim().split('\n')
  const processes = rows.map((row) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [])
  const ours = new Set(processes.filter(([, , , , args]) => args?.includes(folder)).map(([, pid]) => pid))
  for (const [, pid, parent] of processes) if (ours.has(parent)) ours.add(pid)
  return processes
    .filter(([, pid]) => ours.has(pid))
    .reduce((sum, [, , , kilobytes]) => sum + 1024 * Number(kilobytes), 0)
}

/** Runs in the page: bytes that look like nothing, laid down as the app keeps files. */
async function keepFiles({ files, size, crc }) {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('spbe-mandiri')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const source = `${crc};onmessage = async ({ data }) => postMessage(await hashwasm.crc32(data))`
  const worker = new Worker(URL.createObjectURL(new Blob([source])))
  const crcOf = (bytes) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(parseInt(data, 16))
      worker.postMessage(bytes)
    })
  // As if looked into: of files it does not know the app would find out meanwhile, on the other processor.
  const facts = {
    ...{
      pages: 2,
      textLayer: 'ada',
      signed: false,
      lock: 'none',
      broken: false,
      firstText: '',
      pixels: null,
    },
  }
  for (let at = 0; at < files; at += 1) {
    const bytes = new Uint8Array(size)
    for (let from = 0; from < size; from += 65_536) {
      crypto.getRandomValues(bytes.subarray(from, Math.min(size, from + 65_536)))
    }
    const sha256 = String(at).padStart(64, '0')
    const row = {
      ...{ sha256, size, crc32: await crcOf(bytes), mediaType: 'pdf', addedAt: '2025-06-02T01:00:00.000Z' },
      ...{ facts, unusedSince: null },
    }
    const transaction = database.transaction(['files', 'fileBytes'], 'readwrite')
    transaction.objectStore('files').put(row, sha256)
    transaction.objectStore('fileBytes').put(new Blob([bytes]), sha256)
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
  }
  worker.terminate()
  database.close()
}

/** Runs in the page: milliseconds a worker takes to read all files once, reckon their CRC-32 and write them. */
async function readAndWrite({ files, crc }) {
  const work = async (count) => {
    const database = await new Promise((resolve) => {
      const opening = indexedDB.open('spbe-mandiri')
      opening.onsuccess = () => resolve(opening.result)
    })
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('bare', { create: true })
    const access = await handle.createSyncAccessHandle()
    const sum = await self.hashwasm.createCRC32()
    const began = performance.now()
    let place = 0
    for (let at = 0; at < count; at += 1) {
      const blob = await new Promise((resolve) => {
        const reading = database
          .transaction('fileBytes')
          .objectStore('fileBytes')
          .get(String(at).padStart(64, '0'))
        reading.onsuccess = () => resolve(reading.result)
      })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      sum.init().update(bytes).digest()
      place += access.write(bytes, { at: place })
    }
    access.flush()
    access.close()
    const taken = performance.now() - began
    database.close()
    await folder.removeEntry('bare')
    return taken
  }
  const source = `${crc};onmessage = async ({ data }) => postMessage(await (${work})(data))`
  const worker = new Worker(URL.createObjectURL(new Blob([source])))
  const taken = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.postMessage(files)
  })
  worker.terminate()
  return taken
}
