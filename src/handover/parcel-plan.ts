import type { MediaType } from '../answers/fields'
import { targetKey, type Change } from '../answers/change'
import { fieldStates, presentOf } from '../answers/present'
import { evidenceOf, type Evidence } from '../evidence/evidence'
import { extensionOf } from '../evidence/media-extension'
import { countEvidence, type EvidenceCounts } from './evidence-counts'
import { PARCEL_LIMIT } from './parcel-limits'

/** What is known of a file whose bytes are on this computer. */
export interface FileHere {
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  readonly mediaType: MediaType
}

/** What goes into a parcel. */
export interface ParcelChoice {
  readonly withFiles: boolean
  readonly withConfidential: boolean
  /** Files of what was deleted too, since it can be brought back: a backup's business. */
  readonly withRemoved: boolean
}

export interface ParcelPlan {
  readonly changes: readonly Change[]
  readonly files: readonly (FileHere & { readonly path: string })[]
  readonly counts: EvidenceCounts
  readonly leftOut: {
    /** Confidential documents that stay, with everything that was said of them. */
    readonly documents: number
    /** Files that are here and stay, as chosen or with their document. */
    readonly files: number
    /** Files that would go, but whose bytes are not on this computer. */
    readonly notHere: number
  }
}

/**
 * Decides what goes into a parcel. Without the confidential ones, a confidential document stays with its title, its
 * files and the citations of it; a document on whose confidentiality two people differ counts as confidential, and so
 * do bytes that another document has too. What was deleted stays in the history but takes no bytes along unless wished.
 */
export function planParcel(
  changes: readonly Change[],
  here: ReadonlyMap<string, FileHere>,
  choice: ParcelChoice,
): ParcelPlan {
  const secret = confidentialOf(changes)
  const staying = choice.withConfidential ? NOTHING : secret
  const going = changes.filter((change) => !staying.targets.has(targetKey(change.target)))
  const evidence = evidenceOf(presentOf(going))
  const named = choice.withRemoved ? allNamed(going) : presentFiles(evidence)
  const wanted = [...named].filter((sha256) => !staying.files.has(sha256))
  const files = choice.withFiles ? wanted.flatMap((sha256) => here.get(sha256) ?? []) : []
  const known = choice.withRemoved ? allNamed(changes) : presentFiles(evidenceOf(presentOf(changes)))
  const present = [...known].filter((sha256) => here.has(sha256))
  return {
    changes: going,
    files: files.map((file) => ({ ...file, path: `files/${file.sha256}.${extensionOf(file.mediaType)}` })),
    counts: countEvidence(evidence),
    leftOut: {
      documents: choice.withConfidential ? 0 : secret.documents,
      files: present.length - files.length,
      notHere: choice.withFiles ? wanted.length - files.length : 0,
    },
  }
}

/** Whether a ZIP can hold this much, names and headers included. */
export function fitsZip(bytes: number, entries: number): boolean {
  return bytes + entries * 400 < PARCEL_LIMIT
}

interface Staying {
  /** Keys of the documents, citations and files of documents. */
  readonly targets: ReadonlySet<string>
  /** SHA-256 of bytes. */
  readonly files: ReadonlySet<string>
  readonly documents: number
}

const NOTHING: Staying = { targets: new Set(), files: new Set(), documents: 0 }

/** Everything said of confidential documents. */
function confidentialOf(changes: readonly Change[]): Staying {
  const documents = new Set(
    fieldStates(presentOf(changes))
      .flatMap((field) => field.heads)
      .filter(({ target, field, value }) => target.kind === 'document' && field === 'confidential' && value)
      .map(({ target }) => targetKey(target)),
  )
  const pointing = changes.filter(
    ({ field, value, target }) =>
      ['citation', 'file'].includes(target.kind) &&
      field === 'document' &&
      documents.has(targetKey({ kind: 'document', id: String(value) })),
  )
  const targets = new Set([...documents, ...pointing.map(({ target }) => targetKey(target))])
  const files = changes
    .filter((change) => change.field === 'sha256' && targets.has(targetKey(change.target)))
    .map(({ value }) => String(value))
  return { targets, files: new Set(files), documents: documents.size }
}

function presentFiles(evidence: Evidence): Set<string> {
  return new Set(evidence.documents.flatMap((document) => document.files).map(({ sha256 }) => sha256))
}

/** Every file a change names, whatever became of it. */
export function allNamed(changes: readonly Change[]): Set<string> {
  return new Set(
    changes
      .filter(({ target, field }) => target.kind === 'file' && field === 'sha256')
      .map(({ value }) => String(value)),
  )
}
