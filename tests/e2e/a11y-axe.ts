/** What axe finds in a state against WCAG 2.2 AA: light on a desk, dark on a phone. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { DESK } from './a11y-layout'
import { expect } from './fixtures'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PHONE = { width: 360, height: 740 }

/** axe finds nothing. The page must be light and at DESK, and is left so. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await expectClean(page, `${state}, terang`, TAGS)
  await page.emulateMedia({ colorScheme: 'dark' })
  // List and rail are not to be seen on a phone.
  if (state === 'isi') await expectClean(page, `${state}, gelap`, ['color-contrast'])
  await page.setViewportSize(PHONE)
  await expectClean(page, `${state}, gelap, 360 px`, TAGS)
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function expectClean(page: Page, state: string, run: string[]): Promise<void> {
  // Read once for each page, not for each look at it. Legacy mode: there are no frames here, and joining their results would open a page each time.
  const isThere = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page })
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
