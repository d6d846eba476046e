/** Installs what the tests need beside the packages, with the package manager of the platform. */
import { spawnSync } from 'node:child_process'

/** Lists of packages are fetched once, however many programs are missing. */
const updated = new Set()

/**
 * Runs the first package manager that is present. `commands` are by its name: what it is told, one line after the
 * other. False when there is none, or it failed, or it would have to ask for a password.
 */
export function installWithPackageManager(commands) {
  const name = Object.keys(commands).find((candidate) => succeeds(candidate, ['--version'], 'ignore'))
  if (!name) return false
  const prefix = name === 'brew' ? [] : asRoot()
  if (!prefix) return false
  return commands[name].every((line) => {
    if (updated.has(line)) return true
    const [command, ...args] = [...prefix, name, ...line.split(' ')]
    if (line === 'update') updated.add(line)
    return succeeds(command, args, 'inherit')
  })
}

/** What to put before a command that needs root, or null when root cannot be had without asking. */
export function asRoot() {
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', ['-n', 'true'], 'ignore') ? ['sudo', '-n'] : null
}

/** Whether a program is in the PATH, whatever it answers. */
export function isThere(name) {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** Whether a command ends well. */
export function succeeds(command, args, stdio) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio, env }).status === 0
}
