import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What poppler's pdfdetach saves of the attachments of a PDF, by name in their order. */
export function detached(pdf: Uint8Array): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'spbe-detach-'))
  try {
    const path = join(folder, 'volume.pdf')
    const out = join(folder, 'out')
    writeFileSync(path, pdf)
    mkdirSync(out)
    execFileSync('pdfdetach', ['-saveall', '-o', out, path])
    const names = readdirSync(out).sort()
    return new Map(names.map((name) => [name, readFileSync(join(out, name))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
