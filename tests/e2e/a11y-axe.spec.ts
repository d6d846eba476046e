/** axe finds nothing against WCAG 2.2 AA on any screen or state: light on a desk, dark on a phone. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { walks } from './a11y-states'
import { expect, test } from './fixtures'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const DESK = { width: 1366, height: 768 }
const PHONE = { width: 360, height: 740 }

test.use({ viewport: DESK, serviceWorkers: 'block', actionTimeout: 10_000 })

for (const { name, prepare, walk } of walks) {
  test(name, async ({ page, watched }) => {
    await prepare?.(page, watched)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await walk(page, async (state) => {
      await expectClean(page, `${state}, terang`, TAGS)
      await page.emulateMedia({ colorScheme: 'dark' })
      // List and rail are not to be seen on a phone.
      if (state === 'isi') await expectClean(page, `${state}, gelap`, ['color-contrast'])
      await page.setViewportSize(PHONE)
      await expectClean(page, `${state}, gelap, 360 px`, TAGS)
      await page.setViewportSize(DESK)
      await page.emulateMedia({ colorScheme: 'light' })
    })
  })
}

async function expectClean(page: Page, state: string, run: string[]): Promise<void> {
  // Legacy mode: there are no frames here, and joining their results would open a page each time.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: run, resultTypes: ['violations'], preload: false })
  // What lies behind a dialog is out of reach, and the list is the same in all states of Isi.
  if (await page.locator('dialog[open]').count()) builder.include('dialog[open]')
  else if (/^isi-(?!kosong)/.test(state)) builder.exclude('.list')
  const { violations } = await builder.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  )
  expect.soft(found, state).toEqual([])
}
