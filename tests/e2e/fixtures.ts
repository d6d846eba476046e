/**
 * What the end-to-end tests share. `test` watches every page of its context: an error on the console, an uncaught
 * error, a violation of the content security policy or a request to another host fails the test, whatever it was about.
 */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'

export { expect }

/** The folder with the production build. */
export const dist = process.env.E2E_DIST || fileURLToPath(new URL('../../dist', import.meta.url))

export interface Watch {
  /** What went wrong so far, in words. */
  readonly faults: string[]
  /** Addresses of all requests so far, pages' and service workers'. */
  readonly requests: string[]
  /** Faults that match are expected in this test. */
  readonly expectFault: (pattern: RegExp) => void
}

/** Watches a context, and makes files go to the browser's downloads instead of a dialog no test can answer. */
export async function watch(context: BrowserContext): Promise<Watch> {
  const faults: string[] = []
  const requests: string[] = []
  const expected: RegExp[] = []
  const fault = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) faults.push(text)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') fault(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => fault(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    requests.push(request.url())
    const { protocol, hostname } = new URL(request.url())
    if (hostname !== 'localhost' && !['blob:', 'data:'].includes(protocol)) fault(`request: ${request.url()}`)
  })
  await context.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  return { faults, requests, expectFault: (pattern) => void expected.push(pattern) }
}

export const test = base.extend<{ watched: Watch }>({
  watched: [
    async ({ context }, use) => {
      const watched = await watch(context)
      await use(watched)
      expect(watched.faults, 'errors, policy violations and foreign requests').toEqual([])
    },
    { auto: true },
  ],
})

/** Waits until everything the app needs is kept by the service worker. Beranda must be open. */
export async function readyOffline(page: Page): Promise<void> {
  await expect(page.getByText('Siap luring')).toBeVisible({ timeout: 15_000 })
}

/** Presses Tab until the element has the focus; fails when it takes more steps than anybody would go. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>, most = 12): Promise<void> {
  for (let step = 0; step <= most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, `reached with ${most} steps of the Tab key`).toBeFocused({ timeout: 1 })
}
