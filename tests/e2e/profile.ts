/** A browser with a profile on disk: what it keeps outlives it, as on a person's own computer. */
import {
  chromium,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
} from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist, expect, watch, windowTest, type Watch } from './fixtures'
import { serve, type Site } from './static-server'

export interface Profile {
  /** Where the browser keeps it on disk. */
  readonly folder: string
  /** Starts the browser on the profile; the one before must have ended. */
  readonly launch: () => Promise<BrowserContext>
  /** Ends the browser as a power cut does. */
  readonly kill: () => Promise<void>
}

interface Options {
  /** The browser as people have it, or its shell: the same storage, with a third less work at each start and page. */
  readonly browserOnProfile: 'whole' | 'shell'
}

interface Fixtures {
  /** The build on a port of this test's own. */
  readonly site: Site
  readonly watched: Watch[]
  readonly profile: Profile
}

export const test = windowTest.extend<Fixtures & Options>({
  browserOnProfile: ['whole', { option: true }],
  site: async ({}, use) => {
    const site = await serve(dist)
    await use(site)
    await site.stop()
  },
  watched: async ({}, use) => {
    const watched: Watch[] = []
    await use(watched)
    expect(watched.flatMap(({ faults }) => faults)).toEqual([])
  },
  profile: async (
    { site, browserOnProfile, launchOptions, locale, timezoneId, serviceWorkers, watched },
    use,
  ) => {
    const whole = browserOnProfile === 'whole' && process.env.CHROMIUM_PATH
    const options = whole ? { ...launchOptions, executablePath: whole } : launchOptions
    const folder = mkdtempSync(join(tmpdir(), 'spbe-profile-'))
    let context: BrowserContext | undefined
    await use({
      folder,
      async launch() {
        context = await launch(folder, site.address, options, locale, timezoneId, serviceWorkers)
        watched.push(await watch(context))
        return context
      },
      async kill() {
        if (!context) throw new Error('no browser runs')
        await kill(context)
      },
    })
    await context?.close().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

async function launch(
  folder: string,
  baseURL: string,
  options: LaunchOptions,
  locale: string | undefined,
  timezoneId: string | undefined,
  serviceWorkers: BrowserContextOptions['serviceWorkers'],
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...options,
    headless: true,
    baseURL,
    ...(locale ? { locale } : {}),
    ...(timezoneId ? { timezoneId } : {}),
    ...(serviceWorkers ? { serviceWorkers } : {}),
  })
}

async function kill(context: BrowserContext): Promise<void> {
  const browser = context.browser()
  if (!browser) throw new Error('a persistent context without its browser')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const main = processInfo.find(({ type }) => type === 'browser')
  if (!main) throw new Error('no browser process found')
  const closed = new Promise((resolve) => context.once('close', resolve))
  process.kill(main.id, 'SIGKILL')
  await closed
}
