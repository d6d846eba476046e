/**
 * Every screen and state, reached once and looked at in every way: axe finds nothing against WCAG 2.2 AA, nothing is cut
 * and nothing scrolls sideways.
 */
import type { Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './a11y-axe'
import { DESK, expectWholeElsewhere, expectWholeOnDesk, expectWholeOnPhone, PHONE } from './a11y-layout'
import { walks } from './a11y-states'
import { freshTest, test } from './fixtures'

test.use({ viewport: DESK })
freshTest.use({ viewport: DESK, serviceWorkers: 'block' })

for (const { name, prepare, walk } of walks) {
  // What is prepared stays with the window.
  const testOf = prepare ? freshTest : test
  testOf(name, async ({ page, watched }) => {
    await prepare?.(page, watched)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await walk(page, (state) => look(page, state))
  })
}

/** Looks at a state in every way, turning as rarely as can be, and leaves the page as it was: light and at DESK. */
async function look(page: Page, state: string): Promise<void> {
  // What has been scrolled half under the strip is no target that is too small.
  await page.evaluate(() => scrollTo(0, 0))
  await expectAccessible(page, `${state}, light, desk`)
  await expectWholeOnDesk(page, `${state}, desk`)
  await page.emulateMedia({ colorScheme: 'dark' })
  // List and rail are not to be seen on a phone.
  if (state === 'isi') await expectContrast(page, `${state}, dark, desk`)
  await expectWholeElsewhere(page, state)
  await page.setViewportSize(PHONE)
  await expectAccessible(page, `${state}, dark, phone`)
  await expectWholeOnPhone(page, `${state}, phone`)
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
}
