import { z } from '../schema-setup'
import { cleanLine, cleanText, LINE_LIMIT, TEXT_LIMIT } from './text'

const cleaned = z.overwrite<string>(cleanText)
const line = z.string().check(z.overwrite<string>(cleanLine), z.maxLength(LINE_LIMIT))
const longText = z.string().check(cleaned, z.maxLength(TEXT_LIMIT))
const id = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))
const isoDate = z.string().check(z.regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/))
/** SHA-256 of a file's bytes, in small hex digits. */
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const level = z.nullable(z.number().check(z.gte(0), z.lte(100)))

/** Farthest from 0 that an index of another agency may lie. */
export const SOURCE_LIMIT = 1_000_000

/** Earliest and latest year an assessment may be of. */
export const YEAR_RANGE = { min: 2000, max: 2100 }

export const INSTITUTION_KINDS = [
  'kementerian',
  'lembaga',
  'provinsi',
  'kabupaten',
  'kota',
  'lainnya',
] as const
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number]

export const OBSTACLE_KINDS = ['kelembagaan', 'infrastruktur', 'sdm', 'pembiayaan', 'lainnya'] as const
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number]

/** Kinds of evidence, a closed list: later checks depend on it. */
export const DOCUMENT_KINDS = [
  'perda-perkada',
  'sk',
  'se',
  'sop-pedoman',
  'rencana-arsitektur',
  'laporan',
  'undangan-notula',
  'notula-reviu',
  'draf',
  'tangkapan-layar',
  'manual',
  'video',
  'api-perjanjian',
  'lainnya',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What a file is by its content; `lainnya` is kept without being looked into. */
export const MEDIA_TYPES = [
  'pdf',
  'jpeg',
  'png',
  'webp',
  'heic',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'odt',
  'ods',
  'odp',
  'mp4',
  'zip',
  'rar',
  'lainnya',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/**
 * Every field a change may set, by what it is a field of, with what it may hold. The one list that answering,
 * the backup file and the forms agree on.
 */
export const fieldSchemas = {
  assessment: {
    institutionKind: z.enum(INSTITUTION_KINDS),
    institutionName: line.check(z.minLength(1)),
    year: z.int().check(z.gte(YEAR_RANGE.min), z.lte(YEAR_RANGE.max)),
    // Who signs the closing papers, with post and civil servant's number (NIP); where, when, and the papers' numbers.
    headName: line,
    headPost: line,
    headNip: line,
    coordinatorName: line,
    coordinatorPost: line,
    coordinatorNip: line,
    leadAssessorName: line,
    leadAssessorPost: line,
    leadAssessorNip: line,
    closingPlace: line,
    closingDate: isoDate,
    recordNumber: line,
    consentNumber: line,
    /** Id of the assessment this one was begun from. */
    sourceAssessment: id,
  },
  indicator: {
    /** A level, or a decimal where the instrument has them; null is blank. */
    value: level,
    subject: line,
    facts: longText,
    analysis: longText,
    justification: longText,
    obstacleKinds: z.array(z.enum(OBSTACLE_KINDS)).check(z.maxLength(OBSTACLE_KINDS.length)),
    obstacle: longText,
    followUp: longText,
    followUpOwner: line,
    followUpDue: isoDate,
    followUpLevel: level,
    /** The other agency's index that the value was computed from; null or absent where the value was chosen. */
    sourceIndex: z.nullable(z.number().check(z.gte(-SOURCE_LIMIT), z.lte(SOURCE_LIMIT))),
  },
  document: {
    title: line,
    kind: z.enum(DOCUMENT_KINDS),
    number: line,
    date: isoDate,
    issuer: line,
    confidential: z.boolean(),
    removed: z.boolean(),
    /** Where it lies instead of, or beside, its files: an address that is shown and never called. */
    link: line,
    /** Kept out of every file and shown to the assessor at the interview. */
    shownAtInterview: z.boolean(),
  },
  citation: {
    indicator: id,
    document: id,
    pages: line,
    label: line,
    level,
    remark: longText,
    removed: z.boolean(),
    /** Pages of the PDF file, counted from 1: "6–9"; `pages` says what is printed on them. */
    pdfPages: line,
    /** The file whose pages these are, empty where nobody looked; another one than the document's newest asks for a check. */
    file: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
  },
  /** A file of a document: one version or one part of it. The bytes lie under their SHA-256, once for all assessments. */
  file: {
    document: id,
    sha256,
    /** As it was called where it came from; shown, never used as a path. */
    name: line,
    /** In bytes. */
    size: z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER)),
    mediaType: z.enum(MEDIA_TYPES),
    removed: z.boolean(),
  },
  /** A general question of the instrument: about the institution as a whole, without a level. */
  question: { answer: longText },
  /** A result of a past year, as it was published or told: typed in, no assessment of its own. */
  pastYear: {
    year: z.int().check(z.gte(YEAR_RANGE.min), z.lte(YEAR_RANGE.max)),
    /** Id of the instrument it was reached with. */
    instrument: id,
    /** As published, two decimals; null where only its parts are known. */
    index: level,
    /** "D1=2.10", "A3=1.40", "I07=3": domains, aspects or indicators by id. */
    nodes: z
      .array(z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}=\d{1,3}(\.\d{1,4})?$/)))
      .check(z.maxLength(1000)),
    /** Where it stands: a report, a decree. */
    note: line,
    removed: z.boolean(),
  },
} as const

export type TargetKind = keyof typeof fieldSchemas
export type FieldOf<K extends TargetKind> = keyof (typeof fieldSchemas)[K] & string
export type ValueOf<
  K extends TargetKind,
  F extends FieldOf<K>,
> = (typeof fieldSchemas)[K][F] extends z.core.$ZodType ? z.infer<(typeof fieldSchemas)[K][F]> : never

/** The present values of a target: a field nobody has set is absent. */
export type Values<K extends TargetKind> = { readonly [F in FieldOf<K>]?: ValueOf<K, F> }
export type Answer = Values<'indicator'>
export type AssessmentFacts = Values<'assessment'>

/** A field's schema; undefined for a field the target does not have. */
export function fieldSchema(kind: TargetKind, field: string): z.ZodMiniType | undefined {
  const fields: Record<string, z.ZodMiniType> = fieldSchemas[kind]
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** Those who sign the closing papers, in the order in which they stand there. */
export const SIGNERS = ['head', 'coordinator', 'leadAssessor'] as const
export type Signer = (typeof SIGNERS)[number]

/** What the closing papers ask for: who signs, where, when, and the papers' numbers. */
export type ClosingField = Exclude<
  FieldOf<'assessment'>,
  'institutionKind' | 'institutionName' | 'year' | 'sourceAssessment'
>

/** Fields that point at something: chosen, never typed. */
const REFERENCE_FIELDS = ['indicator', 'document', 'file', 'instrument', 'sourceAssessment']

/** Fields in which one types at length: their change is amended while the typing goes on. */
export function isTyped(kind: TargetKind, field: string): boolean {
  if (kind === 'file') return false
  const schema = fieldSchema(kind, field)
  return schema !== undefined && schema instanceof z.ZodMiniString && !REFERENCE_FIELDS.includes(field)
}
