/** The one window in which a part of the bench measures: Chromium on a profile of its own, on disk. */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { withoutFeatures } from '../../scripts/without-features.mjs'

/** Guesses which link will be followed: on a page with links, a frame of its own 100 ms after any other. */
const linkWatch = ['NavigationPredictor', 'NavigationPredictorNewViewportFeatures']

/** Starts it on the profile of this name, without whatever a browser does in the background. */
export function openWindow({ executablePath, folder }, name) {
  return chromium.launchPersistentContext(join(folder, name), {
    executablePath,
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    args: ['--disable-background-networking', withoutFeatures(...linkWatch)],
  })
}

/** Its first page. */
export async function firstPage(context) {
  return context.pages()[0] ?? context.newPage()
}
