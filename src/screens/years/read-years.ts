import type { AssessmentFacts } from '../../answers/fields'
import { presentOf, valuesOf } from '../../answers/present'
import {
  byYear,
  nodesOf,
  pastYearsOf,
  resultOfPastYear,
  type PastYear,
  type YearResult,
} from '../../comparison/years'
import { hasNoPlace, undecidedYearsOf, type UndecidedYear } from '../../comparison/undecided-years'
import { loadTexts, shippedInstruments } from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'
import { score } from '../../scoring/score'
import { listAssessments } from '../../storage/assessments'
import { readChanges } from '../../storage/changes'
import type { Database } from '../../storage/database'
import { readInstrument } from '../../storage/instruments'
import type { StoredAssessment } from '../../storage/stored-assessment'
import type { Axis } from '../../report/axis'
import { UNDECIDED, type YearsTold } from '../../report/year-rows'
import { derive } from '../session/derived'
import type { Session, SessionState } from '../session/session'

/** What other assessments on this computer tell of an institution's years, and the instruments they were made with. */
export interface OtherYears {
  readonly results: readonly YearResult[]
  readonly instruments: ReadonlyMap<string, Instrument>
}

/**
 * The results of the other assessments of an institution: whole ones, not in Sampah, with at least one answer. Copies for
 * trying things out are left out, and so is what cannot be read.
 */
export async function readOtherYears(
  database: Database,
  institution: AssessmentFacts,
  exceptId: string,
): Promise<OtherYears> {
  const { assessments } = await listAssessments(database)
  const candidates = assessments.filter(
    ({ assessment, local }) =>
      assessment.id !== exceptId &&
      assessment.origin !== 'copy' &&
      assessment.scope === 'all' &&
      !local.deletedAt,
  )
  const read = await Promise.all(candidates.map((stored) => readYear(database, stored, institution)))
  const found = read.filter((one) => one !== null)
  return {
    results: found.map(({ result }) => result),
    instruments: new Map(found.map(({ instrument }) => [instrument.id, instrument])),
  }
}

async function readYear(
  database: Database,
  { assessment }: StoredAssessment,
  institution: AssessmentFacts,
): Promise<{ result: YearResult; instrument: Instrument } | null> {
  try {
    const present = presentOf(await readChanges(database, assessment.id))
    const facts = valuesOf(present, { kind: 'assessment' })
    if (facts.year === undefined || !isSameInstitution(facts, institution)) return null
    const instrument = await readInstrument(database, assessment.instrument)
    if (!instrument) return null
    const { values } = derive(instrument, assessment, present)
    const { index, answered, total, domains } = score(instrument, values)
    if (answered === 0) return null
    const result: YearResult = {
      key: assessment.id,
      year: facts.year,
      instrument: instrument.id,
      origin: 'assessment',
      index: index.rounded,
      nodes: nodesOf({ domains }),
      complete: answered === total,
      note: answered < total ? `${answered} dari ${total} terjawab` : '',
    }
    return { result, instrument }
  } catch {
    return null
  }
}

/** By kind and name, whatever the case and the spaces. */
function isSameInstitution(one: AssessmentFacts, other: AssessmentFacts): boolean {
  const nameOf = ({ institutionName = '' }: AssessmentFacts) =>
    institutionName.trim().replace(/\s+/g, ' ').toLowerCase()
  return nameOf(one) !== '' && nameOf(one) === nameOf(other) && one.institutionKind === other.institutionKind
}

/** The texts of shipped instruments by id; ids that are not shipped are left out. */
export async function loadInstruments(ids: readonly string[]): Promise<ReadonlyMap<string, Instrument>> {
  const wanted = shippedInstruments.filter(({ id }) => ids.includes(id))
  const loaded = await Promise.all(wanted.map(loadTexts))
  return new Map(loaded.map((instrument) => [instrument.id, instrument]))
}

/** Everything that is known of an institution's years. */
export interface Years {
  readonly pastYears: readonly PastYear[]
  /** Typed years, other assessments of the institution, and the open one, by year. */
  readonly results: readonly YearResult[]
  /** Typed years without a place among the results: their year or instrument is undecided. */
  readonly undecided: readonly UndecidedYear[]
  /** Texts of the instruments by id, as far as they are known here. */
  readonly instruments: ReadonlyMap<string, Instrument>
}

/** The open assessment among the years that were typed into it and those of other assessments. */
export function yearsBeside(
  { assessment, present, score, part }: Pick<SessionState, 'assessment' | 'present' | 'score' | 'part'>,
  instrument: Instrument,
  others: OtherYears,
  shipped: ReadonlyMap<string, Instrument>,
): Years {
  const instruments = new Map([...others.instruments, ...shipped, [instrument.id, instrument]])
  const { year } = valuesOf(present, { kind: 'assessment' })
  const pastYears = pastYearsOf(present)
  const here: YearResult[] =
    part === null && score.answered > 0 && year !== undefined
      ? [
          {
            key: assessment.id,
            year,
            instrument: instrument.id,
            origin: 'here',
            index: score.index.rounded,
            nodes: nodesOf(score),
            complete: score.answered === score.total,
            note: score.answered < score.total ? `${score.answered} dari ${score.total} terjawab` : '',
          },
        ]
      : []
  const undecided = undecidedYearsOf(present)
  const typed = pastYears.map((past) => {
    const result = resultOfPastYear(past, instruments.get(past.instrument))
    const waits = undecided.some(({ id }) => id === past.id)
    return waits ? { ...result, note: [result.note, UNDECIDED].filter(Boolean).join(', ') } : result
  })
  return {
    pastYears,
    results: byYear([...typed, ...others.results, ...here]),
    undecided: undecided.filter(hasNoPlace),
    instruments,
  }
}

/** The years as a report tells them. */
export async function readYearsTold(session: Session, database: Database): Promise<YearsTold> {
  const state = session.getState()
  const facts = valuesOf(state.present, { kind: 'assessment' })
  const typed = pastYearsOf(state.present).map(({ instrument }) => instrument)
  const [others, shipped] = await Promise.all([
    readOtherYears(database, facts, state.assessment.id),
    loadInstruments(typed),
  ])
  const { results, undecided, instruments } = yearsBeside(state, session.instrument, others, shipped)
  return {
    results,
    undecided,
    titles: new Map([...instruments.values()].map(({ id, shortTitle }) => [id, shortTitle])),
    scales: scalesOf(instruments),
  }
}

/** Lowest and highest value by id of the instrument. */
export function scalesOf(instruments: ReadonlyMap<string, Instrument>): ReadonlyMap<string, Axis> {
  return new Map([...instruments].map(([id, { scale }]) => [id, scale]))
}
