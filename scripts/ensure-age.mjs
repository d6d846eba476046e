import { ensureProgram } from './ensure-program.mjs'
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

/** Path of the program age. */
export function ensureAge() {
  return ensureProgram({
    find: findAge,
    installing: 'No age found: installing it for the tests ...',
    ways: [() => installWithPackageManager(commands)],
    missing:
      'No age for the tests could be found or installed: install age (age-encryption.org), or set AGE_PATH to it.',
  })
}
