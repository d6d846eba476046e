import type { AssessmentFacts } from '../../answers/fields'
import { presentOf, valuesOf } from '../../answers/present'
import { findShipped } from '../../instrument/catalogue'
import { listAssessments } from '../../storage/assessments'
import { readChanges } from '../../storage/changes'
import { readInstrument } from '../../storage/instruments'
import type { Author } from '../../storage/settings'
import { readAuthor } from '../../storage/settings'
import { lastChangeOf, type StoredAssessment } from '../../storage/stored-assessment'
import type { Database } from '../../storage/database'
import { derive } from '../session/derived'

/** An assessment as Beranda lists it. */
export interface Summary {
  readonly stored: StoredAssessment
  readonly facts: AssessmentFacts
  /** ISO instant. */
  readonly lastChangeAt: string
  /** Two decimals; null before the first answer. */
  readonly index: number | null
  readonly isPart: boolean
  readonly answered: number
  readonly total: number
  /** Fields with two different values that wait for a decision. */
  readonly differences: number
  readonly instrumentTitle: string
  /** "21, Manajemen Risiko SPBE": where one was. */
  readonly place: string | null
}

export interface Home {
  /** Last changed first. */
  readonly summaries: readonly Summary[]
  readonly trash: readonly Summary[]
  /** Ids. */
  readonly unreadable: readonly string[]
  readonly author: Author
}

/** Everything Beranda and Sampah show. An assessment that cannot be read is told, never hidden. */
export async function readHome(database: Database): Promise<Home> {
  const { assessments, unreadable } = await listAssessments(database)
  const readings = await Promise.all(assessments.map((stored) => summarise(database, stored)))
  const summaries = readings.filter((summary): summary is Summary => summary !== null)
  summaries.sort((one, other) => (one.lastChangeAt < other.lastChangeAt ? 1 : -1))
  return {
    summaries: summaries.filter(({ stored }) => !stored.local.deletedAt),
    trash: summaries.filter(({ stored }) => stored.local.deletedAt),
    unreadable: [
      ...unreadable,
      ...assessments.filter((_, index) => !readings[index]).map(({ assessment }) => assessment.id),
    ],
    author: await readAuthor(database),
  }
}

async function summarise(database: Database, stored: StoredAssessment): Promise<Summary | null> {
  try {
    const { assessment, local } = stored
    const instrument = await readInstrument(database, assessment.instrument)
    if (!instrument) return null
    const changes = await readChanges(database, assessment.id)
    const present = presentOf(changes)
    const { score, part } = derive(instrument, assessment, present)
    const here = instrument.domains
      .flatMap((domain) => domain.aspects)
      .flatMap((aspect) => aspect.indicators)
      .find((indicator) => indicator.id === local.place)
    return {
      stored,
      lastChangeAt: lastChangeOf(stored, changes),
      facts: valuesOf(present, { kind: 'assessment' }),
      index: (part ?? score.index).rounded,
      isPart: part !== null,
      answered: (part ?? score).answered,
      total: (part ?? score).total,
      differences: present.differences.size,
      instrumentTitle: findShipped(assessment.instrument)?.shortTitle ?? instrument.shortTitle,
      place: here ? `${here.number}, ${here.shortName}` : null,
    }
  } catch {
    return null
  }
}
