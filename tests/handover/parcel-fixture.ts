import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assessment } from '../../src/answers/assessment'
import type { Change } from '../../src/answers/change'
import { writeBackup } from '../../src/handover/backup'
import { digestOf } from '../../src/handover/files/digest'
import { writeParcel, type ParcelSource } from '../../src/handover/files/write-parcel'
import { planParcel, type FileHere, type ParcelChoice } from '../../src/handover/parcel-plan'
import type { InstrumentRef } from '../../src/instrument/ref'
import type { Instrument } from '../../src/instrument/schema'
import { spbe2020 } from '../examples/spbe-2020'
import { ASSESSMENT, changesOf, citationTarget, documentTarget, indicatorTarget } from '../examples/changes'

/** Read, not imported: the end-to-end tests' loader wants its attributes. */
const catalogue = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../src/instrument/catalogue.json'), 'utf8'),
) as InstrumentRef[]
const shipped = catalogue.find(({ id }) => id === spbe2020.id)
if (!shipped) throw new Error('no instrument is shipped')
const assessment: Assessment = {
  id: 'penilaian-1',
  instrument: { id: shipped.id, version: shipped.version, sha256: shipped.sha256 },
  createdAt: '2025-06-12T02:15:00.000Z',
  origin: 'own',
  scope: 'all',
}

export const SAVED_AT = '2025-06-12T02:15:00.000Z'
export const EVERYTHING: ParcelChoice = { withFiles: true, withConfidential: true, withRemoved: true }

/** The shipped instrument with its first indicator alone: reading all of it ten thousand times takes its time. */
export const tinyInstrument: Instrument = trimmed(spbe2020)

function trimmed(instrument: Instrument): Instrument {
  const [domain] = instrument.domains
  const [aspect] = domain?.aspects ?? []
  const [indicator] = aspect?.indicators ?? []
  if (!domain || !aspect || !indicator) throw new Error('no indicator is shipped')
  const domains = [{ ...domain, aspects: [{ ...aspect, indicators: [indicator] }] }]
  const maturityModels = Object.fromEntries(
    Object.entries(instrument.maturityModels).filter(([name]) => name === indicator.maturityModel),
  )
  const nothing = { cautions: [], generalQuestions: [], legalBasis: [], sources: [], owners: [] }
  return { ...instrument, ...nothing, domains, maturityModels }
}

export interface Piece {
  readonly name: string
  readonly text: string | Uint8Array<ArrayBuffer>
  readonly document?: string
}

/** Bytes by their SHA-256. */
export type Bytes = ReadonlyMap<string, { readonly blob: Blob; readonly crc32: number }>

export interface World {
  readonly changes: readonly Change[]
  readonly here: ReadonlyMap<string, FileHere>
  readonly bytes: Bytes
}

/** An assessment with documents, one of them confidential, a citation of each, and a file for each piece. */
export async function worldOf(pieces: readonly Piece[]): Promise<World> {
  const bytes = new Map<string, { blob: Blob; crc32: number }>()
  const here = new Map<string, FileHere>()
  const files: Change[] = []
  for (const { name, text, document = 'terbuka' } of pieces) {
    const blob = new Blob([text])
    const { sha256, crc32 } = await digestOf(blob)
    bytes.set(sha256, { blob, crc32 })
    here.set(sha256, { sha256, size: blob.size, mediaType: 'pdf' })
    const fields = { document, sha256, name, size: blob.size, mediaType: 'pdf' }
    files.push(...changesOf({ kind: 'file', id: `berkas-${name.replace(/[^a-z0-9]/gi, '-')}` }, fields))
  }
  const changes = [
    ...changesOf(ASSESSMENT, {
      institutionKind: 'kabupaten',
      institutionName: 'Kabupaten Contoh',
      year: 2025,
    }),
    ...changesOf(indicatorTarget('I01'), { value: 3, analysis: 'Sudah ada.' }),
    ...changesOf(documentTarget('terbuka'), { title: 'Perbup 41/2023', kind: 'perda-perkada' }),
    ...changesOf(documentTarget('rahasia'), { title: 'Uji penetrasi', kind: 'laporan', confidential: true }),
    ...changesOf(citationTarget('k1'), { indicator: 'I01', document: 'terbuka', pages: '6' }),
    ...changesOf(citationTarget('k2'), { indicator: 'I01', document: 'rahasia', pages: '2' }),
    ...files,
  ]
  return { changes, here, bytes }
}

/** What is sent to be written. */
export function sourceOf(
  { changes, here, bytes }: World,
  choice: ParcelChoice = EVERYTHING,
  password: string | null = null,
  instrument: Instrument = tinyInstrument,
): ParcelSource {
  const plan = planParcel(changes, here, choice)
  const who = { unit: 'Dinas Contoh', person: 'Nama Contoh', appVersion: '0.1.0', savedAt: SAVED_AT }
  return {
    facts: {
      ...who,
      assessment: assessment.id,
      instrument: assessment.instrument,
      counts: { changes: plan.changes.length, files: plan.files.length, ...plan.counts },
      leftOut: plan.leftOut,
    },
    assessment: writeBackup({ assessment, changes: plan.changes, ...who }),
    instrument: JSON.stringify(instrument),
    files: plan.files.map(({ path, sha256 }) => {
      const known = bytes.get(sha256)
      if (!known) throw new Error('no such bytes')
      return { path, sha256, bytes: known.blob, crc32: known.crc32 }
    }),
    password,
  }
}

/** A parcel in memory. */
export async function writtenParcel(
  source: ParcelSource,
): Promise<{ blob: Blob; seal: string; zipSize: number }> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const written = await writeParcel(
    source,
    (bytes) => void pieces.push(new Uint8Array(bytes)),
    () => undefined,
  )
  return { blob: new Blob(pieces), ...written }
}
