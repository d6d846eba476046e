import { ensureProgram } from './ensure-program.mjs'
import { installWithPackageManager, isThere } from './package-manager.mjs'

/** Programs that know PDFs and ZIPs and nothing of the app: what it wrote is opened with them in the tests. */
const tools = ['qpdf', 'pdfdetach', 'pdftotext', 'unzip', 'python3']

/** What each package manager is told; the first one present is used. */
const commands = {
  'apt-get': ['update', 'install -y --no-install-recommends qpdf poppler-utils unzip python3'],
  dnf: ['install -y qpdf poppler-utils unzip python3'],
  apk: ['add --no-cache qpdf poppler-utils unzip python3'],
  pacman: ['-Sy --noconfirm qpdf poppler unzip python'],
  brew: ['install qpdf poppler unzip python'],
}

/** Names of programs that are then in the PATH. */
export function ensureTools() {
  return ensureProgram({
    find: () => (tools.every(isThere) ? tools : null),
    installing: `Not all of ${tools.join(', ')} found: installing them for the tests ...`,
    ways: [() => installWithPackageManager(commands)],
    missing: `The tests need ${tools.join(', ')}, which could not be found or installed: install them.`,
  })
}
