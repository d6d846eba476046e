import { z } from '../schema-setup'
import { cleanLine, LINE_LIMIT } from '../answers/text'
import { instrumentRefSchema } from '../instrument/ref'
import { isTooDeep } from './json-depth'
import type { ParcelFault } from './parcel-fault'
import { ENTRY_LIMIT } from './parcel-limits'

/** Version of the parcel. Raise it where an older app would misread a newer parcel. */
export const PARCEL_VERSION = 1
const FORMAT = 'spbe-mandiri/parcel'

export const MANIFEST = 'manifest.json'
export const ASSESSMENT = 'assessment.json'
export const INSTRUMENT = 'instrument.json'

const FILE_PATH = /^files\/([0-9a-f]{64})\.([a-z0-9]{1,8})$/

const line = z.string().check(z.overwrite<string>(cleanLine), z.maxLength(LINE_LIMIT))
const count = z.int().check(z.gte(0))

const entrySchema = z.object({
  path: z.string().check(z.maxLength(100)),
  /** In bytes. */
  size: count,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

const envelopeSchema = z.object({ format: z.literal(FORMAT), formatVersion: z.int().check(z.gte(1)) })

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(PARCEL_VERSION),
  appVersion: line,
  /** ISO instant. */
  savedAt: z.iso.datetime(),
  unit: line,
  person: line,
  assessment: z.string(),
  instrument: instrumentRefSchema,
  counts: z.object({ changes: count, documents: count, citations: count, files: count }),
  /** What stayed behind: documents because they are confidential, files for that or because they were not wanted, not here. */
  leftOut: z.object({ documents: count, files: count, notHere: count }),
  /** Every other entry, in the order in which they lie in the ZIP. */
  entries: z.array(entrySchema).check(z.maxLength(ENTRY_LIMIT)),
})

/** The table of contents of a parcel: who, when, what is in it, and the SHA-256 of every other entry. */
export type Manifest = z.infer<typeof manifestSchema>
export type ManifestEntry = Manifest['entries'][number]

/** The text of `manifest.json`. */
export function writeManifest(manifest: Omit<Manifest, 'format' | 'formatVersion'>): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: PARCEL_VERSION, ...manifest }, null, 1)}\n`
}

export type ManifestReading =
  | { readonly status: 'read'; readonly manifest: Manifest }
  | { readonly status: 'refused'; readonly fault: ParcelFault }

/** Reads `manifest.json`: all of it or nothing. Never throws. */
export function readManifest(text: string): ManifestReading {
  const damaged = (where: string): ManifestReading => refused({ kind: 'damaged', name: MANIFEST, where })
  if (isTooDeep(text)) return damaged('')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return damaged('')
  }
  const envelope = z.safeParse(envelopeSchema, json)
  if (!envelope.success) return refused({ kind: 'not-a-parcel' })
  const { formatVersion } = envelope.data
  if (formatVersion > PARCEL_VERSION) return refused({ kind: 'newer-format', formatVersion })
  const reading = z.safeParse(manifestSchema, json)
  if (!reading.success) return damaged(reading.error.issues[0]?.path.join('.') ?? '')
  const wrong = reading.data.entries.findIndex((entry) => !isOwnPath(entry))
  if (wrong >= 0) return damaged(`entries.${wrong}.path`)
  return { status: 'read', manifest: reading.data }
}

function isOwnPath({ path, sha256 }: ManifestEntry): boolean {
  return path === ASSESSMENT || path === INSTRUMENT || fileOf(path)?.sha256 === sha256
}

function refused(fault: ParcelFault): ManifestReading {
  return { status: 'refused', fault }
}

/** What the path of a file in a parcel says; null for a path that is none of a file. */
export function fileOf(path: string): { readonly sha256: string; readonly extension: string } | null {
  const [, sha256, extension] = FILE_PATH.exec(path) ?? []
  return sha256 !== undefined && extension !== undefined ? { sha256, extension } : null
}

/** Whether a parcel may have an entry of this name at all. */
export function isParcelPath(path: string): boolean {
  return [MANIFEST, ASSESSMENT, INSTRUMENT].includes(path) || fileOf(path) !== null
}
