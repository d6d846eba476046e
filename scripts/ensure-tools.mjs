import { spawnSync } from 'node:child_process'
import { ensureProgram } from './ensure-program.mjs'
import { installWithPackageManager, isThere } from './package-manager.mjs'

/** Programs that know PDFs and ZIPs and nothing of the app: what it wrote is opened with them in the tests. */
const tools = ['qpdf', 'pdfdetach', 'pdftotext', 'unzip', 'python3']

/** What each package manager is told; the first one present is used. */
const commands = {
  'apt-get': ['update', 'install -y --no-install-recommends qpdf poppler-utils poppler-data unzip python3'],
  dnf: ['install -y qpdf poppler-utils poppler-data unzip python3'],
  apk: ['add --no-cache qpdf poppler-utils poppler-data unzip python3'],
  pacman: ['-Sy --noconfirm qpdf poppler poppler-data unzip python'],
  brew: ['install qpdf poppler unzip python'],
}

/** Names of programs that are then in the PATH. */
export function ensureTools() {
  return ensureProgram({
    find: () => (tools.every(isThere) && popplerReadsJapanese() ? tools : null),
    installing: `Not all of ${tools.join(', ')} and poppler-data found: installing them for the tests ...`,
    ways: [() => installWithPackageManager(commands)],
    missing: `The tests need ${tools.join(', ')} and poppler-data, which could not be found or installed: install them.`,
  })
}

/** Whether poppler has its data, without which it complains of sound files whose fonts are named and not there. */
function popplerReadsJapanese() {
  return spawnSync('pdftotext', ['-listenc'], { encoding: 'utf8' }).stdout.includes('EUC-JP')
}
