import type { Scope } from '../answers/assessment'
import type { AssessmentFacts } from '../answers/fields'
import type { WholeAnswer } from '../answers/whole'
import type { Evidence } from '../evidence/evidence'
import type { Instrument } from '../instrument/schema'
import type { NodeScore, Score } from '../scoring/score'
import type { YearsTold } from './year-rows'

/** What a report, a one-page summary or a closing paper is told from. */
export interface ReportInput {
  readonly instrument: Instrument
  /** "SPBE" and the same written out. */
  readonly family: string
  readonly familyName: string
  readonly instrumentHash: string
  readonly institution: string
  readonly year: number
  /** All that is known of the assessment itself: for the closing papers, who signs, where and when. */
  readonly facts: AssessmentFacts
  readonly scope: Scope
  readonly example: boolean
  readonly unit: string
  readonly person: string
  readonly answers: ReadonlyMap<string, WholeAnswer>
  /** Texts by id of the instrument's general question; one that is not answered may be absent. */
  readonly generalAnswers: ReadonlyMap<string, string>
  /** Indicators whose level was entered differently by two people and waits for a decision. */
  readonly undecided: ReadonlySet<string>
  readonly evidence: Evidence
  /** Results of other years, as far as they are known here. */
  readonly years: YearsTold
  /** Pages of the files that are known to have some, by SHA-256. */
  readonly filePages: ReadonlyMap<string, number>
  /** Values the score was computed from. */
  readonly values: ReadonlyMap<string, number>
  readonly score: Score
  /** The part's mean where the scope is a part. */
  readonly part: NodeScore | null
  readonly appVersion: string
  readonly formatVersion: number
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
}

export function answerOf(input: ReportInput, indicatorId: string): WholeAnswer {
  return input.answers.get(indicatorId) ?? {}
}

export function hasValue(input: ReportInput, indicatorId: string): boolean {
  return typeof answerOf(input, indicatorId).value === 'number'
}
