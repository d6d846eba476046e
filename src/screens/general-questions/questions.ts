import { fieldKey } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import type { Instrument } from '../../instrument/schema'
import type { SessionState } from '../session/session'

export type GeneralQuestion = NonNullable<Instrument['generalQuestions']>[number]

/** The instrument's general questions; none where it has none. The same list each time. */
export function questionsOf(instrument: Instrument): readonly GeneralQuestion[] {
  return instrument.generalQuestions ?? NO_QUESTIONS
}

const NO_QUESTIONS: readonly GeneralQuestion[] = []

export function questionTarget(id: string) {
  return { kind: 'question', id } as const
}

/** How many of the questions have an answer. */
export function answeredIn(state: SessionState, questions: readonly GeneralQuestion[]): number {
  return questions.filter(({ id }) => valuesOf(state.present, questionTarget(id)).answer?.trim()).length
}

/** Whether two people answered one of them differently. */
export function differsIn(state: SessionState, questions: readonly GeneralQuestion[]): boolean {
  return questions.some(({ id }) => state.present.differences.has(fieldKey(questionTarget(id), 'answer')))
}
