import type { Scope } from '../answers/assessment'
import type { WholeAnswer } from '../answers/whole'
import type { Evidence } from '../evidence/evidence'
import type { Instrument } from '../instrument/schema'
import type { NodeScore, Score } from '../scoring/score'
import { score, scorePart } from '../scoring/score'
import type { Stamp } from './stamp'

/** All that the sheets are made of. Plain data, so that a worker can be sent it. */
export interface SheetsInput {
  readonly instrument: Instrument
  /** "SPBE". */
  readonly family: string
  readonly stamp: Stamp
  readonly institution: string
  readonly year: number
  readonly scope: Scope
  readonly unit: string
  readonly person: string
  /** By the id of an indicator or of a part. */
  readonly answers: ReadonlyMap<string, WholeAnswer>
  /** Fields (by `fieldKey`) entered differently by two people, which wait for a decision. */
  readonly differences: ReadonlySet<string>
  readonly evidence: Evidence
  /** Pages of the files that are known to have some, by SHA-256. */
  readonly filePages: ReadonlyMap<string, number>
  /** Values the score was computed from. */
  readonly values: ReadonlyMap<string, number>
  readonly score: Score
  /** The part's mean where the scope is a part. */
  readonly part: NodeScore | null
  readonly appVersion: string
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
}

/** The same assessment with nothing filled in, for an empty template. */
export function withoutAnswers(input: SheetsInput): SheetsInput {
  const { instrument, scope } = input
  const values = new Map<string, number>()
  return {
    ...input,
    answers: new Map(),
    differences: new Set(),
    evidence: { documents: [], citations: new Map(), removedDocuments: [], detachedCitations: [] },
    values,
    score: score(instrument, values),
    part: scope === 'all' ? null : scorePart(instrument, values, new Set(scope)),
  }
}

/** What the whole is called: an index, or the mean of a part. */
export function indexLabel(input: SheetsInput): string {
  return input.part ? 'Rata-rata bagian kami' : 'Indeks sementara'
}

/** What is made: a workbook with what is filled in, one to be filled in, or a table of text. */
export type SheetsKind = 'workbook' | 'template' | 'csv'
