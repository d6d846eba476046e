/** Gets a browser for the tests when there is none. Call it after ensureInstalled(). */
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { asRoot, installWithPackageManager, succeeds } from './package-manager.mjs'
import { root } from './root.mjs'

/** What each package manager is told; the first one present is used. Only Debian packs the shell by itself. */
const commands = {
  'apt-get': [
    'update',
    'install -y --no-install-recommends chromium',
    'install -y --no-install-recommends chromium-headless-shell',
  ],
  dnf: ['install -y chromium'],
  apk: ['add --no-cache chromium'],
  pacman: ['-Sy --noconfirm chromium'],
  brew: ['install --cask google-chrome'],
}

/** Path of a browser. Ends the process with one clear line when none can be had: browser tests never pass silently. */
export function ensureBrowser() {
  const path = findOrStop()
  if (path) return path
  console.log('No Chromium, Chrome or Edge found: installing one for the tests ...')
  installWithPackageManager(commands)
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

function installWithPlaywright() {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  // Its download brings no system libraries; as root on Linux it can fetch those too.
  const libraries = process.platform === 'linux' && asRoot() ? ['--with-deps'] : []
  if (succeeds(process.execPath, [cli, 'install', ...libraries, 'chromium'], 'inherit')) return
  if (libraries.length > 0) succeeds(process.execPath, [cli, 'install', 'chromium'], 'inherit')
}
