import { useMemo, type ReactNode } from 'react'
import { valueKeys } from '../../instrument/lookup'
import type { Indicator, Instrument } from '../../instrument/schema'
import { TextForm, type TextPlace, type TextPlaces } from '../fields/text-form'
import { useSession } from '../session/session-context'
import { answerTextSchema, TEXT_FIELDS } from './answer-text'
import { FIELD_WORDS } from './field-words'
import { partName } from '../../report/rated-name'

interface AnswerFormProps {
  readonly indicator: Indicator
  readonly children: ReactNode
}

/** The text fields of one answer. */
export function AnswerForm({ indicator, children }: AnswerFormProps) {
  const { instrument } = useSession()
  const partKeys = useMemo(() => (indicator.parts ? valueKeys(indicator) : []), [indicator])
  const places = useMemo(() => placesOf(instrument, indicator, partKeys), [instrument, indicator, partKeys])
  const schema = useMemo(() => answerTextSchema(partKeys), [partKeys])
  return (
    <TextForm places={places} schema={schema}>
      {children}
    </TextForm>
  )
}

function placesOf(instrument: Instrument, indicator: Indicator, partKeys: readonly string[]): TextPlaces {
  const target = { kind: 'indicator', id: indicator.id } as const
  return Object.fromEntries([
    ...TEXT_FIELDS.map((field) => [field, { target, field, label: FIELD_WORDS[field] ?? field }] as const),
    ...partKeys.map((key) => [key, subjectPlace(instrument, indicator, key)] as const),
  ])
}

function subjectPlace(instrument: Instrument, indicator: Indicator, key: string): TextPlace {
  const label = `${FIELD_WORDS.subject ?? ''}, ${partName(instrument, indicator, key).toLowerCase()}`
  return { target: { kind: 'indicator', id: key }, field: 'subject', label }
}
