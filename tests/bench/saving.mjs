/**
 * From a key press that chooses a level until the strip says "Tersimpan" (text in the document, seen by a
 * MutationObserver), against a bare strict put of a row of the same size in a database of its own, in the same page and
 * in turns. A level is not held back as typed text is, so nothing is to be subtracted. Profile on disk.
 */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { against } from './numbers.mjs'
import { openWorked } from './worked.mjs'

const ROUNDS = 60
const LIMIT = 3

export async function measure({ address, executablePath, folder }) {
  const context = await chromium.launchPersistentContext(join(folder, 'saving'), {
    executablePath,
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    args: ['--disable-background-networking'],
  })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await openWorked(page, address)
    await page.evaluate(prepare)
    const [saved, stored, bare] = [[], [], []]
    await page.locator('.levels input').first().focus()
    for (let round = 0; round < ROUNDS + 5; round += 1) {
      await page.evaluate(() => void (window.savedAfter = null))
      await page.keyboard.press(String(1 + (round % 4)))
      await page.waitForFunction(() => window.savedAfter !== null)
      const times = [
        await page.evaluate(() => window.savedAfter),
        await page.evaluate(() => window.putBare()),
      ]
      if (round < 5) continue
      saved.push(times[0])
      stored.push(await page.evaluate(() => window.storedAfter))
      bare.push(times[1])
    }
    const { what, measured, ...rest } = against(
      'of which its transaction, begun to complete',
      stored,
      bare,
      LIMIT,
      0.5,
    )
    return [
      against('p50 level choice to "Tersimpan" / bare strict put', saved, bare, LIMIT, 0.5),
      { what, measured, p50: rest.p50, p95: rest.p95 },
    ]
  } finally {
    await context.close()
  }
}

/** Runs in the page: watches the strip, and opens a database for the bare puts. */
async function prepare() {
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
    if (this.name === 'spbe-mandiri' && transaction.mode === 'readwrite') {
      const start = performance.now()
      transaction.addEventListener('complete', () => (window.storedAfter = performance.now() - start))
    }
    return transaction
  }
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
}
