import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Plugin } from 'vite'

/** What pdf.js asks for by address while it draws, and the folder of the site in which it finds it. */
const FOLDER = 'pdfjs'
const PARTS: Readonly<Record<string, readonly string[]>> = {
  cmaps: ['.bcmap'],
  iccs: ['.icc'],
  standard_fonts: ['.pfb', '.ttf'],
  // Not its stand-in for browsers without WebAssembly: all of ours have it.
  wasm: ['.wasm'],
}

const WASM = 'application/wasm'

/** Puts the decoders, character maps and standard fonts of pdf.js beside the app: nothing is asked of another host. */
export function pdfAssetsPlugin(root: string): Plugin {
  const from = join(root, 'node_modules', 'pdfjs-dist')
  const files = Object.entries(PARTS).flatMap(([part, extensions]) =>
    readdirSync(join(from, part))
      .filter((name) => extensions.includes(extname(name)))
      .map((name) => `${part}/${name}`),
  )
  return {
    name: 'pdf-assets',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
        const name = path.slice(FOLDER.length + 1)
        if (!path.startsWith(`${FOLDER}/`) || !files.includes(name)) return next()
        if (name.endsWith('.wasm')) response.setHeader('content-type', WASM)
        createReadStream(join(from, name)).pipe(response)
      })
    },
    generateBundle() {
      // Workers are bundled by themselves: only the page's bundle puts them down.
      if (this.environment.config.isWorker) return
      for (const name of files) {
        this.emitFile({
          type: 'asset',
          fileName: `${FOLDER}/${name}`,
          source: readFileSync(join(from, name)),
        })
      }
    },
  }
}
