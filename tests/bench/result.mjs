/**
 * From the key that opens Hasil to the first frame with all of it (47 full answers, its code already there), against a
 * bare page that builds as many elements, with the same texts and no styles, when its address changes; in turns, in one
 * browser. A frame counts as shown when the first task after it runs.
 */
import { createServer } from 'node:http'
import { against } from './numbers.mjs'
import { ASSESSMENT, openWorked } from './worked.mjs'
import { firstPage, openWindow } from './window.mjs'

const ROUNDS = 16
const LIMIT = 2
const BARE = `<!doctype html><title>bare</title><a href="#/a">a</a> <a href="#/b">b</a><main></main>`

export async function measure(bench) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(BARE))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const context = await openWindow(bench, 'result')
  try {
    const app = await firstPage(context)
    await openWorked(app, bench.address)
    await app.evaluate(noteFrame, '.result .indicators tbody tr')
    const bare = await context.newPage()
    await bare.goto(`http://localhost:${server.address().port}/#/a`)
    await bare.evaluate(noteFrame, 'main > *')
    const links = {
      app: [`#/nilai/${ASSESSMENT}/hasil`, `#/nilai/${ASSESSMENT}/bukti`],
      bare: ['#/b', '#/a'],
    }
    await open(app, ...links.app)
    const elements = await app.evaluate(elementsOf)
    await bare.evaluate(buildOnHash, elements)
    const times = { app: [], bare: [] }
    for (let round = 0; round < ROUNDS + 3; round += 1) {
      const taken = [await open(app, ...links.app), await open(bare, ...links.bare)]
      if (round < 3) continue
      times.app.push(taken[0])
      times.bare.push(taken[1])
    }
    const row = against(
      `p50 Hasil opened / bare page of ${elements.length} elements`,
      times.app,
      times.bare,
      LIMIT,
      0.5,
    )
    return [row]
  } finally {
    await context.close()
    server.close()
  }
}

/** Goes elsewhere, then opens the address by its link's key; milliseconds to the frame. */
async function open(page, href, elsewhere) {
  await page.bringToFront()
  await page.evaluate((hash) => void (location.hash = hash), elsewhere)
  await page.waitForFunction(
    (selector) => !document.querySelector(selector),
    await page.evaluate(() => window.shown),
  )
  await page.locator(`a[href="${href}"]`).first().focus()
  await page.evaluate(() => void (window.shownAfter = null))
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => window.shownAfter !== null)
  return page.evaluate(() => window.shownAfter)
}

/** Runs in the page: keeps the time from a key press to the task after the first frame in which the selector fits. */
function noteFrame(selector) {
  window.shown = selector
  window.shownAfter = null
  let began = 0
  const channel = new MessageChannel()
  channel.port1.onmessage = () => (window.shownAfter ??= performance.now() - began)
  addEventListener('keydown', (event) => (began = event.timeStamp), true)
  new MutationObserver(() => {
    if (document.querySelector(selector)) requestAnimationFrame(() => channel.port2.postMessage(null))
  }).observe(document, { subtree: true, childList: true })
}

/** Runs in the app: name and own text of every element of the page. */
function elementsOf() {
  return [...document.querySelectorAll('main, main *')].map((element) => ({
    namespace: element.namespaceURI,
    name: element.localName,
    text: [...element.childNodes]
      .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.data] : []))
      .join(''),
  }))
}

/** Runs in the bare page. */
function buildOnHash(elements) {
  const main = document.querySelector('main')
  addEventListener('hashchange', () => {
    main.replaceChildren()
    if (location.hash !== '#/b') return
    for (const { namespace, name, text } of elements) {
      const element = document.createElementNS(namespace, name)
      element.append(text)
      main.append(element)
    }
  })
}
