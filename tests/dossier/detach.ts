import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The attachments of a PDF by name, sorted, as poppler's pdfdetach saves them. */
export function detached(pdf: Uint8Array): Map<string, Buffer> {
  return inFolder(pdf, (path, folder) => {
    const out = join(folder, 'out')
    mkdirSync(out)
    execFileSync('pdfdetach', ['-saveall', '-o', out, path])
    const names = readdirSync(out).sort()
    return new Map(names.map((name) => [name, readFileSync(join(out, name))]))
  })
}

/** What poppler says on opening a PDF and reading all its pages; empty where nothing. */
export function complaintsByPoppler(pdf: Uint8Array): string {
  return inFolder(pdf, (path) => {
    const { status, stderr } = spawnSync('pdftotext', [path, '/dev/null'], { encoding: 'utf8' })
    return status === 0 ? stderr : `ended with ${status}: ${stderr}`
  })
}

function inFolder<T>(pdf: Uint8Array, work: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'spbe-pdf-'))
  try {
    const path = join(folder, 'volume.pdf')
    writeFileSync(path, pdf)
    return work(path, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
