import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What pdf.js fetches while it reads a file, by the folder of the package it lies in. */
const FOLDERS: readonly { readonly from: string; readonly files: RegExp }[] = [
  { from: 'wasm', files: /\.wasm$/ },
  { from: 'cmaps', files: /\.bcmap$/ },
  { from: 'standard_fonts', files: /\.(pfb|ttf)$/ },
  { from: 'iccs', files: /\.icc$/ },
]

/** Not `.mjs`, which some web servers do not know for a script. */
const WORKER = { to: 'pdfjs/pdf.worker.js', from: 'legacy/build/pdf.worker.min.mjs' }

/** Puts pdf.js's worker, codecs, character maps and fonts into `pdfjs/`, under names of their own: src/workers/pdf-assets.ts. */
export function pdfjsPlugin(root: string): Plugin {
  const home = join(root, 'node_modules', 'pdfjs-dist')
  const files = new Map([
    [WORKER.to, join(home, WORKER.from)],
    ...FOLDERS.flatMap(({ from, files }) =>
      readdirSync(join(home, from))
        .filter((name) => files.test(name))
        .map((name): [string, string] => [`pdfjs/${from}/${name}`, join(home, from, name)]),
    ),
  ])
  return {
    name: 'pdfjs',
    generateBundle() {
      for (const [fileName, path] of files) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) })
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = files.get((request.url ?? '').replace(/^\//, '').replace(/\?.*$/, ''))
        if (!path) return next()
        response.setHeader(
          'content-type',
          path.endsWith('js') ? 'text/javascript' : 'application/octet-stream',
        )
        response.end(readFileSync(path))
      })
    },
  }
}
