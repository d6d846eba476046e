import { useMemo, type ReactNode } from 'react'
import { TextForm, type TextPlaces } from '../fields/text-form'
import { answerTextSchema, TEXT_FIELDS } from './answer-text'
import { FIELD_WORDS } from './field-words'

interface AnswerFormProps {
  readonly indicatorId: string
  readonly children: ReactNode
}

/** The text fields of one answer. */
export function AnswerForm({ indicatorId, children }: AnswerFormProps) {
  const places = useMemo(() => placesOf(indicatorId), [indicatorId])
  return (
    <TextForm places={places} schema={answerTextSchema}>
      {children}
    </TextForm>
  )
}

function placesOf(id: string): TextPlaces {
  const target = { kind: 'indicator', id } as const
  return Object.fromEntries(
    TEXT_FIELDS.map((field) => [field, { target, field, label: FIELD_WORDS[field] ?? field }]),
  )
}
