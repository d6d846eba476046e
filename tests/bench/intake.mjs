/**
 * 500 files, 1 GB, taken in by the app on Bukti, against a bare page that goes through the same files, reads each, sums it
 * (WebCrypto) and puts it with a strict transaction of its own; in turns, each in a browser with a profile on disk. Of the
 * app also the most memory of its renderer, the longest task of its page, and how long an answer given on Isi meanwhile
 * takes until it is on disk, against answers given before.
 */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { against, fasterRow, ms } from './numbers.mjs'
import { watchMemory } from './memory.mjs'
import { BYTES, FILES, layFiles } from './round-files.mjs'
import { warmMemory } from './warm.mjs'
import { firstPage, openWindow } from './window.mjs'
import { ASSESSMENT, openWorked } from './worked.mjs'

const ROUNDS = 2
const ANSWERS = 40
const SAVING = 3
const MEMORY = 400_000_000
const TASK = 50
/** Between two answers, in milliseconds. */
const PAUSE = 250
const BARE = `<!doctype html><title>bare</title><input type="file" multiple>`

export async function measure(bench) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(BARE))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const windows = [await openWindow(bench, 'intake'), await openWindow(bench, 'intake-bare')]
  try {
    const [app, bare] = await Promise.all(windows.map(firstPage))
    await openWorked(app, bench.address)
    await app.evaluate(watchApp)
    await bare.goto(`http://localhost:${server.address().port}/`)
    await bare.evaluate(prepareBare)
    const [times, seen] = [{ app: [], bare: [] }, []]
    for (let round = 0; round < ROUNDS; round += 1) {
      const paths = layFiles(join(bench.folder, `round-${round}`), String(round))
      warmMemory()
      await bare.setInputFiles('input', paths)
      times.bare.push(await bare.evaluate(() => window.takeIn()))
      warmMemory()
      seen.push(await takeIn(app, paths))
      times.app.push(seen.at(-1).took)
    }
    await restAt(app)
    // In a new renderer: an old one keeps room from the rounds before. And in a round of its own: asking the browser for its
    // processes takes time too.
    const fresh = await windows[0].newPage()
    await app.close()
    await fresh.goto(`${bench.address}#/nilai/${ASSESSMENT}/bukti`)
    await fresh.evaluate(watchApp)
    await restAt(fresh)
    const memory = await watchMemory(windows[0])
    const answering = await answerMeanwhile(fresh, layFiles(join(bench.folder, 'answers'), 'answers'))
    seen.push(answering.seen)
    return [speedRow(times), memoryRow(await memory.stop()), taskRow(seen), answersRow(answering)]
  } finally {
    await Promise.all(windows.map((window) => window.close()))
    server.close()
  }
}

/** Goes to Bukti and waits until every file has been looked into. */
async function restAt(page) {
  // By its heading: Isi takes files too, and would cite them all under one indicator.
  await goTo(page, 'bukti', 'h1:text-is("Bukti")')
  while (!(await page.evaluate(() => window.isAtRest()))) await page.waitForTimeout(1000)
}

/** Takes files in on Bukti: how long, from the choice until the list says it is done, and the long tasks meanwhile. */
async function takeIn(page, paths, meanwhile = async () => {}) {
  await restAt(page)
  await page.evaluate(() => window.startWatching())
  await page.getByLabel('Tambah berkas').setInputFiles(paths)
  await meanwhile()
  await page.waitForFunction(() => window.tookFor !== null, null, { timeout: 600_000 })
  return page.evaluate(() => ({ took: window.tookFor, tasks: window.tasksMeanwhile() }))
}

/** Answers are given on Isi at rest, then again while files are taken in. */
async function answerMeanwhile(page, paths) {
  await goTo(page, 'isi', '.levels input')
  const idle = []
  while (idle.length < ANSWERS) idle.push(await answer(page, idle.length))
  const busy = []
  const seen = await takeIn(page, paths, async () => {
    await goTo(page, 'isi', '.levels input')
    // Drawing another page is the person's own doing, and measured as such elsewhere.
    await page.evaluate(() => window.forgetTasks())
    while (await page.evaluate(() => window.tookFor === null)) busy.push(await answer(page, busy.length))
  })
  return { idle, busy, seen }
}

