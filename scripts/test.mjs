/**
 * npm test: everything, from a bare clone. Installs what is missing, then lint, unit and component tests, types, format
 * and the production build, and the end-to-end tests on it. Stops at the first step that fails.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { ensureOffice } from './ensure-office.mjs'
import { root } from './root.mjs'

const results = join(root, 'test-results')
const vitestReports = [1, 2].map((half) => join(results, `vitest-${half}.json`))
const playwrightReport = join(results, 'playwright.json')

const bin = (path) => join(root, 'node_modules', ...path.split('/'))

/** Groups run one after the other; the steps of a group run side by side, each printed when it ends. */
const groups = [
  // The longest first, so that no core waits at the end; vitest in halves, each with one worker, since something else
  // runs beside it.
  [
    vitestHalf(1),
    step('types, lint', join(root, 'scripts', 'types-and-lint.mjs')),
    vitestHalf(2),
    step('prettier', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
    step('build', bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'),
    step('tsc, pure rooms', bin('typescript/bin/tsc'), '-p', 'tests/architecture'),
  ],
  [step('playwright', bin('@playwright/test/cli.js'), 'test', '-c', 'tests/e2e', '--forbid-only')],
]

/** One for each core; more only makes each slower. */
const sideBySide = Math.max(availableParallelism(), 2)

const times = []
const running = new Set()

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const begun = performance.now()
timed('install', () => ensureInstalled())
timed('browser', () => (process.env.CHROMIUM_PATH = ensureBrowser()))
console.log(`Browser: ${process.env.CHROMIUM_PATH}`)
timed('office', () => (process.env.OFFICE_PATH = ensureOffice()))
console.log(`Office: ${process.env.OFFICE_PATH}`)

let failedStep = null
for (const group of groups) {
  failedStep = await runGroup(group)
  if (failedStep) break
}
report()
process.exit(failedStep ? 1 : 0)

function step(name, ...args) {
  return { name, args }
}

function vitestHalf(half) {
  return step(
    `vitest, half ${half}`,
    ...[bin('vitest/vitest.mjs'), 'run', '--allowOnly=false', '--reporter=default', '--reporter=json'],
    ...[`--outputFile.json=${vitestReports[half - 1]}`, '--maxWorkers=1', `--shard=${half}/2`],
  )
}

function timed(name, work) {
  const start = performance.now()
  work()
  times.push([name, performance.now() - start])
}

/** Name of the first step that failed, or null. */
async function runGroup(steps) {
  const waiting = [...steps]
  let failed = null
  const work = async () => {
    while (!failed && waiting.length > 0) {
      const next = waiting.shift()
      if (await run(next, steps.length > 1)) continue
      failed ??= next.name
      for (const child of running) child.kill()
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  return failed
}

/** Resolves to whether the step succeeded. Output is held back where two would mix. */
function run({ name, args }, heldBack) {
  return new Promise((resolve) => {
    const start = performance.now()
    const output = []
    if (!heldBack) console.log(`\n== ${name}`)
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', heldBack ? 'pipe' : 'inherit', heldBack ? 'pipe' : 'inherit'],
    })
    running.add(child)
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => output.push(Buffer.from(String(error))))
    child.on('close', (code, signal) => {
      running.delete(child)
      const ok = code === 0
      if (signal === null) times.push([name, performance.now() - start])
      if (heldBack && signal === null) {
        console.log(`\n== ${name}: ${ok ? 'ok' : 'FAILED'}`)
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
  const counts = [...vitestReports.map(countVitest), countPlaywright()]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  if (failedStep) console.log(`\nFAILED at ${failedStep}`)
  // A step that fails without a failing test (lint, a file that does not load) is one failure.
  console.log(`\n${passed} passed, ${failedStep ? Math.max(failed, 1) : failed} failed`)
}

function countVitest(path) {
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(path)
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
