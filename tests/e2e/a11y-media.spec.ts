/** Forced colours, reduced motion and paper. */
import type { Page } from '@playwright/test'
import { DESK, layoutFaults } from './a11y-layout'
import { arrive, goTo, openFull } from './a11y-states'
import { expect, test } from './fixtures'

test.use({ viewport: DESK })

test('in forced colours what is chosen has an edge', async ({ page }) => {
  await openFull(page)
  await page.emulateMedia({ forcedColors: 'active' })
  const highlight = await colourOf(page, 'Highlight')
  const edge = (selector: string, side: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, property) => {
        const style = getComputedStyle(element)
        return [
          style.getPropertyValue(`${property}-color`),
          parseFloat(style.getPropertyValue(`${property}-width`)),
        ]
      }, side)
  expect(await edge('.level.on', 'border-left')).toEqual([highlight, 2])
  expect(await edge('.tabs a[aria-current]', 'border-bottom')).toEqual([highlight, 3])
  expect(await edge('.list a[aria-current]', 'border-left')).toEqual([highlight, 3])
  const quiet = await colourOf(page, 'Canvas')
  expect(await edge('.level:not(.on)', 'border-left')).toEqual([quiet, 1])
  await goTo(page, 'isi/I04')
  await arrive(page, 4)
  await page.locator('.difference input').first().check()
  expect(await edge('.side-choice.on', 'border-left')).toEqual([highlight, 2])
  await goTo(page, 'kirim')
  await page.getByRole('button', { name: 'Buat laporan PDF' }).waitFor()
  expect(await edge('.recipients [aria-current]', 'border-left')).toEqual([highlight, 3])
})

async function colourOf(page: Page, name: string): Promise<string> {
  return page.evaluate((colour) => {
    const probe = document.createElement('i')
    probe.style.color = colour
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, name)
}

test('with reduced motion nothing moves; the clock of undo goes by pieces', async ({ page }) => {
  await openFull(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.locator('.levels input').first().check()
  await page.locator('.toast').hover()
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after', '::backdrop'].flatMap((pseudo) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element, pseudo)
        const moves = (durations: string) => durations.split(',').some((duration) => parseFloat(duration) > 0)
        const animated = animationName !== 'none' && moves(animationDuration)
        return moves(transitionDuration) || animated ? [element.className] : []
      }),
    ),
  )
  expect(moving).toEqual([])
})

test('on paper stands the indicator, without what is only pressed', async ({ page }) => {
  await openFull(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.level.on')).toBeVisible()
  for (const pressed of ['.tabs', '.list', '.walk', '.steps-row'])
    await expect(page.locator(pressed)).toBeHidden()
  await page.setViewportSize({ width: 794, height: 1123 })
  expect(await layoutFaults(page)).toEqual([])
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
})
