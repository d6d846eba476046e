import { LINE_LIMIT, TEXT_LIMIT } from '../../answers/text'
import { z } from '../../schema-setup'
import { calendarDate, textUpTo } from '../fields/text-checks'

/** The fields of an answer in which one types. */
export const TEXT_FIELDS = [
  'subject',
  'facts',
  'analysis',
  'justification',
  'obstacle',
  'followUp',
  'followUpOwner',
  'followUpDue',
] as const
export type TextFieldName = (typeof TEXT_FIELDS)[number]
export type AnswerText = Record<TextFieldName, string>

const shape = {
  subject: textUpTo(LINE_LIMIT),
  facts: textUpTo(TEXT_LIMIT),
  analysis: textUpTo(TEXT_LIMIT),
  justification: textUpTo(TEXT_LIMIT),
  obstacle: textUpTo(TEXT_LIMIT),
  followUp: textUpTo(TEXT_LIMIT),
  followUpOwner: textUpTo(LINE_LIMIT),
  followUpDue: calendarDate('indicator', 'followUpDue'),
}

/** Says what is wrong with a draft of an answer; `partKeys` are the fields with the subjects of its parts. */
export function answerTextSchema(
  partKeys: readonly string[],
): z.ZodMiniType<Record<string, string>, Record<string, string>> {
  const subjects = partKeys.map((key) => [key, textUpTo(LINE_LIMIT)] as const)
  return z.object({ ...shape, ...Object.fromEntries(subjects) })
}
