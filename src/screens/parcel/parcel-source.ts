import type { Change } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import { writeBackup } from '../../handover/backup'
import type { ParcelSource } from '../../handover/files/write-parcel'
import { allNamed, fitsZip, planParcel, type ParcelChoice } from '../../handover/parcel-plan'
import { reportFileName } from '../../report/file-name'
import type { Database } from '../../storage/database'
import { readInstrumentFile } from '../../storage/instruments'
import { lostAmong } from '../../storage/lost-bytes'
import { readBytesOfFiles, readFileRows, type FileRow } from '../../storage/files'
import type { InstrumentRef } from '../../instrument/ref'
import { localMinute } from '../app/clock'
import type { Session } from '../session/session'

/** "Cadangan" is for ourselves, "Isian" is handed to the coordinator. */
export type ParcelKind = 'Cadangan' | 'Isian'

export interface PreparedParcel {
  readonly source: ParcelSource
  readonly changes: readonly Change[]
  /** How many changes the assessment has, those that stay included. */
  readonly ofChanges: number
  /** SHA-256 of the evidence files in it. */
  readonly files: ReadonlySet<string>
  /** Sum of the evidence files, in bytes. */
  readonly bytes: number
  /** Names of evidence files that stay because the disk has lost them. */
  readonly lost: readonly string[]
}

/** What a parcel is called: what it is, when, from whom, of whom. */
export function parcelFileName(session: Session, kind: ParcelKind, locked: boolean): string {
  const { local, present } = session.getState()
  const { institutionName, year } = valuesOf(present, { kind: 'assessment' })
  const at = localMinute(new Date()).replace('T', ' ')
  const words = [kind, at, kind === 'Isian' ? local.unit : '', institutionName, year]
  return reportFileName(words.filter(Boolean).join(' '), locked ? 'zip.age' : 'zip')
}

/** More than a ZIP can hold. */
export class ParcelTooLarge extends Error {
  override readonly name = 'ParcelTooLarge'
}

/**
 * Puts together what goes into a parcel: everything saved and final. `damaged` are SHA-256 of files known to be no more what
 * they were: they stay as those do that are lost. Throws ParcelTooLarge, or what storage throws.
 */
export async function prepareParcel(
  session: Session,
  database: Database,
  choice: ParcelChoice,
  password: string | null,
  damaged: ReadonlySet<string> = new Set(),
): Promise<PreparedParcel> {
  const all = await session.changesForFile()
  const { assessment, local, evidence } = session.getState()
  const { kept, lost } = await bytesHere(database, all, damaged)
  const plan = planParcel(all, new Map([...kept].map(([sha256, { row }]) => [sha256, row])), choice)
  const lostFiles = evidence.documents.flatMap((document) =>
    document.files.filter(({ sha256 }) => lost.has(sha256)),
  )
  const bytes = plan.files.reduce((sum, { size }) => sum + size, 0)
  if (!fitsZip(bytes, plan.files.length)) throw new ParcelTooLarge('more than a ZIP can hold')
  const { unit, person } = local
  const who = { unit, person, appVersion: __APP_VERSION__, savedAt: new Date().toISOString() }
  const files = plan.files.flatMap(({ path, sha256 }) => {
    const file = kept.get(sha256)
    return file ? [{ path, sha256, crc32: file.row.crc32, bytes: file.blob }] : []
  })
  return {
    source: {
      facts: {
        ...who,
        assessment: assessment.id,
        instrument: assessment.instrument,
        counts: { changes: plan.changes.length, files: files.length, ...plan.counts },
        leftOut: plan.leftOut,
      },
      assessment: writeBackup({ assessment, changes: plan.changes, ...who }),
      instrument: await instrumentFileOf(database, assessment.instrument),
      files,
      password,
    },
    changes: plan.changes,
    ofChanges: all.length,
    files: new Set(files.map(({ sha256 }) => sha256)),
    bytes,
    lost: choice.withFiles ? lostFiles.map(({ name }) => name) : [],
  }
}

/** What becomes of a parcel in which files are found to be damaged: their SHA-256. */
interface Damaged {
  readonly status: 'damaged'
  readonly files: readonly string[]
}

/** Prepares a parcel and makes it; if files in it are found to be damaged, once more without them. */
export async function makeWithoutDamaged<Outcome extends { readonly status: string }>(
  prepare: (damaged: ReadonlySet<string>) => Promise<PreparedParcel>,
  make: (prepared: PreparedParcel) => Promise<Outcome | Damaged>,
): Promise<{ readonly prepared: PreparedParcel; readonly outcome: Outcome }> {
  const damaged = new Set<string>()
  for (;;) {
    const prepared = await prepare(damaged)
    const outcome = await make(prepared)
    if (!isDamaged(outcome)) return { prepared, outcome }
    for (const sha256 of outcome.files) damaged.add(sha256)
  }
}

function isDamaged(outcome: { readonly status: string }): outcome is Damaged {
  return outcome.status === 'damaged'
}

interface Kept {
  readonly row: FileRow
  readonly blob: Blob
}

interface Here {
  /** By SHA-256. */
  readonly kept: ReadonlyMap<string, Kept>
  /** SHA-256 of those the disk has lost: they must not keep all others from going. */
  readonly lost: ReadonlySet<string>
}

/** Files the changes name and whose bytes are on this computer. */
async function bytesHere(
  database: Database,
  changes: readonly Change[],
  damaged: ReadonlySet<string>,
): Promise<Here> {
  const rows = await readFileRows(database)
  const blobs = await readBytesOfFiles(database, allNamed(changes))
  const lost = new Set([...(await lostAmong(blobs)), ...damaged])
  const kept = new Map<string, Kept>()
  for (const [sha256, blob] of blobs) {
    const row = rows.get(sha256)
    if (row && !lost.has(sha256)) kept.set(sha256, { row, blob })
  }
  return { kept, lost }
}

/** The very file that the assessment names by its SHA-256: elsewhere it may be unknown. */
async function instrumentFileOf(database: Database, ref: InstrumentRef): Promise<string> {
  const text = await readInstrumentFile(database, ref)
  if (text === undefined) throw new Error(`instrument ${ref.sha256} is not here`)
  return text
}
