/**
 * What the end-to-end tests share. Every page is watched: an error on the console, an uncaught error, a violation of the
 * content security policy or a request to another host fails the test, whatever it was about.
 *
 * `test` gives each test the one window of its worker, emptied: opening the app in it takes a third of what it takes in
 * a new one. `freshTest` gives a window of its own to what cannot be taken back in one: the clock, service workers.
 */
import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { DATABASE_NAME, DATABASE_VERSION } from '../../src/storage/database'

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
  /** Forgets what there was and what was expected, for the next test in the same window. */
  readonly startAnew: () => void
}

/** Watches a context, and makes files go to the browser's downloads instead of a dialog no test can answer. */
export async function watch(context: BrowserContext): Promise<Watch> {
  const faults: string[] = []
  const requests: string[] = []
  // Asked for by the browser itself when it shows a file that is no page.
  const always = [/\/favicon\.ico/]
  const expected = [...always]
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
  return {
    faults,
    requests,
    expectFault: (pattern) => void expected.push(pattern),
    startAnew() {
      faults.length = 0
      requests.length = 0
      expected.splice(0, expected.length, ...always)
    },
  }
}

/** The database as this version of the app leaves it. */
const CURRENT = { name: DATABASE_NAME, version: DATABASE_VERSION }

interface Window {
  readonly context: BrowserContext
  readonly watched: Watch
}

/** A file of the site that is not the app: there its storage can be reached while it does not run. */
export const BESIDE = './icon.svg'

/** All specs build on this one, so that a worker goes on with its browser from one spec to the next. */
export const windowTest = base.extend<object, { readonly window: Window }>({
  window: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use
      const options: BrowserContextOptions = { serviceWorkers: 'block' }
      if (baseURL) options.baseURL = baseURL
      if (locale) options.locale = locale
      if (timezoneId) options.timezoneId = timezoneId
      const context = await browser.newContext(options)
      await use({ context, watched: await watch(context) })
      await context.close()
    },
    { scope: 'worker' },
  ],
})

interface Watched {
  readonly watched: Watch
}

interface Prepared {
  /** Runs a script before every page of this test, ahead of the app. */
  readonly beforePages: (script: () => void) => Promise<void>
}

export const test = windowTest.extend<Watched & Prepared>({
  context: async ({ window: { context } }, use) => use(context),
  watched: [
    async ({ window: { watched } }, use) => {
      watched.startAnew()
      await use(watched)
      expectNoFaults(watched)
    },
    { auto: true },
  ],
  beforePages: async ({ context }, use) => {
    const scripts: { dispose(): Promise<void> }[] = []
    await use(async (script) => void scripts.push(await context.addInitScript(script)))
    for (const script of scripts) await script.dispose()
  },
  page: async ({ window: { context }, viewport }, use) => {
    const page = await emptied(context)
    if (viewport) await page.setViewportSize(viewport)
    await use(page)
  },
})

export const freshTest = windowTest.extend<Watched>({
  watched: [
    async ({ context }, use) => {
      const watched = await watch(context)
      await use(watched)
      expectNoFaults(watched)
    },
    { auto: true },
  ],
})

function expectNoFaults({ faults }: Watch): void {
  expect(faults, 'errors, policy violations and foreign requests').toEqual([])
}

/** One page beside the app, without anything a test before left behind: pages, permissions, looks, storage. */
async function emptied(context: BrowserContext): Promise<Page> {
  const [page = await context.newPage(), ...others] = context.pages()
  for (const other of others) await other.close()
  page.removeAllListeners()
  await context.clearPermissions()
  await context.setOffline(false)
  await page.emulateMedia({
    media: null,
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    forcedColors: 'none',
  })
  await page.goto(BESIDE)
  await page.evaluate(async (current) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('database'))
      })
    for (const { name = '', version } of await indexedDB.databases()) {
      // Emptied, the app's own is ready sooner than made anew.
      if (name !== current.name || version !== current.version) {
        await settled(indexedDB.deleteDatabase(name))
        continue
      }
      const database = await settled(indexedDB.open(name))
      const stores = [...database.objectStoreNames]
      const transaction = database.transaction(stores, 'readwrite')
      await Promise.all(stores.map((store) => settled(transaction.objectStore(store).clear())))
      database.close()
    }
    localStorage.clear()
    sessionStorage.clear()
    const folder = await navigator.storage.getDirectory()
    for await (const name of folder.keys()) await folder.removeEntry(name, { recursive: true })
  }, CURRENT)
  return page
}

/** Waits until everything the app needs is kept by the service worker. Beranda must be open. */
export async function readyOffline(page: Page): Promise<void> {
  await expect(page.getByText('Siap luring')).toBeVisible({ timeout: 60_000 })
}

/** Presses Tab until the element has the focus; fails when it takes more steps than anybody would go. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>, most = 12): Promise<void> {
  for (let step = 0; step <= most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, `reached with ${most} steps of the Tab key`).toBeFocused({ timeout: 1 })
}
