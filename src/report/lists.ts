import { OBSTACLE_LABELS } from '../answers/labels'
import type { PlacedIndicator } from '../instrument/lookup'
import { answerOf, hasValue, type ReportInput } from './input'
import type { Blank, GeneralAnswer, GeneralAnswers, ObstacleGroup } from './model'

/** The indicators without a level, with who usually answers them. */
export function blanksOf(input: ReportInput, placed: readonly PlacedIndicator[]): Blank[] {
  return placed
    .filter(({ indicator }) => !hasValue(input, indicator.id))
    .map(({ indicator }) => ({
      id: indicator.id,
      number: indicator.number,
      name: indicator.shortName,
      owner: indicator.typicalOwner,
    }))
}

/** Obstacles by kind; those without a kind come last, kinds without an obstacle are left out. */
export function obstacleGroups(input: ReportInput, placed: readonly PlacedIndicator[]): ObstacleGroup[] {
  const groups = Object.entries(OBSTACLE_LABELS).map(([kind, label]) => ({
    kind: label,
    items: placed.flatMap(({ indicator }) => {
      const answer = answerOf(input, indicator.id)
      const named = (answer.obstacleKinds ?? []).some((candidate) => candidate === kind)
      return named ? [{ id: indicator.id, number: indicator.number, text: answer.obstacle ?? '' }] : []
    }),
  }))
  const unnamed = placed.flatMap(({ indicator }) => {
    const answer = answerOf(input, indicator.id)
    const untagged = (answer.obstacleKinds ?? []).length === 0 && answer.obstacle
    return untagged ? [{ id: indicator.id, number: indicator.number, text: answer.obstacle ?? '' }] : []
  })
  return [...groups, { kind: 'Tanpa jenis', items: unnamed }].filter((group) => group.items.length > 0)
}

/**
 * The instrument's general questions with what was answered; null where it has none. They are asked of the whole
 * institution: a unit that answers a part reports only those it answered.
 */
export function generalAnswersOf({ instrument, generalAnswers, scope }: ReportInput): GeneralAnswers | null {
  const items = (instrument.generalQuestions ?? []).map(({ id, text }, index): GeneralAnswer => {
    const answer = generalAnswers.get(id)?.trim() ?? ''
    return { number: index + 1, question: text, answer: answer || 'Belum dijawab', answered: answer !== '' }
  })
  const told = scope === 'all' ? items : items.filter((item) => item.answered)
  if (told.length === 0) return null
  const answered = told.filter((item) => item.answered).length
  return {
    note: instrument.generalQuestionsNote ?? '',
    progress: `${answered} dari ${told.length} terjawab`,
    items: told,
  }
}
