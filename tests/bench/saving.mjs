/**
 * From a key press that chooses a level until the strip says "Tersimpan" (text in the document, seen by a
 * MutationObserver), against a bare page that does only that: a key press changes one text node and begins a strict put
 * of a row of the same size, and "Tersimpan" is written when it is complete; in turns, in one browser. Beside it, for
 * knowledge, the same put in a page at rest: what a browser draws after a key comes before the answers of its database.
 * A level is not held back as typed text is, so nothing is to be subtracted. Profile on disk.
 */
import { createServer } from 'node:http'
import { against } from './numbers.mjs'
import { openWorked } from './worked.mjs'
import { firstPage, openWindow } from './window.mjs'

const ROUNDS = 60
const LIMIT = 3

const BARE = `<!doctype html><title>bare</title><p>-</p>`

export async function measure(bench) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(BARE))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const context = await openWindow(bench, 'saving')
  try {
    const app = await firstPage(context)
    await openWorked(app, bench.address)
    await app.evaluate(watchStrip)
    await app.locator('.levels input').first().focus()
    const bare = await context.newPage()
    await bare.goto(`http://localhost:${server.address().port}/`)
    await bare.evaluate(prepareBare)
    const times = { saved: [], stored: [], bare: [], rest: [] }
    for (let round = 0; round < ROUNDS + 5; round += 1) {
      const key = String(1 + (round % 4))
      const saved = await press(app, key)
      const stored = await app.evaluate(() => window.storedAfter)
      const row = await press(bare, key)
      const rest = await bare.evaluate(() => window.putBare())
      if (round < 5) continue
      times.saved.push(saved)
      times.stored.push(stored)
      times.bare.push(row)
      times.rest.push(rest)
    }
    return [
      against('p50 level choice to "Tersimpan" / bare page and put', times.saved, times.bare, LIMIT, 0.5),
      told('the same / bare put in a page at rest', times.saved, times.rest),
      told('of which its transaction, begun to complete', times.stored, times.rest),
    ]
  } finally {
    await context.close()
    server.close()
  }
}

/** A row of the table without a bar. */
function told(what, measured, bare) {
  const { measured: figures, p50, p95 } = against(what, measured, bare, LIMIT, 0.5)
  return { what, measured: figures, p50, p95 }
}

async function press(page, key) {
  await page.bringToFront()
  await page.evaluate(() => void (window.savedAfter = null))
  await page.keyboard.press(key)
  await page.waitForFunction(() => window.savedAfter !== null)
  return page.evaluate(() => window.savedAfter)
}

/** Runs in the app: watches the strip, and how long its transactions take. */
function watchStrip() {
  let began = 0
  let saving = false
  addEventListener('keydown', (event) => (began = event.timeStamp), true)
  new MutationObserver(() => {
    const text = document.querySelector('.facts').textContent
    if (text.includes('Menyimpan')) saving = true
    else if (saving) {
      saving = false
      window.savedAfter = performance.now() - began
    }
  }).observe(document.querySelector('.facts'), { subtree: true, childList: true, characterData: true })
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...words) {
    const transaction = begin.apply(this, words)
    if (transaction.mode === 'readwrite') {
      const start = performance.now()
      transaction.addEventListener('complete', () => (window.storedAfter = performance.now() - start))
    }
    return transaction
  }
}

/** Runs in the bare page: a database, and a key that says what it does with it. */
async function prepareBare() {
  const opening = indexedDB.open('bench-bare', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
  await new Promise((resolve) => (opening.onsuccess = resolve))
  const row = {
    assessment: 'penilaian-bench',
    field: 'indicator:I01/value',
    change: {
      id: crypto.randomUUID(),
      target: { kind: 'indicator', id: 'I01' },
      field: 'value',
      value: 3,
      replaces: [crypto.randomUUID()],
      unit: 'Dinas Contoh',
      person: 'Nama Contoh',
      at: new Date().toISOString(),
    },
  }
  window.putBare = () =>
    new Promise((resolve, reject) => {
      const start = performance.now()
      const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(row, ['penilaian-bench', crypto.randomUUID()])
      transaction.oncomplete = () => resolve(performance.now() - start)
      transaction.onabort = () => reject(transaction.error)
    })
  const node = document.querySelector('p').firstChild
  addEventListener('keydown', async (event) => {
    node.data = 'Menyimpan'
    await window.putBare()
    node.data = 'Tersimpan'
    window.savedAfter = performance.now() - event.timeStamp
  })
}
