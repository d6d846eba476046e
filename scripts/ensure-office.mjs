import { ensureProgram } from './ensure-program.mjs'
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

/** Path of a LibreOffice. */
export function ensureOffice() {
  return ensureProgram({
    find: findOffice,
    installing: 'No LibreOffice found: installing its spreadsheet for the tests ...',
    ways: [() => installWithPackageManager(commands)],
    missing:
      'No LibreOffice for the tests could be found or installed: install LibreOffice Calc, or set OFFICE_PATH to it.',
  })
}
