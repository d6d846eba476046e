/**
 * Serves a folder on a port of its own, for tests that take the server away, put a newer build in its place or count
 * what it is asked for.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

export interface Site {
  readonly address: string
  /** Paths asked for so far. */
  readonly asked: string[]
  /** Serves another folder from now on. */
  readonly replace: (folder: string) => void
  /** From now on nothing listens there any more. */
  readonly stop: () => Promise<void>
}

export async function serve(first: string): Promise<Site> {
  let folder = first
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    asked.push(path)
    const file = join(folder, normalize(path === '/' ? '/index.html' : path))
    readFile(file).then(
      (bytes) => {
        response
          .writeHead(200, {
            'content-type': types[extname(file)] ?? 'application/octet-stream',
            'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
          })
          .end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}/`,
    asked,
    replace: (next) => void (folder = next),
    async stop() {
      if (!server.listening) return
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
