/** What axe finds in a state against WCAG 2.2 AA. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe finds nothing as the page stands: light at DESK, dark on a phone. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await expectClean(page, state, TAGS)
}

/** The contrast of what is not to be seen on a phone. */
export async function expectContrast(page: Page, state: string): Promise<void> {
  await expectClean(page, state, ['color-contrast'])
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
