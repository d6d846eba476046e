import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What qpdf finds wrong with a PDF; empty where nothing is. */
export function faultsByQpdf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes)
    const said = execFileSync('qpdf', ['--check', join(folder, 'file.pdf')], { encoding: 'utf8' })
    return said.includes('No syntax or stream encoding errors') ? '' : said
  } finally {
    rmSync(folder, { recursive: true })
  }
}
