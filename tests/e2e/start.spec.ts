/**
 * npm start, with the repository's own scripts and page but next to nothing to build: it builds, serves on its one port,
 * and a second one says why it stops.
 */
import { expect, windowTest as test } from './fixtures'
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('npm start serves on one port, and a second one stops with a message', async ({ page }) => {
  const folder = copyOfRepository(await freePort())
  const { address, port } = folder
  const first = start(folder.path)
  try {
    await expect
      .poll(() => first.output(), { timeout: 30_000 })
      .toContain(`SPBE Mandiri berjalan di ${address}`)
    await page.goto(address)
    await expect(page.getByText('Dibangun dan disajikan')).toBeVisible()

    const second = start(folder.path)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`SPBE Mandiri sudah berjalan. Buka ${address} di peramban.`)
  } finally {
    first.child.kill('SIGKILL')
    await first.ended
  }

  const stranger = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end('220 bukan peramban\r\n', () => socket.destroy())
  })
  await new Promise<void>((resolve) => stranger.listen(port, 'localhost', resolve))
  const third = start(folder.path)
  expect(await third.ended).toBe(1)
  expect(third.output()).toContain(`Port ${port} sedang dipakai program lain.`)
  expect(third.output()).toContain('SPBE Mandiri tidak pindah ke port lain')
  stranger.close()
  rmSync(folder.path, { recursive: true })
})

/** A copy that serves on another port: 4747 may be in use by whoever runs these tests. */
function copyOfRepository(port: number) {
  const path = mkdtempSync(join(tmpdir(), 'spbe-start-'))
  for (const part of [
    'index.html',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'docs',
    'public',
    'scripts',
    'src/boot.css',
  ]) {
    cpSync(join(root, part), join(path, part), { recursive: true })
  }
  writeFileSync(join(path, 'vite.config.ts'), 'export default {}\n')
  writeFileSync(join(path, 'src/main.tsx'), "document.body.textContent = 'Dibangun dan disajikan'\n")
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'), 'junction')
  const script = join(path, 'scripts/start.mjs')
  const text = readFileSync(script, 'utf8')
  expect(text).toContain('const port = 4747\n')
  writeFileSync(script, text.replace('const port = 4747', `const port = ${port}`))
  return { path, port, address: `http://localhost:${port}/` }
}

interface Run {
  readonly child: ChildProcess
  readonly output: () => string
  /** Its exit code, or null if it was killed. */
  readonly ended: Promise<number | null>
}

function start(folder: string): Run {
  const child = spawn(process.execPath, [join(folder, 'scripts/start.mjs')], {
    cwd: folder,
    env: { ...process.env, NO_OPEN: '1' },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, output: () => output, ended }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
