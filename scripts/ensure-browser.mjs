import { join } from 'node:path'
import { ensureProgram } from './ensure-program.mjs'
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

/** Path of a browser. */
export function ensureBrowser() {
  return ensureProgram({
    find: findBrowser,
    installing: 'No Chromium, Chrome or Edge found: installing one for the tests ...',
    ways: [() => installWithPackageManager(commands), installWithPlaywright],
    missing:
      'No browser for the tests could be found or installed: install Chromium, or set CHROMIUM_PATH to one.',
  })
}

function installWithPlaywright() {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  // Its download brings no system libraries; as root on Linux it can fetch those too.
  const libraries = process.platform === 'linux' && asRoot() ? ['--with-deps'] : []
  if (succeeds(process.execPath, [cli, 'install', ...libraries, 'chromium'], 'inherit')) return
  if (libraries.length > 0) succeeds(process.execPath, [cli, 'install', 'chromium'], 'inherit')
}
