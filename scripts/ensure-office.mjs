/** Gets a LibreOffice for the tests when there is none. */
import { findOffice } from './find-office.mjs'
import { installWithPackageManager } from './package-manager.mjs'

/** What each package manager is told; the first one present is used. */
const commands = {
  'apt-get': ['update', 'install -y --no-install-recommends libreoffice-calc'],
  dnf: ['install -y libreoffice-calc'],
  apk: ['add --no-cache libreoffice-calc'],
  pacman: ['-Sy --noconfirm libreoffice-fresh'],
  brew: ['install --cask libreoffice'],
}

/** Path of a LibreOffice. Ends the process with one clear line when none can be had: its tests never pass silently. */
export function ensureOffice() {
  const path = findOrStop()
  if (path) return path
  console.log('No LibreOffice found: installing its spreadsheet for the tests ...')
  installWithPackageManager(commands)
  const installed = findOrStop()
  if (installed) return installed
  stop(
    'No LibreOffice for the tests could be found or installed: install LibreOffice Calc, or set OFFICE_PATH to it.',
  )
}

function findOrStop() {
  try {
    return findOffice()
  } catch (error) {
    stop(error.message)
  }
}

function stop(line) {
  console.error(line)
  process.exit(1)
}
