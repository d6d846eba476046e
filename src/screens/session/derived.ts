import { fieldKey } from '../../answers/change'
import { inScope, type Assessment } from '../../answers/assessment'
import { valuesOf, type Present } from '../../answers/present'
import { wholeAnswer, type WholeAnswer } from '../../answers/whole'
import { evidenceOf, type Evidence } from '../../evidence/evidence'
import { partKeysOf, placedIndicators, valueKeys } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { score, scorePart, type NodeScore, type Score } from '../../scoring/score'
import { isValue } from '../../scoring/whole-numbers'

/** What follows from the changes: computed, never stored. */
export interface Derived {
  readonly values: ReadonlyMap<string, number>
  readonly score: Score
  /** The part's mean where the scope is a part. */
  readonly part: NodeScore | null
  readonly evidence: Evidence
}

/** Everything that follows from a present. */
export function derive(instrument: Instrument, assessment: Assessment, present: Present): Derived {
  const values = valuesIn(instrument, present)
  return { values, ...scores(instrument, assessment, values), evidence: evidenceOf(present) }
}

/** Derives anew only what the changed targets bear on: text alone touches neither score nor evidence. */
export function deriveAgain(
  before: Derived,
  instrument: Instrument,
  assessment: Assessment,
  present: Present,
  changed: ReadonlySet<string>,
): Derived {
  const touches = (part: string) => [...changed].some((key) => key.includes(part))
  const ofEvidence = ['document:', 'citation:', 'file:'].some(touches)
  const evidence = ofEvidence ? evidenceOf(present) : before.evidence
  const { values: valuesBefore, score: scoreBefore, part: partBefore } = before
  if (!touches('/value')) return { values: valuesBefore, score: scoreBefore, part: partBefore, evidence }
  const values = valuesIn(instrument, present)
  return { values, ...scores(instrument, assessment, values), evidence }
}

function scores(instrument: Instrument, assessment: Assessment, values: ReadonlyMap<string, number>) {
  const part = assessment.scope === 'all' ? null : scorePart(instrument, values, new Set(assessment.scope))
  return { score: score(instrument, values), part }
}

/** Values on the instrument's scale; one that is not (a foreign file) counts as blank. */
function valuesIn(instrument: Instrument, present: Present): ReadonlyMap<string, number> {
  const keys = placedIndicators(instrument).flatMap(({ indicator }) => valueKeys(indicator))
  const entries = keys.flatMap((id): [string, number][] => {
    const { value } = valuesOf(present, { kind: 'indicator', id })
    return typeof value === 'number' && isValue(instrument.scale, value) ? [[id, value]] : []
  })
  return new Map(entries)
}

/** Answers by indicator id, for the indicators of the scope. */
export function answersOf(
  instrument: Instrument,
  assessment: Assessment,
  present: Present,
): ReadonlyMap<string, WholeAnswer> {
  const partKeys = partKeysOf(instrument)
  return new Map(
    placedIndicators(instrument)
      .filter(({ indicator }) => inScope(assessment.scope, indicator.id))
      .map(({ indicator: { id } }) => [id, wholeAnswer(present, id, partKeys.get(id))]),
  )
}

/** Texts by id of the instrument's general questions, for those that were answered. */
export function generalAnswersIn(instrument: Instrument, present: Present): ReadonlyMap<string, string> {
  return new Map(
    (instrument.generalQuestions ?? []).flatMap(({ id }): [string, string][] => {
      const { answer } = valuesOf(present, { kind: 'question', id })
      return answer?.trim() ? [[id, answer]] : []
    }),
  )
}

/** Ids of the indicators whose level waits for a decision. */
export function undecidedOf(instrument: Instrument, present: Present): ReadonlySet<string> {
  return new Set(
    placedIndicators(instrument)
      .filter(({ indicator }) =>
        valueKeys(indicator).some((id) =>
          present.differences.has(fieldKey({ kind: 'indicator', id }, 'value')),
        ),
      )
      .map(({ indicator }) => indicator.id),
  )
}
