import { z } from '../schema-setup'
import { assessmentSchema } from '../answers/assessment'
import { cleanLine, LINE_LIMIT } from '../answers/text'

const line = z.string().check(z.overwrite<string>(cleanLine), z.maxLength(LINE_LIMIT))

/** What this computer remembers of an assessment and no file carries. */
const localSchema = z.object({
  unit: line,
  person: line,
  /** Indicator one was at. */
  place: z.nullable(z.string()),
  /** ISO instants; the last change to the minute. */
  lastChangeAt: z.nullable(z.iso.datetime()),
  deletedAt: z.nullable(z.iso.datetime()),
  /** The last backup known to lie in a file: when, and how many changes it held. */
  backup: z.nullable(z.object({ at: z.iso.datetime(), changes: z.int() })),
  /** When the first change after that backup (or ever) was made; null while everything is in it. */
  unsavedSince: z.nullable(z.iso.datetime()),
})

export const storedAssessmentSchema = z.object({ assessment: assessmentSchema, local: localSchema })

export type StoredAssessment = z.infer<typeof storedAssessmentSchema>
export type LocalFacts = StoredAssessment['local']

/** Length of an ISO instant up to its minutes. */
const MINUTE = 16

/**
 * What is remembered after a change at `at` (ISO instant): when, to the minute it is shown with, and since when there is
 * something to back up. The same object if it says so already: then there is nothing to store.
 */
export function changedAt(local: LocalFacts, at: string): LocalFacts {
  const { lastChangeAt, unsavedSince } = local
  if (unsavedSince && lastChangeAt?.slice(0, MINUTE) === at.slice(0, MINUTE)) return local
  return { ...local, lastChangeAt: at, unsavedSince: unsavedSince ?? at }
}

/**
 * When an assessment was last changed (ISO instant), or made: what is remembered, and to the second what was changed in
 * the minute after. Times of changes from elsewhere decide nothing.
 */
export function lastChangeOf(
  { assessment, local }: StoredAssessment,
  changes: readonly { readonly at: string }[],
): string {
  const known = local.lastChangeAt ?? assessment.createdAt
  const end = Date.parse(known) + 60_000
  const later = changes.map(({ at }) => Date.parse(at)).filter((at) => at < end)
  return new Date(Math.max(Date.parse(known), ...later)).toISOString()
}
