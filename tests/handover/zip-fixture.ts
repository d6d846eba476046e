/** ZIPs as anybody could write them, whatever their entries claim; and the entries of a parcel of ours. */
import { crc32, deflateRawSync } from 'node:zlib'

export type Bytes = Uint8Array<ArrayBuffer>

export interface Entry {
  name: string
  bytes: Bytes
  deflated?: boolean
  /** What its headers claim instead of the truth. */
  lies?: {
    size?: number
    packed?: number
    crc?: number
    local?: string
    offset?: number
    flags?: number
    method?: number
  }
}

/** A ZIP as anybody could write one, whatever its entries claim. */
export function zipOf(entries: readonly Entry[], count = entries.length): Bytes {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, deflated = false, lies = {} } of entries) {
    const packed = deflated ? deflateRawSync(bytes) : Buffer.from(bytes)
    const path = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(lies.flags ?? 0, 2)
    facts.writeUInt16LE(lies.method ?? (deflated ? 8 : 0), 4)
    facts.writeUInt32LE(lies.crc ?? crc32(bytes), 10)
    facts.writeUInt32LE(lies.packed ?? packed.length, 14)
    facts.writeUInt32LE(lies.size ?? bytes.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(lies.local ?? name)])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(lies.offset ?? at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, place, path]))
    pieces.push(local, packed)
    at += local.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count & 0xffff, 4)
  end.writeUInt16LE(count & 0xffff, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...pieces, listing, Buffer.from('PK\u0005\u0006'), end]))
}

/** Entries of a parcel of ours, which are stored one after the other. */
export function entriesOf(zip: Bytes): Entry[] {
  const view = new DataView(zip.buffer)
  const entries: Entry[] = []
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const size = view.getUint32(at + 22, true)
    const start = at + 30 + view.getUint16(at + 26, true)
    const name = new TextDecoder().decode(zip.subarray(at + 30, start))
    entries.push({ name, bytes: zip.slice(start, start + size) })
    at = start + size
  }
  return entries
}

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)
