import { z } from '../schema-setup'

/**
 * An instrument: the official questionnaire as data. The files in `data/` are checked against this schema in
 * the tests, not at each start. Weights are whole numbers, percent × `weightDenominator`.
 */
/** Longest text of an instrument, in UTF-16 units. */
const TEXT_LIMIT = 20_000

const text = z.string().check(z.minLength(1), z.maxLength(TEXT_LIMIT))
const wholeNumber = z.int().check(z.gte(0))
const weight = z.int().check(z.gte(1))
/** Values lie between 0 and 100, so that sums stay whole numbers. */
const value = z.number().check(z.gte(0), z.lte(100))
const level = z.int().check(z.gte(0), z.lte(100))
const sourceValue = z.number().check(z.gte(-1_000_000), z.lte(1_000_000))
const year = z.int().check(z.gte(2000), z.lte(2100))
const id = z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/))

const legalBasisSchema = z.object({ code: text, title: text, note: z.optional(text) })

const levelSchema = z.object({
  level,
  name: text,
  alias: z.optional(text),
  description: text,
  valueMin: z.optional(value),
  valueMax: z.optional(value),
})

const maturityModelSchema = z.object({
  name: text,
  /** Present where each indicator of the model judges one named service or application. */
  subjectLabel: z.optional(text),
  levels: z.array(levelSchema).check(z.minLength(2)),
})

const criterionSchema = z.object({ level, text, evidence: z.array(text) })

const conversionSchema = z.object({
  source: text,
  method: text,
  status: text,
  verified: z.boolean(),
  ranges: z.array(
    z.object({
      level,
      sourceMin: sourceValue,
      sourceMax: sourceValue,
      valueMin: value,
      valueMax: value,
    }),
  ),
})

const indicatorSchema = z.object({
  id,
  number: wholeNumber,
  name: text,
  shortName: text,
  weightUnits: weight,
  maturityModel: text,
  /** Several subjects are rated; the value is the mean of that many parts. */
  parts: z.optional(z.int().check(z.gte(2), z.lte(20))),
  question: text,
  explanation: z.array(text),
  assessmentNotes: text,
  criteria: z.array(criterionSchema).check(z.minLength(2)),
  typicalOwner: text,
  ownerIds: z.array(id),
  coordinator: z.optional(text),
  derivedFrom: z.optional(text),
  derivedMode: z.optional(z.enum(['penuh', 'sebagian'])),
  conversion: z.optional(conversionSchema),
})

const aspectSchema = z.object({
  id,
  number: wholeNumber,
  name: text,
  weightUnits: weight,
  indicators: z.array(indicatorSchema).check(z.minLength(1)),
})

const domainSchema = z.object({
  id,
  number: wholeNumber,
  name: text,
  weightUnits: weight,
  aspects: z.array(aspectSchema).check(z.minLength(1)),
})

const cautionSchema = z.object({
  indicator: z.optional(id),
  affects: z.enum(['weight', 'criteria', 'value', 'predicate', 'process']),
  text,
})

export const instrumentSchema = z.object({
  id,
  version: z.int().check(z.gte(1)),
  title: text,
  shortTitle: text,
  legalBasis: z.array(legalBasisSchema),
  validFrom: year,
  validTo: z.nullable(year),
  scale: z.object({ min: value, max: value }),
  valueMode: z.enum(['level', 'decimal']),
  weightDenominator: z.int().check(z.gte(1), z.lte(10_000)),
  maturityModels: z.record(z.string(), maturityModelSchema),
  formula: z.record(z.string(), text),
  predicates: z.array(z.object({ name: text, alias: z.optional(text), min: value })).check(z.minLength(1)),
  predicateOn: z.literal('unrounded'),
  owners: z.array(z.object({ id, name: text })),
  generalQuestions: z.optional(z.array(z.object({ id, text }))),
  generalQuestionsNote: z.optional(text),
  domains: z.array(domainSchema).check(z.minLength(1)),
  cautions: z.array(cautionSchema),
  sources: z.array(z.object({ title: text, usedFor: text })),
})

export type Instrument = z.infer<typeof instrumentSchema>
export type Domain = Instrument['domains'][number]
export type Aspect = Domain['aspects'][number]
export type Indicator = Aspect['indicators'][number]
export type Criterion = Indicator['criteria'][number]
export type MaturityModel = Instrument['maturityModels'][string]
export type Level = MaturityModel['levels'][number]
export type Conversion = NonNullable<Indicator['conversion']>
export type Predicate = Instrument['predicates'][number]
export type Caution = Instrument['cautions'][number]
