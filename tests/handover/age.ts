/**
 * Opens an age file with a passphrase as age's specification says (age-encryption.org/v1), with Node's own cryptography
 * and nothing of the app or its library: what the app locks has to open for others too.
 */
import { createDecipheriv, createHmac, hkdfSync, scryptSync } from 'node:crypto'

const CHUNK = 65_536
const TAG = 16
const HEADER =
  /^(age-encryption\.org\/v1\n-> scrypt ([A-Za-z0-9+/]{22}) (\d+)\n([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n/

/** The key of a file and its bytes. Throws where the passphrase is another, or anything in the file is not as it was locked. */
export function openAge(
  file: Buffer,
  passphrase: string,
): { readonly fileKey: Buffer; readonly plain: Buffer } {
  const [header, authentic = '', salt = '', logN, wrapped = '', mac = ''] =
    HEADER.exec(file.subarray(0, 300).toString('latin1')) ?? []
  if (!header) throw new Error('no age file with one passphrase')
  const cost = 2 ** Number(logN)
  const wrapKey = scryptSync(
    passphrase,
    Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), Buffer.from(salt, 'base64')]),
    32,
    { cost, blockSize: 8, parallelization: 1, maxmem: 256 * 8 * cost },
  )
  const fileKey = unsealed(wrapKey, Buffer.alloc(12), Buffer.from(wrapped, 'base64'))
  const macKey = Buffer.from(hkdfSync('sha256', fileKey, '', 'header', 32))
  const expected = createHmac('sha256', macKey).update(authentic).digest()
  if (!expected.equals(Buffer.from(mac, 'base64'))) throw new Error('the header was altered')
  return { fileKey, plain: payloadOf(file.subarray(header.length), fileKey) }
}

function payloadOf(payload: Buffer, fileKey: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', fileKey, payload.subarray(0, 16), 'payload', 32))
  const chunks: Buffer[] = []
  for (let at = 16, count = 0; at < payload.length; at += CHUNK + TAG, count += 1) {
    const sealed = payload.subarray(at, at + CHUNK + TAG)
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(count, 7)
    nonce[11] = at + sealed.length === payload.length ? 1 : 0
    chunks.push(unsealed(key, nonce, sealed))
  }
  if (chunks.length === 0) throw new Error('the file was cut off')
  return Buffer.concat(chunks)
}

/** Throws where the tag is not that of these bytes. */
function unsealed(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  decipher.setAuthTag(sealed.subarray(-TAG))
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
}
