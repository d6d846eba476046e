import { entryOf, findShipped, shippedInstruments, type CatalogueEntry } from '../../instrument/catalogue'
import { fault, type Fault } from '../../instrument/fault'
import { LIMITS, readInstrumentText } from '../../instrument/read'
import type { InstrumentRef } from '../../instrument/ref'
import type { Database } from '../../storage/database'
import { keepInstrument } from '../../storage/instruments'
import { keptInstruments } from '../../storage/kept-instruments'

export type FileTaking =
  /** `unknown` are paths of fields in it that are not used. */
  | { readonly status: 'taken'; readonly entry: CatalogueEntry; readonly unknown: readonly string[] }
  | { readonly status: 'refused'; readonly faults: readonly Fault[] }

/** Reads an instrument file, and keeps it here once it is found whole. Throws what the database throws. */
export async function takeInstrumentFile(database: Database, file: File): Promise<FileTaking> {
  if (file.size > LIMITS.bytes) {
    return refused(`Berkas lebih besar dari ${LIMITS.bytes / 1_000_000} MB, batas berkas instrumen.`)
  }
  const text = textOf(await file.arrayBuffer())
  if (text === null) return refused('Bukan berkas teks UTF-8. Pilih berkas JSON instrumen.')
  const reading = readInstrumentText(text)
  if (reading.status === 'refused') return reading
  // Browsers compute fingerprints only at addresses that nobody can listen in on.
  if (!window.isSecureContext)
    return refused('Berkas instrumen hanya dapat dibuka lewat https atau localhost.')
  const { instrument, unknown } = reading
  const ref = { id: instrument.id, version: instrument.version, sha256: await sha256Of(text) }
  const clash = await known(database, ref)
  if (clash) return clash
  if (!findShipped(ref)) await keepInstrument(database, ref, text)
  return { status: 'taken', entry: findShipped(ref) ?? entryOf(ref, instrument), unknown }
}

/** An id and version stand for one content: what was made with it must mean the same everywhere. */
async function known(database: Database, ref: InstrumentRef): Promise<FileTaking | null> {
  const refs = [...shippedInstruments, ...(await keptInstruments(database)).map((kept) => kept.ref)]
  const other = refs.find(
    ({ id, version, sha256 }) => id === ref.id && version === ref.version && sha256 !== ref.sha256,
  )
  if (!other) return null
  const text = `Instrumen “${ref.id}” versi ${ref.version} sudah ada di sini dengan isi lain. Bila ini perbaikannya, naikkan version; bila ini instrumen lain, beri id lain.`
  return { status: 'refused', faults: [fault(['version'], text)] }
}

function refused(text: string): FileTaking {
  return { status: 'refused', faults: [fault([], text)] }
}

/** The text without a byte order mark; null for bytes that are no UTF-8. */
function textOf(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

async function sha256Of(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
