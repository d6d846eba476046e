/** The report as its reader has it: made on Kirim, downloaded, and read back. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readBack } from '../report/pdf/read-back'

/** All text of the report of the open assessment. */
export async function reportText(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Kirim', exact: true }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Buat laporan PDF' }).click()
  const { pages } = await readBack(new Uint8Array(readFileSync(await (await downloading).path())))
  return pages.map(({ text }) => text).join(' ')
}