async function answer(page, at) {
  await page.waitForTimeout(PAUSE)
  await page.locator('.levels input').first().focus()
  await page.evaluate(() => void (window.savedAfter = null))
  await page.keyboard.press(String(1 + (at % 4)))
  await page.waitForFunction(() => window.savedAfter !== null)
  return page.evaluate(() => window.savedAfter)
}

async function goTo(page, section, selector) {
  await page.evaluate((hash) => void (location.hash = hash), `#/nilai/${ASSESSMENT}/${section}`)
  await page.locator(selector).first().waitFor({ state: 'attached' })
}

/** Runs in the app: when files were chosen and taken in, which long tasks there were, when an answer was on disk. */
function watchApp() {
  let [chosen, pressed, running] = [0, 0, false]
  const tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' })
  addEventListener('change', ({ target }) => target.type === 'file' && (chosen = performance.now()), true)
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true)
  new MutationObserver(() => {
    const text = document.querySelector('.intake')?.textContent ?? ''
    if (text.includes('Batalkan')) running = true
    else if (running && text.includes('berkas tersimpan')) {
      running = false
      window.tookFor = performance.now() - chosen
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
  window.startWatching = () => {
    window.tookFor = null
    tasks.length = 0
  }
  window.forgetTasks = () => void (tasks.length = 0)
  // The browser's own work over 500 chosen files ends with the event of the choice, in one task: what comes after counts.
  window.tasksMeanwhile = () =>
    tasks
      .map(({ startTime, duration }) => Math.min(duration, startTime + duration - chosen))
      .filter((duration) => duration > 0)
  window.isAtRest = async () => {
    const opening = indexedDB.open('spbe-mandiri')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const rows = opening.result.transaction('files').objectStore('files').getAll()
    await new Promise((resolve) => (rows.onsuccess = resolve))
    opening.result.close()
    return rows.result.every(({ facts }) => facts !== null)
  }
  for (const name of ['add', 'put']) {
    const write = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (row, key) {
      if (row?.change?.field === 'value') {
        this.transaction.addEventListener('complete', () => (window.savedAfter = performance.now() - pressed))
      }
      return write.call(this, row, key)
    }
  }
}

/** Runs in the bare page. */
async function prepareBare() {
  const opening = indexedDB.open('bench-bare', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('bytes')
  await new Promise((resolve) => (opening.onsuccess = resolve))
  const put = (file, sum) =>
    new Promise((resolve, reject) => {
      const transaction = opening.result.transaction('bytes', 'readwrite', { durability: 'strict' })
      transaction.objectStore('bytes').put(file, sum)
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
  window.takeIn = async () => {
    const start = performance.now()
    for (const file of document.querySelector('input').files) {
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      await put(file, Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join(''))
    }
    return performance.now() - start
  }
}

function speedRow({ app, bare }) {
  return fasterRow(`${FILES} files, 1 GB taken in / bare read, SHA-256 and put`, app, bare, BYTES)
}

function memoryRow({ idle, above }) {
  return {
    what: 'renderer memory (RSS) above idle meanwhile',
    measured: `${Math.round(above / 1e6)} MB`,
    bar: `<= ${MEMORY / 1e6} MB`,
    met: above <= MEMORY,
    idle,
  }
}

function taskRow(seen) {
  const longest = Math.max(0, ...seen.flatMap(({ tasks }) => tasks))
  return {
    what: 'longest main-thread task meanwhile',
    measured: longest === 0 ? 'none over 50 ms' : ms(longest),
    bar: `<= ${TASK} ms`,
    met: longest <= TASK,
    tasks: seen.map(({ tasks }) => tasks),
  }
}

function answersRow({ idle, busy }) {
  return against('p50 answer to its transaction on disk meanwhile / at rest', busy, idle, SAVING, 0.5)
}
