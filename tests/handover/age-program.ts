/**
 * The reference program age, as somebody outside would use it. It takes a passphrase from a terminal only, so it is run in
 * one of util-linux's `script`, which types what comes in.
 */
import { spawnSync } from 'node:child_process'
import { findAge } from '../../scripts/find-age.mjs'

/** Opens a file locked with a passphrase. Throws with what age says where it cannot. */
export function openWithAge(locked: string, opened: string, passphrase: string): void {
  runInTerminal(['-d', '-o', opened, locked], `${passphrase}\n`)
}

/** Locks a file with a passphrase. Throws with what age says where it cannot. */
export function lockWithAge(open: string, locked: string, passphrase: string): void {
  runInTerminal(['-p', '-o', locked, open], `${passphrase}\n${passphrase}\n`)
}

function runInTerminal(args: readonly string[], input: string): void {
  const age = findAge()
  if (!age) throw new Error('No age found: run npm test once, or set AGE_PATH.')
  const command = [age, ...args]
  const inShell = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
  const { status, stdout, error } = spawnSync(
    'script',
    process.platform === 'darwin' ? ['-q', '/dev/null', ...command] : ['-qec', inShell, '/dev/null'],
    { input, encoding: 'utf8', timeout: 60_000 },
  )
  if (error) throw error
  if (status !== 0) throw new Error(stdout)
}
