/**
 * npm test: everything, from a bare clone. Installs what is missing, then lint, unit and component tests, types, format
 * and the production build, and the end-to-end tests on it. Stops at the first step that fails.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ensureAge } from './ensure-age.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { ensureOffice } from './ensure-office.mjs'
import { ensureTools } from './ensure-tools.mjs'
import { failedInPlaywright, failedInVitest } from './failed-tests.mjs'
import { findShell } from './find-browser.mjs'
import { root } from './root.mjs'

const results = join(root, 'test-results')
const vitestReport = join(results, 'vitest.json')
const playwrightReport = join(results, 'playwright.json')

const bin = (path) => join(root, 'node_modules', ...path.split('/'))

/**
 * What stands in one row runs side by side, rows one after the other, each printed when it ends. The two long ones keep every
 * core busy by themselves: at once they take a sixth more of the processor than one after the other.
 */
const rows = [
  [
    step('types, lint', bin('oxlint/bin/oxlint')),
    step('format', bin('oxfmt/bin/oxfmt'), '--check', '.'),
    step('tsc, pure rooms', bin('typescript/bin/tsc'), '-p', 'tests/architecture'),
    step('build', bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'),
  ],
  [
    step(
      'vitest',
      ...[bin('vitest/vitest.mjs'), 'run', '--allowOnly=false', '--reporter=default', '--reporter=json'],
      ...[`--outputFile.json=${vitestReport}`, `--maxWorkers=${availableParallelism()}`],
    ),
  ],
  [
    {
      ...step('playwright', bin('@playwright/test/cli.js'), 'test', '-c', 'tests/e2e', '--forbid-only'),
      // Minutes long.
      told: true,
    },
  ],
]

const times = []
const running = new Set()

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const begun = performance.now()
timed('install', () => ensureInstalled())
timed('browser', () => {
  const browser = ensureBrowser()
  process.env.CHROMIUM_SHELL_PATH = findShell(browser)
  process.env.CHROMIUM_PATH = browser
})
console.log(`Browser: ${process.env.CHROMIUM_PATH}, ${process.env.CHROMIUM_SHELL_PATH}`)
timed('office', () => (process.env.OFFICE_PATH = ensureOffice()))
console.log(`Office: ${process.env.OFFICE_PATH}`)
timed('age', () => (process.env.AGE_PATH = ensureAge()))
timed('tools', () => ensureTools())

const failedStep = await runAll()
report()
process.exit(failedStep ? 1 : 0)

function step(name, ...args) {
  return { name, args }
}

function timed(name, work) {
  const start = performance.now()
  work()
  times.push([name, performance.now() - start])
}

/** Name of the first step that failed, or null. */
async function runAll() {
  for (const row of rows) {
    let failed = null
    const runOne = async (next) => {
      if ((await run(next)) || failed) return
      failed = next.name
      // Not SIGTERM, on which Playwright would leave its browsers and its server behind.
      for (const child of running) child.kill('SIGINT')
    }
    await Promise.all(row.map(runOne))
    if (failed) return failed
  }
  return null
}

/** Resolves to whether the step succeeded. Its output is held back to the end, unless it is told as it goes. */
function run({ name, args, told }) {
  return new Promise((resolve) => {
    const start = performance.now()
    const output = []
    if (told) console.log(`\n== ${name}`)
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', told ? 'inherit' : 'pipe', told ? 'inherit' : 'pipe'],
    })
    running.add(child)
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(String(error))))
    child.on('close', (code) => {
      running.delete(child)
      const ok = code === 0
      times.push([name, performance.now() - start])
      if (!told) {
        console.log(`\n== ${name}: ${ok ? 'ok' : child.killed ? 'stopped' : 'FAILED'}`)
        process.stdout.write(Buffer.concat(output))
      }
      resolve(ok)
    })
  })
}

function report() {
  console.log('\nstep               seconds')
  for (const [name, ms] of [...times, ['all', performance.now() - begun]]) {
    console.log(`${name.padEnd(18)} ${(ms / 1000).toFixed(1).padStart(7)}`)
  }
  const counts = [countVitest(), countPlaywright()]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  if (failedStep) console.log(`\nFAILED at ${failedStep}`)
  // Once more, at the end: where output is long only its end may be kept.
  for (const { file, name, said } of failedTests()) console.log(`\nFAILED: ${file}: ${name}\n${said}`)
  // A step that fails without a failing test (lint, a file that does not load) is one failure.
  console.log(`\n${passed} passed, ${failedStep ? Math.max(failed, 1) : failed} failed`)
}

function failedTests() {
  return [...failedInVitest(readReport(vitestReport)), ...failedInPlaywright(readReport(playwrightReport))]
}

function countVitest() {
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(vitestReport)
  return { passed: numPassedTests, failed: numFailedTests }
}

function countPlaywright() {
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(playwrightReport).stats ?? {}
  return { passed: expected, failed: unexpected + flaky }
}

/** Empty when the step did not get as far as writing it. */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
