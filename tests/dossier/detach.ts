import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The attachments of a PDF by name, sorted, as poppler's pdfdetach saves them; where there is none, as pdf.js reads them. */
export async function detached(pdf: Uint8Array): Promise<Map<string, Buffer>> {
  if (spawnSync('pdfdetach', ['-v']).error) return attachmentsIn(pdf)
  return inFolder(pdf, (path, folder) => {
    const out = join(folder, 'out')
    mkdirSync(out)
    execFileSync('pdfdetach', ['-saveall', '-o', out, path])
    const names = readdirSync(out).sort()
    return new Map(names.map((name) => [name, readFileSync(join(out, name))]))
  })
}

async function attachmentsIn(pdf: Uint8Array): Promise<Map<string, Buffer>> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const found = (await (await task.promise).getAttachments()) as Record<
    string,
    { filename: string; content: Uint8Array }
  > | null
  await task.destroy()
  const named = Object.values(found ?? {}).map(({ filename, content }) => [filename, content] as const)
  return new Map(
    named.sort(([one], [other]) => (one < other ? -1 : 1)).map(([n, own]) => [n, Buffer.from(own)]),
  )
}

/** What poppler says on opening a PDF and reading all its pages; empty where nothing, or where this machine has none. */
export function complaintsByPoppler(pdf: Uint8Array): string {
  if (spawnSync('pdftotext', ['-v']).error) return ''
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
