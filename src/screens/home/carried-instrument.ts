import type { Assessment } from '../../answers/assessment'
import type { CheckedParcel } from '../../handover/files/open-parcel'
import { INSTRUMENT } from '../../handover/manifest'
import { shippedInstruments } from '../../instrument/catalogue'
import { readInstrumentText } from '../../instrument/read'
import type { InstrumentRef } from '../../instrument/ref'
import type { Instrument } from '../../instrument/schema'
import type { Database } from '../../storage/database'
import { readInstrument } from '../../storage/instruments'

/** What is kept with the assessments made with it. */
export interface ToKeep {
  readonly ref: InstrumentRef
  /** Its file, letter by letter. */
  readonly text: string
  /** Another content of the same id and version is here already: both stay, each with its assessments. */
  readonly besideOther: boolean
}

export type InstrumentFinding =
  | { readonly status: 'found'; readonly instrument: Instrument; readonly keep: ToKeep | null }
  | { readonly status: 'refused'; readonly message: string }

/**
 * The instrument of an opened file: the one that is here, else the one its parcel carries, if that is the very file the
 * assessment names and is whole. What the app ships under an id and version is never replaced. Keeps nothing by itself.
 */
export async function findInstrument(
  database: Database,
  { instrument: ref }: Assessment,
  parcel: CheckedParcel | null,
): Promise<InstrumentFinding> {
  const here = await readInstrument(database, ref)
  if (here) return { status: 'found', instrument: here, keep: null }
  const named = `“${ref.id}” versi ${ref.version}`
  if (shippedInstruments.some((entry) => isSameVersion(entry, ref))) {
    return refused(
      `Berkas ini memakai instrumen ${named} dengan isi lain daripada yang disertakan aplikasi ini. Mintalah pengirim memakai instrumen yang disertakan, atau menerbitkan perbaikannya sebagai versi baru.`,
    )
  }
  if (!parcel) return refused(notHere(named, 'berkas ini'))
  const entry = parcel.manifest.entries.find(({ path }) => path === INSTRUMENT)
  if (parcel.instrument === null || entry?.sha256 !== ref.sha256) {
    return refused(notHere(named, 'paket ini'))
  }
  const reading = readInstrumentText(parcel.instrument)
  if (reading.status === 'refused') {
    const [{ path, text } = { path: '', text: '' }] = reading.faults
    return refused(
      `Instrumen ${named} di dalam paket ini tidak memenuhi aturan: ${[path, text].filter(Boolean).join(': ')} Minta berkas instrumen yang benar kepada penyusunnya.`,
    )
  }
  // Loaded only here: most files name an instrument that is shipped.
  const { keptInstruments } = await import('../../storage/kept-instruments')
  const kept = await keptInstruments(database)
  const besideOther = kept.some((one) => isSameVersion(one.ref, ref))
  return {
    status: 'found',
    instrument: reading.instrument,
    keep: { ref, text: parcel.instrument, besideOther },
  }
}

function isSameVersion(one: InstrumentRef, other: InstrumentRef): boolean {
  return one.id === other.id && one.version === other.version
}

function notHere(named: string, file: string): string {
  return `Berkas ini memakai instrumen ${named}, yang belum ada di komputer ini dan tidak dibawa ${file}. Minta berkas instrumennya (JSON) kepada pengirim dan buka lewat Mulai penilaian › Instrumen dari berkas, lalu buka berkas ini lagi. Bila aplikasi ini sudah lama, muat ulang dulu untuk memperbaruinya.`
}

function refused(message: string): InstrumentFinding {
  return { status: 'refused', message }
}
