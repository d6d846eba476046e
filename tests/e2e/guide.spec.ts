/** The guide without a network: its pictures, its search, and the words it explains, by keyboard. */
import { expect, readyOffline, tabTo } from './fixtures'
import { test } from './profile'

test('with the server gone the guide opens with its pictures, is searched, and explains its words', async ({
  site,
  profile,
}) => {
  const context = await profile.launch()
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(site.address)
  await readyOffline(page)
  await site.stop()

  await page.reload()
  await page.getByRole('link', { name: 'Panduan' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Panduan SPBE Mandiri' })).toBeFocused()

  await test.step('every picture is there', async () => {
    const pictures = page.locator('main img')
    expect(await pictures.count()).toBeGreaterThan(5)
    await pictures.evaluateAll((images) => images.forEach((image) => image.setAttribute('loading', 'eager')))
    const widths = () =>
      pictures.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))
    await expect.poll(async () => (await widths()).filter((width) => width === 0)).toEqual([])
  })

  await test.step('search leads to a section', async () => {
    await page.getByLabel('Cari dalam panduan').fill('flashdisk')
    await expect(
      page.getByRole('status').filter({ hasText: /^\d+ bagian memuat “flashdisk”\.$/ }),
    ).toHaveCount(1)
    await expect(page.locator('main mark').first()).toHaveText(/flashdisk/i)
    await page.getByRole('link', { name: 'Berpindah komputer' }).last().press('Enter')
    const heading = page.getByRole('heading', { level: 2, name: 'Berpindah komputer' })
    await expect(heading).toBeFocused()
    await expect(heading).toBeInViewport()
  })

  await test.step('a word opens and closes by keyboard', async () => {
    const word = page
      .locator('section', { has: page.getByRole('heading', { name: 'Berpindah komputer' }) })
      .getByRole('button', { name: 'cadangan' })
    await tabTo(page, word)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Cadangan' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(word).toBeFocused()
  })

  await test.step('the terms have a page of their own', async () => {
    await page.goto(`${site.address}#/panduan/istilah/predicate`)
    await expect(page.getByRole('term').filter({ hasText: /^Predikat/ })).toBeInViewport()
  })
})
