import { fieldKey, type ChangeValue } from '../answers/change'
import { fieldState, idsOf, valuesOf, type Present } from '../answers/present'

/** What of a typed year two people gave differently; the note is theirs, and nothing is computed from it. */
const DECIDING = ['year', 'instrument', 'index', 'nodes'] as const
export type UndecidedField = (typeof DECIDING)[number]

/** A typed year that waits for a decision. Without its year or instrument it has no place among the years. */
export interface UndecidedYear {
  readonly id: string
  readonly fields: readonly UndecidedField[]
  /** Each year that was given, once; one where they agree. */
  readonly years: readonly number[]
  /** Ids of the instruments that were given, each once. */
  readonly instruments: readonly string[]
}

/** The typed years of which something was given differently, but for those removed. */
export function undecidedYearsOf(present: Present): UndecidedYear[] {
  return idsOf(present, 'pastYear').flatMap((id): UndecidedYear[] => {
    const target = { kind: 'pastYear', id } as const
    const fields = DECIDING.filter((field) => present.differences.has(fieldKey(target, field)))
    if (fields.length === 0 || valuesOf(present, target).removed) return []
    const given = (field: UndecidedField): ChangeValue[] => [
      ...new Set((fieldState(present, target, field)?.heads ?? []).map(({ value }) => value)),
    ]
    return [
      {
        id,
        fields,
        years: given('year')
          .filter((value) => typeof value === 'number')
          .sort((one, other) => one - other),
        instruments: given('instrument')
          .filter((value) => typeof value === 'string')
          .sort(),
      },
    ]
  })
}

/** Whether it cannot stand among the years. */
export function hasNoPlace({ fields }: UndecidedYear): boolean {
  return fields.includes('year') || fields.includes('instrument')
}
