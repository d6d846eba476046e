/** Another computer: a browser profile of its own, with nothing in it; and a file that is carried there. */
import type { Browser, Page } from '@playwright/test'

type GivenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

export async function otherComputer(
  browser: Browser,
  baseURL: string | undefined,
  address = './',
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    serviceWorkers: 'block',
    ...(baseURL ? { baseURL } : {}),
  })
  // Files go to the downloads, not to a dialog no test can answer.
  await context.addInitScript(() => delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** Chooses a file in the dialog that opens backups and parcels. */
export async function give(page: Page, file: GivenFile): Promise<void> {
  await page.goto('./#/')
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  await page.getByLabel('Berkas cadangan atau isian').setInputFiles(file)
}
