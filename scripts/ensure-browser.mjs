/** Gets a browser for the tests when there is none. Call it after ensureInstalled(). */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { root } from './root.mjs'

/** What each package manager is told; the first one present is used. */
const packageManagers = [
  {
    name: 'apt-get',
    asRoot: true,
    commands: ['update', 'install -y --no-install-recommends chromium'],
  },
  { name: 'dnf', asRoot: true, commands: ['install -y chromium'] },
  { name: 'apk', asRoot: true, commands: ['add --no-cache chromium'] },
  { name: 'pacman', asRoot: true, commands: ['-Sy --noconfirm chromium'] },
  { name: 'brew', asRoot: false, commands: ['install --cask google-chrome'] },
]

/** Path of a browser. Ends the process with one clear line when none can be had: browser tests never pass silently. */
export function ensureBrowser() {
  const path = findOrStop()
  if (path) return path
  console.log('No Chromium, Chrome or Edge found: installing one for the tests ...')
  installWithPackageManager()
  const installed = findOrStop()
  if (installed) return installed
  installWithPlaywright()
  const downloaded = findOrStop()
  if (downloaded) return downloaded
  stop('No browser for the tests could be found or installed: install Chromium, or set CHROMIUM_PATH to one.')
}

function findOrStop() {
  try {
    return findBrowser()
  } catch (error) {
    stop(error.message)
  }
}

function stop(line) {
  console.error(line)
  process.exit(1)
}

function installWithPackageManager() {
  const manager = packageManagers.find(({ name }) => succeeds(name, ['--version'], 'ignore'))
  if (!manager) return
  const prefix = manager.asRoot ? asRoot() : []
  if (!prefix) return
  for (const line of manager.commands) {
    const [command, ...args] = [...prefix, manager.name, ...line.split(' ')]
    if (!succeeds(command, args, 'inherit')) return
  }
}

function installWithPlaywright() {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  // Its download brings no system libraries; as root on Linux it can fetch those too.
  const libraries = process.platform === 'linux' && asRoot() ? ['--with-deps'] : []
  if (succeeds(process.execPath, [cli, 'install', ...libraries, 'chromium'], 'inherit')) return
  if (libraries.length > 0) succeeds(process.execPath, [cli, 'install', 'chromium'], 'inherit')
}

/** What to put before a command that needs root, or null when root cannot be had without asking. */
function asRoot() {
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', ['-n', 'true'], 'ignore') ? ['sudo', '-n'] : null
}

function succeeds(command, args, stdio) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio, env }).status === 0
}
