import type { Answer } from '../../answers/fields'
import { fieldSchema } from '../../answers/fields'
import { cleanText, LINE_LIMIT, TEXT_LIMIT } from '../../answers/text'
import { formatCount } from '../../report/format'
import { z } from '../../schema-setup'

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

function limited(limit: number) {
  return z.string().check(
    z.overwrite(cleanText),
    z.maxLength(limit, {
      error: (issue) =>
        `Teks ini ${formatCount((issue.input as string).length)} huruf, batasnya ${formatCount(limit)}. Yang tersimpan masih isian sebelumnya. Ringkas teks ini, atau rujuk sebagai dokumen.`,
    }),
  )
}

/** Says what is wrong with a draft; it never keeps a draft from being saved that the field can hold. */
export const answerTextSchema: z.ZodMiniType<AnswerText, AnswerText> = z.object({
  subject: limited(LINE_LIMIT),
  facts: limited(TEXT_LIMIT),
  analysis: limited(TEXT_LIMIT),
  justification: limited(TEXT_LIMIT),
  obstacle: limited(TEXT_LIMIT),
  followUp: limited(TEXT_LIMIT),
  followUpOwner: limited(LINE_LIMIT),
  followUpDue: z.string().check(
    z.refine((text) => fieldSchema('indicator', 'followUpDue')?.safeParse(text).success ?? false, {
      error: 'Tulis tanggal yang ada pada kalender.',
    }),
  ),
})

/** The text fields of an answer as a form shows them. */
export function textOf(answer: Answer): AnswerText {
  const text = (name: TextFieldName) => answer[name] ?? ''
  return {
    subject: text('subject'),
    facts: text('facts'),
    analysis: text('analysis'),
    justification: text('justification'),
    obstacle: text('obstacle'),
    followUp: text('followUp'),
    followUpOwner: text('followUpOwner'),
    followUpDue: text('followUpDue'),
  }
}

export function isTextField(name: string | undefined): name is TextFieldName {
  return TEXT_FIELDS.some((field) => field === name)
}
