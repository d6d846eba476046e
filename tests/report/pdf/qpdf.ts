import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Every object is read, every stream unpacked, pictures too, and every page's content taken apart. What `--check` does
 * besides, packing all of it again, takes ten times as long; of 180 volumes with damage anywhere both refused the same.
 */
const READ_ALL = ['--stream-data=uncompress', '--decode-level=all', '--normalize-content=y']

/** What qpdf finds wrong with a PDF; empty where nothing is. */
export function faultsByQpdf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
  try {
    const path = join(folder, 'file.pdf')
    writeFileSync(path, bytes)
    const { status, stderr, error } = spawnSync('qpdf', [...READ_ALL, path, '/dev/null'], {
      encoding: 'utf8',
    })
    if (error) throw error
    return status === 0 ? '' : stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}
