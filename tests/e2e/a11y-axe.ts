/** What axe finds in a state against WCAG 2.2 AA. */
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './fixtures'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe finds nothing as the page stands: light at DESK, dark on a phone. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await expectClean(page, state, TAGS)
}

/** The contrast of what is not to be seen on a phone. */
export async function expectContrast(page: Page, state: string): Promise<void> {
  await expectClean(page, state, ['color-contrast'])
}

async function expectClean(page: Page, state: string, runOnly: string[]): Promise<void> {
  // Read once for each page, not for each look at it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ([state, runOnly]) => {
      // What lies behind a dialog is out of reach, and the list is the same in all states of Isi.
      const behind = document.querySelector('dialog[open]') !== null
      const isAgain = /^isi-(?!kosong)/.test(state)
      const context = behind ? { include: ['dialog[open]'] } : isAgain ? { exclude: ['.list'] } : document
      const { violations } = await window.axe.run(context, {
        runOnly,
        resultTypes: ['violations'],
        preload: false,
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
      )
    },
    [state, runOnly] as const,
  )
  expect.soft(found, state).toEqual([])
}
