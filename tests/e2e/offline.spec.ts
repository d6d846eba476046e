/** Without a network, after the first visit: everything; and a new version that is offered and never forced. */
import type { Page } from '@playwright/test'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupOf, openBackup } from './backup'
import { dist, expect, readyOffline } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { test } from './profile'

test('all of it works with the server gone, in a new tab and after a restart', async ({ site, profile }) => {
  const context = await profile.launch()
  const first = context.pages()[0] ?? (await context.newPage())
  await first.goto(site.address)
  await readyOffline(first)
  await site.stop()

  const page = await context.newPage()
  await page.goto(site.address)
  await test.step('what was never opened before opens', async () => {
    await page.getByRole('link', { name: 'Mulai penilaian', exact: true }).click()
    await page.getByLabel('Nama lengkap instansi').fill('Kota Contoh')
    await page.getByLabel('Tahun penilaian').fill('2025')
    await page.getByRole('button', { name: 'Mulai mengisi' }).click()
    const strip = new Strip(page)
    await new FillIn(page).level(2).click()
    for (const [tab, heading] of [
      ['Bukti', 'Bukti'],
      ['Hasil', 'Hasil'],
      ['Kirim', 'Berkas asesor'],
    ] as const) {
      await strip.go(tab)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    }
    await makeReport(page)
    await strip.strip.getByRole('link', { name: /Kota Contoh/ }).click()
    await openBackup(page, backupOf({ institution: 'Kabupaten Lain' }))
  })
  await new FillIn(page).open(33)
  const deep = page.url()

  await context.close()
  const restarted = await profile.launch()
  const again = restarted.pages()[0] ?? (await restarted.newPage())
  await again.goto(deep)
  await new FillIn(again).at(33)
  await expect(new Strip(again).strip).toContainText('Kabupaten Lain')
  await new Strip(again).go('Kirim')
  await makeReport(again)
})

async function makeReport(page: Page): Promise<void> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Buat laporan PDF' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^Laporan-SPBE-.*\.pdf$/)
}

test('a new version is offered in one line and comes only when wanted', async ({ site, profile }) => {
  const newer = newerBuild()
  const context = await profile.launch()
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(site.address)
  await readyOffline(page)
  await openBackup(page, backupOf({}))
  const { analysis } = new FillIn(page)
  await analysis.pressSequentially('Sebelum versi baru')

  site.replace(newer)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  const offer = page.getByRole('status').filter({ hasText: 'Versi baru tersedia' })
  await expect(offer).toHaveCount(1)
  await expect(offer).toHaveText(
    'Versi baru tersedia. Isian sudah tersimpan. Muat ulang sekarang atau nanti.',
  )
  await expect(analysis).toBeFocused()
  await analysis.pressSequentially(', dan sesudahnya')

  await page.reload()
  await expect(analysis).toHaveValue('Sebelum versi baru, dan sesudahnya')
  expect(await isNewer(page)).toBe(false)
  await expect(offer).toBeVisible()

  await analysis.press('End')
  await analysis.pressSequentially('!')
  // At once, before the pause after which typed text is saved.
  await offer.getByRole('button', { name: 'Muat ulang sekarang' }).click()
  await expect.poll(() => isNewer(page)).toBe(true)
  await expect(analysis).toHaveValue('Sebelum versi baru, dan sesudahnya!')
  await expect(offer).toBeHidden()
  rmSync(newer, { recursive: true })
})

const mark = '<meta name="versi" content="berikutnya">'

/** The same build with another page, under another revision, as the next release would bring it. */
function newerBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spbe-newer-'))
  cpSync(dist, folder, { recursive: true })
  const replace = (name: string, from: string | RegExp, to: string) => {
    const before = readFileSync(join(folder, name), 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${String(from)} does not occur in ${name}`)
    writeFileSync(join(folder, name), after)
  }
  replace('index.html', '</head>', `${mark}</head>`)
  replace(
    'sw.js',
    /(url:\s*"index\.html",\s*revision:\s*")[0-9a-f]+|(revision:\s*")[0-9a-f]+(?=",\s*url:\s*"index\.html")/,
    '$1$20123456789abcdef',
  )
  return folder
}

/** Null-safe while the page is being reloaded. */
async function isNewer(page: Page): Promise<boolean> {
  return (await page.locator('meta[name=versi]').count()) > 0
}
