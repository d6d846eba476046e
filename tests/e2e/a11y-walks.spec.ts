/**
 * Every screen and state, reached once and looked at in every way: axe finds nothing against WCAG 2.2 AA, nothing is cut
 * and nothing scrolls sideways.
 */
import { expectAccessible } from './a11y-axe'
import { DESK, expectWhole } from './a11y-layout'
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
    page.setDefaultTimeout(10_000)
    await walk(page, async (state) => {
      await expectAccessible(page, state)
      await expectWhole(page, state)
    })
  })
}
