/**
 * The report of 47 full indicators: in fresh workers of Chromium, the app's renderPdf against jspdf painting the same
 * pages laid out beforehand; and the longest task of the app's own page while it makes one.
 */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../../scripts/root.mjs'
import { serveDist } from '../../scripts/serve-dist.mjs'
import { against, median, ms } from './numbers.mjs'
import { taskRow, watchTasks } from './tasks.mjs'
import { changes, instrument, openWorked } from './worked.mjs'

const RUNS = 9
const LIMIT = 1.5
const port = 4758

export async function measure({ address, executablePath, folder }) {
  const outDir = join(folder, 'report')
  await build(outDir)
  const server = await serveDist(port, outDir)
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${port}/report.html`)
    await page.waitForFunction(() => window.benchReport)
    const { whole, bare, pages, bytes } = await page.evaluate(
      ([questions, answers, runs]) => window.benchReport(questions, answers, runs),
      [instrument, changes, RUNS],
    )
    await page.close()
    const ratio = against(
      `p50 report of 47 full indicators (${pages} pages, ${Math.round(bytes / 1000)} kB) / bare jspdf, in a worker`,
      whole,
      bare,
      LIMIT,
      0.5,
    )
    return [ratio, await tasksWhileMaking(browser, address)]
  } finally {
    await browser.close()
    await server.close()
  }
}

async function build(outDir) {
  const vite = await import('vite')
  const absent = join(root, 'scripts/absent-module.mjs')
  await vite.build({
    configFile: false,
    root: join(root, 'tests/bench'),
    base: './',
    logLevel: 'error',
    resolve: { alias: { html2canvas: absent, dompurify: absent, canvg: absent } },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, 'tests/bench/report.html') } },
  })
}

/** The app itself: from the press on the button until it says that the report is there. */
async function tasksWhileMaking(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
  await page.addInitScript(() => delete window.showSaveFilePicker)
  await openWorked(page, address)
  await page.getByRole('link', { name: 'Kirim', exact: true }).click()
  const button = page.getByRole('button', { name: 'Buat laporan PDF' })
  await button.waitFor()
  const [longest, whole] = [[], []]
  for (let run = 0; run < 3; run += 1) {
    await page.waitForTimeout(1500)
    const longestTask = await watchTasks(page)
    const start = Date.now()
    await button.click()
    await page.locator('.making').waitFor({ state: 'attached' })
    await page.getByText('Laporan sudah diperiksa').waitFor({ timeout: 60_000 })
    whole.push(Date.now() - start)
    await page.waitForTimeout(300)
    longest.push(await longestTask())
  }
  await page.close()
  return { ...taskRow(`the app makes it (press to done: ${ms(median(whole))})`, longest), whole }
}
