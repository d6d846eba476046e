/** Gets the program age for the tests when there is none. */
import { findAge } from './find-age.mjs'
import { installWithPackageManager } from './package-manager.mjs'

/** What each package manager is told; the first one present is used. */
const commands = {
  'apt-get': ['update', 'install -y --no-install-recommends age'],
  dnf: ['install -y age'],
  apk: ['add --no-cache age'],
  pacman: ['-Sy --noconfirm age'],
  brew: ['install age'],
}

/** Path of an age. Ends the process with one clear line when none can be had: its tests never pass silently. */
export function ensureAge() {
  const path = findOrStop()
  if (path) return path
  console.log('No age found: installing it for the tests ...')
  installWithPackageManager(commands)
  const installed = findOrStop()
  if (installed) return installed
  stop(
    'No age for the tests could be found or installed: install age (age-encryption.org), or set AGE_PATH to it.',
  )
}

function findOrStop() {
  try {
    return findAge()
  } catch (error) {
    stop(error.message)
  }
}

function stop(line) {
  console.error(line)
  process.exit(1)
}
