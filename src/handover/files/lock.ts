import { Decrypter, Encrypter } from 'age-encryption'
import type { ParcelFault } from '../parcel-fault'
import { WORK_FACTOR, WORK_FACTOR_LIMIT } from '../parcel-limits'

const BEGINNING = 'age-encryption.org/v1\n'
/** A header with one passphrase, as age allows it; read before anything is left to the library. */
const HEADER =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/
/** Longer than any such header, in bytes. */
const HEADER_LENGTH = 256

/** Wraps a stream of bytes in the age format under a password. */
export async function lock(
  bytes: ReadableStream<Uint8Array>,
  password: string,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(password)
  encrypter.setScryptWorkFactor(WORK_FACTOR)
  return encrypter.encrypt(bytes)
}

/** Whether a blob begins as an age file. */
export async function isLocked(blob: Blob): Promise<boolean> {
  return (await blob.slice(0, BEGINNING.length).text()) === BEGINNING
}

export type Unlocking =
  | { readonly status: 'open'; readonly bytes: ReadableStream<Uint8Array> }
  | { readonly status: 'refused'; readonly fault: ParcelFault }

/** The bytes under a password. The stream errors where what it reads is not what was locked. */
export async function unlock(blob: Blob, password: string): Promise<Unlocking> {
  const header = HEADER.exec(await blob.slice(0, HEADER_LENGTH).text())
  if (!header || Number(header[1]) > WORK_FACTOR_LIMIT) return refused({ kind: 'damaged-lock' })
  const decrypter = new Decrypter()
  decrypter.addPassphrase(password)
  try {
    return { status: 'open', bytes: await decrypter.decrypt(blob.stream()) }
  } catch (cause) {
    // The library says so by this sentence alone (index.js, `decryptHeaderInternal`).
    const isWrong = cause instanceof Error && cause.message.startsWith('no identity matched')
    return refused({ kind: isWrong ? 'wrong-password' : 'damaged-lock' })
  }
}

function refused(fault: ParcelFault): Unlocking {
  return { status: 'refused', fault }
}
