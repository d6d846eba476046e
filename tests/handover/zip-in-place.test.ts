import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { findZipFault } from '../../src/handover/files/check-zip'
import { createZipInPlace } from '../../src/handover/files/zip-in-place'

test('a ZIP whose entries are described after their bytes reads as it was meant', async () => {
  const texts = { 'satu.pdf': 'isi satu', 'dua.pdf': '', 'SHA256SUMS.txt': 'jumlah\n' }
  let bytes = new Uint8Array()
  const sink = (piece: Uint8Array) => void (bytes = new Uint8Array(Buffer.concat([bytes, piece])))
  const zip = createZipInPlace(sink, (piece, at) => bytes.set(piece, at), new Date(2025, 5, 2, 8))
  const meant = []
  for (const [path, text] of Object.entries(texts)) {
    const own = Buffer.from(text)
    expect(await zip.begin(path)).toBe(bytes.length)
    sink(own)
    zip.end(own.length)
    meant.push({ path, size: own.length, crc32: crc32(own) })
  }
  await zip.close(meant.map((entry) => entry.crc32))
  expect(await findZipFault(new Blob([bytes]), meant, () => undefined)).toBeNull()
  const folder = mkdtempSync(join(tmpdir(), 'spbe-zip-'))
  try {
    writeFileSync(join(folder, 'a.zip'), bytes)
    expect(execFileSync('unzip', ['-p', join(folder, 'a.zip')]).toString()).toBe(
      Object.values(texts).join(''),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
