/** The files of a round, on disk, made from a seed: 500 of them, 1 GB in all, most of a few megabytes, none packable. */
import { createCipheriv, createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const FILES = 500
export const BYTES = 1_000_000_000

/** Writes them into a new folder and returns their paths. The same seed gives the same bytes, another one all others. */
export function layFiles(folder, seed) {
  mkdirSync(folder)
  const key = createHash('sha256').update(seed).digest()
  // Encrypted zeroes: as random as anything, and quick.
  const noise = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const shares = Array.from({ length: FILES }, () => share(noise.update(Buffer.alloc(4)).readUInt32LE()))
  const whole = shares.reduce((sum, one) => sum + one, 0)
  return shares.map((one, at) => {
    const path = join(folder, `Dokumen ${seed} ${at + 1}.pdf`)
    const bytes = noise.update(Buffer.alloc(Math.floor((one / whole) * BYTES)))
    bytes.write('%PDF-1.7\n')
    writeFileSync(path, bytes)
    return path
  })
}

/** Of 100 files some 80 up to 4 parts, some 20 up to 20: scans of a page or two, and of a whole decree. */
function share(random) {
  const part = (random >>> 8) / 2 ** 24
  return (random & 255) < 205 ? 0.2 + 3.8 * part : 4 + 16 * part
}
