/**
 * A pool of 2,000 documents with files: from the key that opens Bukti to the first frame with its list, and from a key in
 * its search to the frame with what fits, against a bare page that builds the same rows, without styles; in turns, in one
 * browser. A frame counts as shown when the first task after it runs.
 */
import { createServer } from 'node:http'
import { against } from './numbers.mjs'
import { ASSESSMENT, change, indicatorIds, openWorked, text, worked } from './worked.mjs'
import { firstPage, openWindow } from './window.mjs'

const DOCUMENTS = 2000
const ROUNDS = 12
const LIMIT = 2
const BARE = `<!doctype html><title>bare</title><a href="#/a">a</a> <a href="#/b">b</a><input type="search"><ol></ol>`

const changesOf = (target, fields) =>
  Object.entries(fields).map(([field, value]) => change(target, field, value))

const titleOf = (at) => `Dokumen ${at} tentang ${text(40, at)}`

const pool = Array.from({ length: DOCUMENTS }, (_, at) => [
  ...changesOf(
    { kind: 'document', id: `kumpulan-${at}` },
    { title: titleOf(at), kind: 'laporan', number: String(at), date: '2024' },
  ),
  ...changesOf(
    { kind: 'file', id: `berkas-${at}` },
    {
      document: `kumpulan-${at}`,
      sha256: String(at).padStart(64, '0'),
      name: `${at}.pdf`,
      size: 1_000_000 + at,
      mediaType: 'pdf',
    },
  ),
  ...changesOf(
    { kind: 'citation', id: `kutipan-${at}` },
    { indicator: indicatorIds[at % indicatorIds.length], document: `kumpulan-${at}`, pages: '2' },
  ),
]).flat()

export async function measure(bench) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(BARE))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const context = await openWindow(bench, 'pool')
  try {
    const app = await firstPage(context)
    await openWorked(app, bench.address, worked(pool))
    await app.evaluate(noteFrames, '.docs li')
    const bare = await context.newPage()
    await bare.goto(`http://localhost:${server.address().port}/#/a`)
    await bare.evaluate(noteFrames, 'ol li')
    await bare.evaluate(
      bareList,
      Array.from({ length: DOCUMENTS }, (_, at) => [titleOf(at), 'Laporan · 1 MB', '1×']),
    )
    const links = {
      app: [`#/nilai/${ASSESSMENT}/bukti`, `#/nilai/${ASSESSMENT}/hasil`],
      bare: ['#/b', '#/a'],
    }
    const times = { app: { open: [], filter: [] }, bare: { open: [], filter: [] } }
    for (let round = 0; round < ROUNDS + 3; round += 1) {
      for (const [name, page] of Object.entries({ app, bare })) {
        const opened = await open(page, ...links[name])
        const filtered = await filter(page, String(round % 10))
        // The first ones are for warming up.
        if (round < 3) continue
        times[name].open.push(opened)
        times[name].filter.push(filtered)
      }
    }
    return [
      against(
        `p50 Bukti of ${DOCUMENTS} documents opened / bare list`,
        times.app.open,
        times.bare.open,
        LIMIT,
        0.5,
      ),
      against(
        'p50 key in its search to what fits / bare list',
        times.app.filter,
        times.bare.filter,
        LIMIT,
        0.5,
      ),
    ]
  } finally {
    await context.close()
    server.close()
  }
}

/** Goes elsewhere, then opens the address by its link's key; milliseconds to the frame. */
async function open(page, href, elsewhere) {
  await page.bringToFront()
  await page.evaluate((hash) => void (location.hash = hash), elsewhere)
  await page.waitForFunction(() => !document.querySelector(window.shown))
  await page.locator(`a[href="${href}"]`).first().focus()
  return pressed(page, 'Enter')
}

async function filter(page, key) {
  await page.locator('input[type=search]').first().focus()
  return pressed(page, key)
}

async function pressed(page, key) {
  await page.evaluate(() => void (window.shownAfter = null))
  await page.keyboard.press(key)
  await page.waitForFunction(() => window.shownAfter !== null)
  return page.evaluate(() => window.shownAfter)
}

/** Runs in the page: keeps the time from a key press to the task after the first frame in which the rows are others. */
function noteFrames(selector) {
  window.shown = selector
  window.shownAfter = null
  let began = 0
  let first = null
  const channel = new MessageChannel()
  channel.port1.onmessage = () => (window.shownAfter ??= performance.now() - began)
  addEventListener('keydown', (event) => (began = event.timeStamp), true)
  new MutationObserver(() => {
    const row = document.querySelector(selector)
    if (row && row !== first) requestAnimationFrame(() => channel.port2.postMessage(null))
    first = row
  }).observe(document, { subtree: true, childList: true })
}

/** Runs in the bare page: the rows, and those of them in which a text stands. */
function bareList(rows) {
  const list = document.querySelector('ol')
  const search = document.querySelector('input')
  const show = (fitting) => {
    list.replaceChildren(
      ...fitting.map((texts) => {
        const item = document.createElement('li')
        const link = document.createElement('a')
        link.href = '#/a'
        link.append(
          ...texts.map((text) => {
            const span = document.createElement('span')
            span.append(text)
            return span
          }),
        )
        item.append(link)
        return item
      }),
    )
  }
  addEventListener('hashchange', () => {
    search.value = ''
    show(location.hash === '#/b' ? rows : [])
  })
  search.addEventListener('input', () => show(rows.filter(([title]) => title.includes(search.value))))
}
