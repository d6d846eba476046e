/** Bytes the page itself fetches until it can be used, gzipped as a server would. The service worker comes later. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { root } from '../../scripts/root.mjs'

const START_LIMIT = 120_000
const ANSWER_LIMIT = 180_000
const MULAI = 'input[name=institutionName]'
/** The questionnaire itself: counted apart, since it is content and not the app. */
const instruments = readdirSync(join(root, 'src/instrument/data')).map((name) => name.replace('.json', ''))
const isInstrument = (path) => instruments.some((id) => path.includes(id))

export async function measure({ address, dist, executablePath }) {
  const browser = await chromium.launch({ executablePath })
  try {
    const home = await visit(browser, dist, address, 'a.btn.main')
    const start = await visit(browser, dist, `${address}#/mulai`, MULAI)
    const both = await visit(browser, dist, address, MULAI, toStart)
    const answer = await visit(browser, dist, address, '.levels input', async (page) => {
      await toStart(page)
      await page.getByLabel('Nama lengkap instansi').fill('Kabupaten Contoh')
      await page.getByRole('button', { name: 'Mulai mengisi' }).click()
    })
    return [
      row('gzip bytes until Beranda can be used', home, START_LIMIT),
      row('gzip bytes until Mulai can be used, opened at once', start, START_LIMIT),
      row('gzip bytes until Mulai can be used, after Beranda', both),
      row('gzip bytes until an indicator can be answered (Beranda, Mulai, Isi)', answer, ANSWER_LIMIT),
    ]
  } finally {
    await browser.close()
  }
}

async function toStart(page) {
  await page.getByRole('link', { name: 'Mulai penilaian' }).click()
}

/** What a page fetched, from an empty browser, until something is on the screen. */
async function visit(browser, dist, url, selector, walk = async () => {}) {
  const context = await browser.newContext({ locale: 'id-ID' })
  const page = await context.newPage()
  await page.addInitScript(noteWhenUsable, selector)
  await page.goto(url)
  await walk(page)
  await page.waitForFunction(() => window.usableAt)
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= window.usableAt)
      .map(({ name }) => new URL(name).pathname),
  )
  await context.close()
  const paths = new Set(['/index.html', ...fetched])
  return [...paths].map((path) => ({
    path,
    bytes: gzipSync(readFileSync(join(dist, path)), { level: 9 }).length,
  }))
}

/** Runs in the page: remembers when what a selector finds was first painted. */
function noteWhenUsable(selector) {
  const look = () => {
    if (document.querySelector(selector)) window.usableAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function row(what, files, limit) {
  const texts = sum(files.filter(({ path }) => isInstrument(path)))
  const app = sum(files) - texts
  const result = { what, measured: kilobytes(app), bytes: app, texts, files }
  if (texts > 0) result.measured += ` + ${kilobytes(texts)} of instrument texts`
  if (limit === undefined) return result
  const apart = limit === ANSWER_LIMIT
  const bar = `<= ${kilobytes(limit)}${apart ? ' + texts' : ''}`
  return { ...result, bar, met: (apart ? app : app + texts) <= limit }
}

function sum(files) {
  return files.reduce((total, { bytes }) => total + bytes, 0)
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
