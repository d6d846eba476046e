import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from '../../src/schema-setup'

/** Results that ministries and governments published; the file's own `meta` says how they were collected. */
const values = z.record(z.string(), z.number())

const caseSchema = z.strictObject({
  id: z.string(),
  agency: z.string(),
  year: z.int(),
  instrument: z.string(),
  stage: z.literal('external'),
  kind: z.enum(['agency', 'aggregate', 'worked-example']),
  indicators: z.nullable(values),
  aspects: z.nullable(values),
  domains: z.nullable(values),
  index: z.nullable(z.number()),
  predicate: z.nullable(z.string()),
  partial_indicators: z.optional(values),
  aspects_exact: z.optional(z.record(z.string(), z.string())),
  recomputed: z.strictObject({
    index: z.nullable(z.number()),
    domains: z.nullable(values),
    aspects: z.optional(values),
    agrees: z.boolean(),
    exact_2dp: z.nullable(z.boolean()),
    tier_rounded_index: z.nullable(z.number()),
    unrounded_index_candidates: z.optional(z.array(z.number())),
    note: z.string(),
  }),
  source: z.string(),
})

// Strict, so that a key nobody thought of fails the tests instead of being left out of them.
const fileSchema = z.strictObject({
  meta: z.strictObject({
    about: z.string(),
    rounding: z.string(),
    weights: z.record(z.string(), z.string()),
    part: z.string(),
  }),
  cases: z.array(caseSchema),
})

export type PublishedCase = z.infer<typeof caseSchema>

export const publishedCases: readonly PublishedCase[] = fileSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'published-results.json'), 'utf8')),
).cases

/** A published case by its id. Throws for an id that is not there. */
export function publishedCase(id: string): PublishedCase {
  const found = publishedCases.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no published case ${id}`)
  return found
}
