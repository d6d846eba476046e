import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { findZipFault } from '../../src/handover/files/check-zip'
import { zipBlob } from '../../src/handover/files/zip-writer'

test('a ZIP that holds on to bytes that lie elsewhere reads as it was meant', async () => {
  const texts = { 'satu.pdf': 'isi satu', 'dua.pdf': '', 'SHA256SUMS.txt': 'jumlah\n' }
  const entries = Object.entries(texts).map(([path, text]) => ({
    ...{ path, bytes: new Blob([text]), crc32: crc32(text) },
  }))
  const zip = await zipBlob(entries, new Date(2025, 5, 2, 8))
  const meant = entries.map(({ path, bytes, crc32 }) => ({ path, size: bytes.size, crc32 }))
  expect(await findZipFault(zip, meant, () => undefined)).toBeNull()
  const folder = mkdtempSync(join(tmpdir(), 'spbe-zip-'))
  try {
    const path = join(folder, 'a.zip')
    writeFileSync(path, new Uint8Array(await zip.arrayBuffer()))
    expect(execFileSync('unzip', ['-p', path]).toString()).toBe(Object.values(texts).join(''))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
