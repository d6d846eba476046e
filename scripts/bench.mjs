/**
 * npm run bench: how large and how fast the production build is, in Chromium on this computer. Every time is set against
 * the least a browser could do in the same run; times by themselves say nothing on another machine. Prints a table and
 * writes test-results/bench.json. A missed bar is said, not thrown: the exit code is 0.
 * Some parts only: node scripts/bench.mjs bytes paint
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { root } from './root.mjs'
import { serveDist } from './serve-dist.mjs'

const port = 4759
const parts = [
  'bytes',
  'paint',
  'large',
  'saving',
  'result',
  'pool',
  'folder',
  'intake',
  'parcel',
  'dossier',
  'report',
  'xlsx',
  'scoring',
]

ensureInstalled()
const executablePath = ensureBrowser()
const wanted = process.argv.slice(2).filter((name) => parts.includes(name))
const folder = mkdtempSync(join(tmpdir(), 'spbe-bench-'))
try {
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function bench() {
  const dist = join(folder, 'dist')
  build(dist)
  // A build and a port of its own: whatever lies in dist, or is served from it, is left alone.
  const server = await serveDist(port, dist)
  const context = { address: `http://localhost:${port}/`, dist, executablePath, folder }
  const rows = []
  for (const name of wanted.length > 0 ? wanted : parts) {
    console.log(`${name} ...`)
    const { measure } = await import(`../tests/bench/${name}.mjs`)
    try {
      rows.push(...(await measure(context)))
    } catch (error) {
      rows.push({ what: name, measured: `failed: ${error.message}`, met: false })
      console.error(error)
    }
  }
  await server.close()
  print(rows)
  keep(rows)
}

function build(outDir) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('the build failed (see above)')
}

function print(rows) {
  const cells = rows.map(({ what, measured, bar = '', met }) => [
    met === undefined ? '' : met ? 'met' : 'MISSED',
    what,
    measured,
    bar,
  ])
  const all = [['', 'what', 'measured', 'bar'], ...cells]
  const widths = [0, 1, 2].map((at) => Math.max(...all.map((row) => row[at].length)))
  console.log()
  for (const row of all) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}

function keep(rows) {
  const results = join(root, 'test-results')
  mkdirSync(results, { recursive: true })
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version }
  const at = new Date().toISOString()
  writeFileSync(join(results, 'bench.json'), `${JSON.stringify({ at, machine, rows }, null, 2)}\n`)
}
