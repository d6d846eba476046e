/**
 * From a real key press to the next frame on the screen, on Isi with 47 full answers, against a bare page that changes
 * one text node when something is typed into as long a text; in turns, in one browser. A frame counts as shown when the first task after it runs.
 */
import { against } from './numbers.mjs'
import { NOTE, openWorked, text } from './worked.mjs'
import { firstPage, openWindow } from './window.mjs'

const ROUNDS = 8
const KEYS = 15
const LIMIT = 2
const BARE = `<!doctype html><title>bare</title><textarea></textarea><p>0</p>`

export async function measure(bench) {
  const context = await openWindow(bench, 'paint')
  try {
    const app = await firstPage(context)
    await openWorked(app, bench.address)
    const bare = await context.newPage()
    await bare.setContent(BARE)
    await bare.locator('textarea').fill(text(NOTE))
    await bare.evaluate(() => {
      const [area, paragraph] = [document.querySelector('textarea'), document.querySelector('p')]
      area.addEventListener('input', () => {
        paragraph.firstChild.data = String(area.value.length)
      })
    })
    for (const page of [app, bare]) await page.evaluate(noteFrames)
    const rows = []
    for (const rate of [1, 4]) {
      const times = { bare: [], level: [], typing: [] }
      for (const page of [app, bare]) {
        const session = await context.newCDPSession(page)
        await session.send('Emulation.setCPUThrottlingRate', { rate })
      }
      // The first of each is for warming up.
      for (let round = 0; round <= ROUNDS; round += 1) {
        const taken = {
          bare: await press(bare, 'textarea', () => 'a'),
          level: await press(app, '.levels input', (at) => String(1 + ((at + round) % 4))),
          typing: await press(app, 'textarea[name=analysis]', () => 'a'),
        }
        if (round === 0) continue
        for (const name of Object.keys(times)) times[name].push(...taken[name])
      }
      const cpu = rate === 1 ? '' : `, CPU ${rate} times slower`
      rows.push(
        against(`p95 level choice to frame / bare page${cpu}`, times.level, times.bare, LIMIT, 0.95),
        against(`p95 key in Analisis to frame / bare page${cpu}`, times.typing, times.bare, LIMIT, 0.95),
      )
    }
    return rows
  } finally {
    await context.close()
  }
}

/** Runs in the page: keeps, for each key press, the time from the event to the task after the next frame. */
export function noteFrames() {
  window.frameTimes = []
  const channel = new MessageChannel()
  let began = 0
  channel.port1.onmessage = () => window.frameTimes.push(performance.now() - began)
  addEventListener(
    'keydown',
    (event) => {
      began = event.timeStamp
      requestAnimationFrame(() => channel.port2.postMessage(null))
    },
    true,
  )
}

export async function press(page, selector, keyAt) {
  await page.bringToFront()
  await page.locator(selector).first().focus()
  await page.evaluate(() => void (window.frameTimes.length = 0))
  for (let at = 0; at < KEYS; at += 1) {
    // People pause: what the focus, or the last key, left behind for later is over before the next.
    await page.waitForTimeout(120)
    await page.keyboard.press(keyAt(at))
    await page.waitForFunction((count) => window.frameTimes.length >= count, at + 1)
  }
  return page.evaluate(() => {
    // A caret that blinks in one page draws while keys of the other are measured: to this browser both are in view.
    document.activeElement.blur()
    return window.frameTimes
  })
}
