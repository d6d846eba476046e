/**
 * A full assessment as a workbook: how long from the press on the button until the file is written, read back and handed
 * over, and the longest task of the app's own page meanwhile; the same for reading it back in.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { median, ms } from './numbers.mjs'
import { taskRow, watchTasks } from './tasks.mjs'
import { openWorked } from './worked.mjs'

const RUNS = 3

export async function measure({ address, executablePath, folder }) {
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
    await page.addInitScript(() => delete window.showSaveFilePicker)
    await openWorked(page, address)
    await page.getByRole('link', { name: 'Kirim', exact: true }).click()
    await page.getByRole('button', { name: /Kami sendiri/ }).click()
    let path = ''
    const writing = await measured(page, async () => {
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Unduh Excel' }).click()
      path = await (await downloading).path()
      await page.getByText('Buku kerja Excel sudah diperiksa').waitFor({ timeout: 60_000 })
    })
    // By its path: handing over its bytes would be a task of the test's own in the page.
    const file = join(folder, 'isian.xlsx')
    copyFileSync(path, file)
    const reading = await measured(page, async () => {
      await page.getByLabel('Buka isian dari Excel').setInputFiles(file)
      await page.getByRole('dialog').waitFor({ timeout: 60_000 })
      await page.getByRole('button', { name: 'Tutup' }).click()
    })
    return [
      row('the app writes a workbook of 47 full indicators and reads it back', writing),
      row('the app reads a workbook of 47 full indicators', reading),
    ]
  } finally {
    await browser.close()
  }
}

async function measured(page, work) {
  const [longest, whole] = [[], []]
  for (let run = 0; run < RUNS; run += 1) {
    await page.waitForTimeout(1500)
    const longestTask = await watchTasks(page)
    const start = Date.now()
    await work()
    whole.push(Date.now() - start)
    await page.waitForTimeout(300)
    longest.push(await longestTask())
  }
  return { longest, whole }
}

function row(what, { longest, whole }) {
  return { ...taskRow(`${what} (press to done: ${ms(median(whole))})`, longest), whole }
}
