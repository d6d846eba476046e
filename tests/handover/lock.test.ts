/** The lock of a parcel is age's: others open what is locked here, and what others locked opens here. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLocked, lock, unlock } from '../../src/handover/files/lock'
import { openAge } from './age'
import { lockWithAge, openWithAge } from './age-program'

const PASSWORD = 'kuda laut merah lima kali'

async function locked(plain: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  return Buffer.from(await new Response(await lock(new Blob([plain]).stream(), PASSWORD)).arrayBuffer())
}

describe('the lock of a parcel', () => {
  // Around the pieces of 64 KiB in which age seals.
  it.each([0, 65_536, 140_000])('over %i bytes opens by the specification', async (length) => {
    const plain = new Uint8Array(length).map((_, at) => (at * 31) % 251)
    expect(Buffer.compare(openAge(await locked(plain), PASSWORD).plain, plain)).toBe(0)
  })

  it('opens with the age program, and what age locks opens here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spbe-age-'))
    const [plain, sealed, opened] = ['isi', 'isi.age', 'dibuka'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    try {
      const bytes = new Uint8Array(140_000).map((_, at) => (at * 31) % 251)
      writeFileSync(sealed, await locked(bytes))
      expect(() => openWithAge(sealed, opened, `${PASSWORD} lain`)).toThrow('incorrect passphrase')
      openWithAge(sealed, opened, PASSWORD)
      expect(Buffer.compare(readFileSync(opened), bytes)).toBe(0)

      writeFileSync(plain, bytes)
      rmSync(sealed)
      lockWithAge(plain, sealed, PASSWORD)
      const blob = new Blob([new Uint8Array(readFileSync(sealed))])
      expect(await isLocked(blob)).toBe(true)
      const unlocking = await unlock(blob, PASSWORD)
      if (unlocking.status === 'refused') throw new Error(unlocking.fault.kind)
      expect(Buffer.compare(Buffer.from(await new Response(unlocking.bytes).arrayBuffer()), bytes)).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('gives nothing out as whole that was cut or changed behind its head, wherever that was', async () => {
    const CHUNK = 65_536 + 16
    const file = await locked(new Uint8Array(140_000))
    const head = file.length - 140_000 - 3 * 16
    const cut = [head + 1, head + CHUNK, file.length - 1].map((length) => file.subarray(0, length))
    const flipped = Buffer.from(file)
    flipped[head + 70_000] = (flipped[head + 70_000] ?? 0) ^ 1
    for (const bytes of [...cut, flipped, Buffer.concat([file, Buffer.from('x')])]) {
      const unlocking = await unlock(new Blob([new Uint8Array(bytes)]), PASSWORD)
      if (unlocking.status === 'refused') throw new Error('its head is whole')
      const failure = await new Response(unlocking.bytes).arrayBuffer().then(
        () => 'read to its end',
        (cause: unknown) => cause,
      )
      // Told apart from a disk that fills up, which is none of the parcel's faults.
      expect(failure).toBeInstanceOf(Error)
      expect(failure).not.toBeInstanceOf(DOMException)
    }
  })

  it('is refused by name where it asks for more work than is reasonable, is cut, or has another kind of key', async () => {
    const file = (await locked(new Uint8Array([1, 2, 3]))).toString('latin1')
    const refusal = async (text: string) => {
      const unlocking = await unlock(new Blob([new Uint8Array(Buffer.from(text, 'latin1'))]), PASSWORD)
      return unlocking.status === 'refused' ? unlocking.fault.kind : 'open'
    }
    expect(await refusal(file)).toBe('open')
    expect(await refusal(file.replace(' 16\n', ' 30\n'))).toBe('damaged-lock')
    expect(await refusal(file.replace('-> scrypt', '-> X25519'))).toBe('damaged-lock')
    for (let length = 22; length < 150; length += 8) {
      expect(await refusal(file.slice(0, length)), `${length} bytes`).toBe('damaged-lock')
    }
  })
})
