/** End-to-end tests, in a real Chromium, on the production build in dist: npm run build first (npm test does). */
import { defineConfig } from '@playwright/test'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { findBrowser, findShell } from '../../scripts/find-browser.mjs'
import { withoutFeatures } from '../../scripts/without-features.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
// Another port, and another build in E2E_DIST, only while tests are written: two runs can then stand side by side.
const port = Number(process.env.E2E_PORT ?? 4749)
const address = `http://localhost:${port}/`

// Kept in the environment so that the workers, which load this file too, need not search again.
const browser = findBrowser() ?? ''
if (!browser) throw new Error('No Chromium found: run npm test once, or set CHROMIUM_PATH.')
const shell = (process.env.CHROMIUM_SHELL_PATH ??= findShell(browser))
process.env.CHROMIUM_PATH = browser

/** The address bar nobody sees is two pages of its own: a second of work for each window. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: `${root}test-results/e2e${process.env.E2E_PORT ?? ''}`,
  fullyParallel: true,
  // One more than cores: each waits now and then, for a disk or a clock.
  workers: Math.min(availableParallelism() + 1, 6),
  retries: 0,
  // A stop for what hangs, not a bar for speed.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: `${root}test-results/playwright${process.env.E2E_PORT ?? ''}.json` }],
  ],
  use: {
    baseURL: address,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    headless: true,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // What needs a profile on disk, most of it also a whole browser, begins one by itself: profile.ts.
      executablePath: shell,
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        withoutFeatures(...addressBar),
      ],
    },
  },
  webServer: {
    command: 'node scripts/serve-dist.mjs',
    cwd: root,
    env: { PORT: String(port), DIST: process.env.E2E_DIST ?? '' },
    url: address,
    reuseExistingServer: false,
  },
})
