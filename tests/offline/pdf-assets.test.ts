import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packedScript } from '../../scripts/pdf-assets-plugin'
import { root } from '../architecture/sources'

const from = join(root, 'node_modules/pdfjs-dist')

test.each([
  ['cmaps', 'cmaps', /\.bcmap$/, 160],
  ['fonts', 'standard_fonts', /\.(pfb|ttf)$/, 14],
  ['decoders', 'wasm', /^(jbig2|openjpeg)\.wasm$/, 2],
] as const)('%s: one script holds every file of it, byte for byte', async (name, folder, wanted, atLeast) => {
  const script = packedScript(from, name)
  const address = `data:text/javascript,${encodeURIComponent(script)}`
  const { default: files } = (await import(/* @vite-ignore */ address)) as { default: Record<string, string> }
  const names = readdirSync(join(from, folder)).filter((file) => wanted.test(file))
  expect(names.length).toBeGreaterThanOrEqual(atLeast)
  expect(Object.keys(files).sort()).toEqual(names.sort())
  for (const file of names) {
    expect(Buffer.from(files[file] ?? '', 'base64').equals(readFileSync(join(from, folder, file)))).toBe(true)
  }
})
