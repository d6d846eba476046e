import { newId } from '../app/new-id'
import type { Assessment } from '../../answers/assessment'
import type { Change } from '../../answers/change'
import { loadFile, type CatalogueEntry } from '../../instrument/catalogue'
import { putAssessment } from '../../storage/assessments'
import { keepInstrument } from '../../storage/instruments'
import type { Author } from '../../storage/settings'
import type { StoredAssessment } from '../../storage/stored-assessment'
import type { AppServices } from '../app/app-context'
import type { Entry } from './session'

export interface NewAssessment {
  readonly instrument: CatalogueEntry
  readonly origin: Assessment['origin']
  readonly scope: Assessment['scope']
  readonly author: Author
  /** First contents: institution, year, and for an example its values. */
  readonly entries: readonly Entry[]
}

/** Stores a new assessment and returns its id. Throws what the database throws; then nothing is stored. */
export async function createAssessment(services: AppServices, creation: NewAssessment): Promise<string> {
  const { instrument, origin, scope, author, entries } = creation
  const at = new Date().toISOString()
  const { id, version, sha256 } = instrument
  const assessment: Assessment = {
    id: newId(),
    instrument: { id, version, sha256 },
    createdAt: at,
    origin,
    scope,
  }
  const changes = entries.map((entry): Change => ({
    id: newId(),
    ...entry,
    replaces: [],
    ...author,
    at,
  }))
  // One from a file is kept as its file says it, since it was read.
  if (!instrument.texts) await keepInstrument(services.database, instrument, await loadFile(instrument))
  await storeAssessment(services, newlyStored(assessment, author, at), changes)
  return assessment.id
}

/** What this computer remembers of an assessment that has just come to it. */
export function newlyStored(assessment: Assessment, author: Author, at: string): StoredAssessment {
  return {
    assessment,
    local: { ...author, place: null, lastChangeAt: at, deletedAt: null, backup: null, unsavedSince: at },
  }
}

/** Stores an assessment and tells the other tabs. */
export async function storeAssessment(
  { database, news }: AppServices,
  stored: StoredAssessment,
  changes: readonly Change[],
): Promise<void> {
  await putAssessment(database, stored, changes)
  news.publish({ kind: 'assessments' })
}
