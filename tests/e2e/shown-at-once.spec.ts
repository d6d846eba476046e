/** No timer lies between the code of a screen and the screen (decision 034): here none ever goes off. */
import { backupOf, openBackup } from './backup'
import { expect, freshTest as test } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'

test.use({ serviceWorkers: 'block' })

test('screens, sections and dialogs are shown when their code is here', async ({ page }) => {
  await page.clock.install()
  await page.clock.pauseAt(new Date(Date.now() + 60_000))
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1, name: 'Siapkan penilaian mandiri SPBE' })).toBeVisible()
  await openBackup(page, backupOf({ values: { I01: 2 } }))
  await expect(new FillIn(page).level(2)).toBeChecked()
  const strip = new Strip(page)
  for (const [tab, heading] of [
    ['Bukti', 'Belum ada bukti'],
    ['Hasil', 'Hasil'],
    ['Kirim', 'Berkas asesor'],
  ] as const) {
    await strip.go(tab)
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
  }
  await expect(await strip.open()).toBeVisible()
})
