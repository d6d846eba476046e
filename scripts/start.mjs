/** npm start: installs what is missing, builds, serves on the one fixed port and opens the browser. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { root } from './root.mjs'
import { serveDist } from './serve-dist.mjs'

// The browser keeps a database per origin, port included: on another port all answers would seem lost.
const port = 4747
const address = `http://localhost:${port}/`

/** In dist, so that any other build removes it. */
const stamp = join(root, 'dist', '.built-from')

ensureInstalled('id')
if (await isTaken()) stop(await whyTaken())
build()
try {
  await serveDist(port)
} catch (error) {
  stop(
    /already in use|EADDRINUSE/.test(String(error))
      ? await whyTaken()
      : `Gagal menyajikan aplikasi: ${error}`,
  )
}
console.log(`\nSPBE Mandiri berjalan di ${address}\nBiarkan jendela ini terbuka; Ctrl+C untuk berhenti.`)
openBrowser()

function stop(line) {
  console.error(line)
  process.exit(1)
}

/** Asks both loopback addresses: a server on one does not keep another from listening on the other. */
async function isTaken() {
  const answers = ['127.0.0.1', '::1'].map(
    (host) =>
      new Promise((resolve) => {
        const socket = connect({ host, port, timeout: 2000 })
        const end = (answer) => {
          socket.destroy()
          resolve(answer)
        }
        socket.once('connect', () => end(true))
        socket.once('timeout', () => end(false))
        socket.once('error', () => end(false))
      }),
  )
  return (await Promise.all(answers)).includes(true)
}

async function whyTaken() {
  let page = ''
  try {
    page = await (await fetch(address, { signal: AbortSignal.timeout(3000) })).text()
  } catch {
    // whatever listens there speaks no HTTP
  }
  return page.includes('<title>SPBE Mandiri</title>')
    ? `SPBE Mandiri sudah berjalan. Buka ${address} di peramban.`
    : `Port ${port} sedang dipakai program lain. Tutup program itu, lalu jalankan npm start lagi. ` +
        `SPBE Mandiri tidak pindah ke port lain karena isian yang tersimpan hanya terbaca dari ${address}`
}

/** Builds unless dist was built from exactly these sources. */
function build() {
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  console.log('Membangun aplikasi ...')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) stop('Aplikasi gagal dibangun (lihat di atas).')
  writeFileSync(stamp, sources)
}

function hashOfSources() {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name))
    } else {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
    }
  }
  const inputs = ['index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
  for (const path of [...inputs, 'docs/panduan.md', 'docs/images', 'public', 'scripts', 'src']) add(path)
  return hash.digest('hex')
}

function openBrowser() {
  if (process.env.CI || process.env.NO_OPEN) return
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address]
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => {}) // the address stands above anyway
  opener.unref()
}
