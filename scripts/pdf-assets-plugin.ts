import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Plugin } from 'vite'

/** The folder of the site in which they lie. */
const FOLDER = 'pdfjs'

/** Packs by name, and what of pdf.js's files goes into each. */
const PACKS: Readonly<Record<string, { readonly from: string; readonly wanted: readonly string[] }>> = {
  cmaps: { from: 'cmaps', wanted: ['.bcmap'] },
  fonts: { from: 'standard_fonts', wanted: ['.pfb', '.ttf'] },
  // Not qcms: pdf.js asks for it only when its worker may fetch by itself.
  decoders: { from: 'wasm', wanted: ['jbig2.wasm', 'openjpeg.wasm'] },
}

/**
 * Puts the decoders, character maps and standard fonts of pdf.js beside the app: nothing is asked of another host.
 * Each kind is one script: 186 files are not asked for one by one, and every web server knows a script, while
 * some answer 404 to `.bcmap` or `.wasm`.
 */
export function pdfAssetsPlugin(root: string): Plugin {
  const from = join(root, 'node_modules', 'pdfjs-dist')
  return {
    name: 'pdf-assets',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname
        const [, name] = new RegExp(`^/${FOLDER}/(\\w+)\\.js$`).exec(path) ?? []
        if (name === undefined || !(name in PACKS)) return next()
        response.setHeader('content-type', 'text/javascript').end(packedScript(from, name))
      })
    },
    generateBundle() {
      // Workers are bundled by themselves: only the page's bundle puts them down.
      if (this.environment.config.isWorker) return
      for (const name of Object.keys(PACKS)) {
        this.emitFile({
          type: 'asset',
          fileName: `${FOLDER}/${name}.js`,
          source: packedScript(from, name),
        })
      }
    },
  }
}

/** A pack as a module: the bytes of each file, in base64, by its name. `from` is the folder of pdfjs-dist. */
export function packedScript(from: string, name: string): string {
  const pack = PACKS[name]
  if (!pack) throw new RangeError(`no pack is called ${name}`)
  const folder = join(from, pack.from)
  const files = readdirSync(folder)
    .filter((file) => pack.wanted.includes(file) || pack.wanted.includes(extname(file)))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), 'base64')])
  return `export default JSON.parse('${JSON.stringify(Object.fromEntries(files))}')\n`
}
