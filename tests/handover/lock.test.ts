/** The lock of a parcel is age's: others open what is locked here, and what others locked opens here. */
import { describe, expect, it } from 'vitest'
import { isLocked, lock, unlock } from '../../src/handover/files/lock'
import { openAge } from './age'

const PASSWORD = 'kuda laut merah lima kali'

/** Locked with PASSWORD by age 1.1.1, the reference program (age -p, work factor 18). */
const BY_AGE =
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBqSG11bmhQWmFIZFlkVVBNSVcvUXlnIDE4Ci9rdGwrOHZzbG5EVS93N0NBZFFjM1NnM2NrZTlObjV0L2hqZDBDVS9UTkkKLS0tIEM1b0JBR0xkdkZjVW94YUhUNzZ2UTFtSkh3QS95QmtIVElWbldZdFFtYkUKIpnMJAIT1svC9L6iLGyBqeP5bolT4KNgoLg3TgHW98+vfW+y7r47MxwfsQpqONBUIZP3w/Eero4V'

async function locked(plain: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  return Buffer.from(await new Response(await lock(new Blob([plain]).stream(), PASSWORD)).arrayBuffer())
}

describe('the lock of a parcel', () => {
  // Around the pieces of 64 KiB in which age seals.
  it.each([0, 65_536, 140_000])('over %i bytes opens by the specification', async (length) => {
    const plain = new Uint8Array(length).map((_, at) => (at * 31) % 251)
    expect(Buffer.compare(openAge(await locked(plain), PASSWORD).plain, plain)).toBe(0)
  })

  it('made by the age program opens here', async () => {
    const file = Buffer.from(BY_AGE, 'base64')
    expect(openAge(file, PASSWORD).plain.toString()).toBe('isi paket dari alat lain\n')
    const blob = new Blob([new Uint8Array(file)])
    expect(await isLocked(blob)).toBe(true)
    const unlocking = await unlock(blob, PASSWORD)
    if (unlocking.status === 'refused') throw new Error(unlocking.fault.kind)
    expect(await new Response(unlocking.bytes).text()).toBe('isi paket dari alat lain\n')
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
