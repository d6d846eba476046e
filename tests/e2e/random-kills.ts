/** Kills at moments drawn from a seed: of the whole browser, as a power cut, or of the page's process alone, as a crash. */
import type { BrowserContext, Page } from '@playwright/test'
import type { Profile } from './profile'
import { seeded } from './storage-data'

/** Every how many kills the whole browser is ended; after the others a page is opened anew, and not the browser. */
const WHOLE_BROWSER = 3

interface Kills {
  readonly rounds: number
  readonly seed: number
  /** Does once, undisturbed, what is then broken off; resolves with how long that took, in milliseconds: the range of moments. */
  readonly prepare: (page: Page) => Promise<number>
  /** Looks at what the kill before left, and begins again what is broken off as soon as this resolves, or a moment later. */
  readonly begin: (page: Page) => Promise<void>
}

/** Kills on one profile, each looking back on all before; resolves with a page to look at what the last one left. */
export async function killAtRandom(profile: Profile, kills: Kills): Promise<Page> {
  const { rounds, seed, prepare, begin } = kills
  const random = seeded(seed)
  let context: BrowserContext | null = await profile.launch()
  const undisturbed = Math.round(await prepare(await newPage(context)))
  for (let number = 1; number <= rounds; number += 1) {
    context ??= await profile.launch()
    const page = await newPage(context)
    await begin(page)
    // The moment is what is tried here: nothing is waited for.
    await new Promise((resolve) => setTimeout(resolve, random(undisturbed)))
    if (number % WHOLE_BROWSER > 0) await crash(page)
    else {
      await profile.kill()
      context = null
    }
  }
  return newPage(context ?? (await profile.launch()))
}

/** One page that has not been anywhere; those before it are closed. */
export async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  for (const other of context.pages()) if (other !== page) await other.close()
  return page
}

/** Ends the process of a page. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  // Never answered: there is nobody left.
  session.send('Page.crash').catch(() => undefined)
  await crashed
}
