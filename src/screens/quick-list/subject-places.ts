import { LINE_LIMIT } from '../../answers/text'
import { maturityModelOf, valueKeys, type PlacedIndicator } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { z } from '../../schema-setup'
import { textUpTo } from '../fields/text-checks'
import type { TextPlaces } from '../fields/text-form'

/** The subjects of all indicators whose maturity model asks for one, by the key of what is rated, as one form. */
export function subjectPlaces(instrument: Instrument, placed: readonly PlacedIndicator[]): TextPlaces {
  return Object.fromEntries(
    placed.flatMap(({ indicator }) => {
      const { subjectLabel } = maturityModelOf(instrument, indicator)
      if (!subjectLabel) return []
      return valueKeys(indicator).map((id) => [
        id,
        { target: { kind: 'indicator', id } as const, field: 'subject', label: subjectLabel },
      ])
    }),
  )
}

/** Says what is wrong with a draft of a subject. */
export const subjectsSchema: z.ZodMiniType<Record<string, string>, Record<string, string>> = z.record(
  z.string(),
  textUpTo(LINE_LIMIT),
)
