/**
 * Installs what the lock file says when node_modules is missing or differs from it. Only Node's own modules: it runs
 * before anything else is there, and on a Node too old for the rest, so that it can say so.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const oldestNode = [20, 19]

const words = {
  en: {
    oldNode: (found) => `Node.js ${oldestNode.join('.')} or newer is needed; this is ${found}.`,
    installing: 'Installing packages (npm ci), a minute or two the first time ...',
    failed: 'npm ci failed (see above). Is there a connection to the internet?',
  },
  id: {
    oldNode: (found) => `Perlu Node.js ${oldestNode.join('.')} atau lebih baru; yang terpasang ${found}.`,
    installing: 'Memasang paket yang diperlukan (npm ci), satu-dua menit pada kali pertama ...',
    failed: 'Pemasangan gagal (lihat di atas). Apakah komputer ini tersambung ke internet?',
  },
}

/** True when every package of the lock file lies in node_modules in its version and nothing else does. */
export function isInstalled() {
  const installedList = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedList)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(installedList, 'utf8')).packages
  const same = (path) => wanted[path]?.version === present[path]?.version
  // Optional ones are left out on the platforms they are not for.
  const mayBeAbsent = (path) => path === '' || wanted[path].optional || wanted[path].devOptional
  return (
    Object.keys(wanted).every((path) => (path in present ? same(path) : mayBeAbsent(path))) &&
    Object.keys(present).every((path) => path in wanted)
  )
}

/** Ends the process with one clear line when Node is too old or installing fails. */
export function ensureInstalled(language = 'en') {
  const say = words[language]
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    console.error(say.oldNode(process.versions.node))
    process.exit(1)
  }
  if (isInstalled()) return
  console.log(say.installing)
  // --include=dev: NODE_ENV=production in the environment would leave the build tools out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync(['npm', ...args].join(' '), { cwd: root, stdio: 'inherit', shell: true })
  if (status !== 0) {
    console.error(say.failed)
    process.exit(1)
  }
}
