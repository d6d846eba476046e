import type { FileFacts } from '../evidence/file-facts'

/** Pages of a document: those that are cited and its first, or all of them. */
export type Extent = 'excerpt' | 'whole'

/** What a person chooses about a dossier. */
export interface DossierOptions {
  /** Ids of the indicators it is about, or all the assessment has. */
  readonly indicators: 'all' | readonly string[]
  readonly onlyComplete: boolean
  readonly withConfidential: boolean
  /** `by-length`: documents over `LONG_DOCUMENT` pages as an excerpt, the others whole. */
  readonly extent: Extent | 'by-length'
  /** Chosen otherwise for single documents, by id. */
  readonly extents: Readonly<Record<string, Extent>>
  /** The untouched files go inside the PDFs too. */
  readonly originalsInside: boolean
  /** Bytes a volume should not exceed. */
  readonly volumeSize: number
}

/** Pages up to which a document is taken whole unless somebody chose otherwise. */
export const LONG_DOCUMENT = 20

const MEGABYTE = 1_000_000

/** What volumes may be at most, in bytes. */
export const VOLUME_SIZES = [10, 25, 50, 100].map((size) => size * MEGABYTE)

export const USUAL_OPTIONS: DossierOptions = {
  indicators: 'all',
  onlyComplete: false,
  withConfidential: false,
  extent: 'by-length',
  extents: {},
  originalsInside: false,
  volumeSize: 25 * MEGABYTE,
}

/** Why a document has a sheet in the dossier and no pages. */
export type Why =
  | 'no-file'
  | 'link'
  | 'interview'
  | 'not-here'
  | 'office'
  | 'video'
  | 'archive'
  | 'picture-format'
  | 'too-large'
  | 'locked'
  | 'unpacks-too-large'
  | 'broken'
  | 'other'

/** A file this computer has the bytes of. */
export interface DossierFile {
  /** In bytes. */
  readonly size: number
  /** Null until somebody has looked into it. */
  readonly facts: FileFacts | null
  /** What joining found out about it: it cannot be shown as pages after all. */
  readonly fault?: Why
}

/** By SHA-256. */
export type DossierFiles = ReadonlyMap<string, DossierFile>
