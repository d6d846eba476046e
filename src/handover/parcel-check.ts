import type { Change } from '../answers/change'
import { presentOf } from '../answers/present'
import { evidenceOf } from '../evidence/evidence'
import { placedIndicators, valueKeys } from '../instrument/lookup'
import type { Instrument } from '../instrument/schema'
import type { Backup } from './backup'
import { countEvidence } from './evidence-counts'
import { ASSESSMENT, INSTRUMENT, fileOf, MANIFEST, type Manifest } from './manifest'
import type { ParcelFault } from './parcel-fault'

/** What became of one entry. */
export type EntryState = 'whole' | 'altered' | 'missing' | 'extra'

export interface CheckedEntry {
  readonly path: string
  /** In bytes, as the manifest has it; as the ZIP has it for an extra one. */
  readonly size: number
  readonly state: EntryState
}

/** The first entry that is not as it was sealed, as a fault; null if all are. */
export function faultOfEntries(entries: readonly CheckedEntry[]): ParcelFault | null {
  const [wrong] = entries.filter(({ state }) => state !== 'whole')
  if (!wrong || wrong.state === 'whole') return null
  return { kind: wrong.state, name: wrong.path }
}

/** Compares what a manifest lists with what lies in the ZIP: missing and extra entries. `paths` without directories. */
export function compareEntries(
  manifest: Manifest,
  sizes: ReadonlyMap<string, number>,
): { readonly listed: readonly CheckedEntry[]; readonly fault: ParcelFault | null } {
  const listed = manifest.entries.map(({ path, size }): CheckedEntry => ({
    path,
    size,
    state: sizes.has(path) ? (sizes.get(path) === size ? 'whole' : 'altered') : 'missing',
  }))
  const known = new Set(manifest.entries.map(({ path }) => path))
  const extra = [...sizes]
    .filter(([path]) => path !== MANIFEST && !known.has(path))
    .map(([path, size]): CheckedEntry => ({ path, size, state: 'extra' }))
  const required = [ASSESSMENT, INSTRUMENT].find((path) => !known.has(path))
  const fault: ParcelFault | null =
    known.size < manifest.entries.length
      ? { kind: 'damaged', name: MANIFEST, where: 'entries' }
      : required
        ? { kind: 'missing', name: required }
        : null
  return { listed: [...listed, ...extra], fault }
}

/** Where a manifest says something else than the assessment it came with; null where they agree. */
export function contradiction(manifest: Manifest, backup: Backup): ParcelFault | null {
  const { counts, entries, instrument } = manifest
  const known = backup.assessment.instrument
  const { documents, citations } = countEvidence(evidenceOf(presentOf(backup.changes)))
  const claims: readonly [string, unknown, unknown][] = [
    ['assessment', manifest.assessment, backup.assessment.id],
    ['instrument', instrument.sha256, known.sha256],
    ['instrument.id', instrument.id, known.id],
    ['instrument.version', instrument.version, known.version],
    ['unit', manifest.unit, backup.unit],
    ['person', manifest.person, backup.person],
    ['appVersion', manifest.appVersion, backup.appVersion],
    ['savedAt', manifest.savedAt, backup.savedAt],
    ['counts.changes', counts.changes, backup.changes.length],
    ['counts.documents', counts.documents, documents],
    ['counts.citations', counts.citations, citations],
    ['counts.files', counts.files, entries.filter(({ path }) => fileOf(path)).length],
  ]
  const [untrue] = claims.filter(([, claimed, found]) => claimed !== found)
  return untrue ? { kind: 'untrue', what: untrue[0] } : null
}

/** An indicator or general question that changes speak of and the instrument does not have; null if there is none. */
export function unknownIndicator(instrument: Instrument, changes: readonly Change[]): ParcelFault | null {
  const indicators = new Set(
    placedIndicators(instrument).flatMap(({ indicator }) => [indicator.id, ...valueKeys(indicator)]),
  )
  const questions = new Set((instrument.generalQuestions ?? []).map(({ id }) => id))
  for (const { target, field, value } of changes) {
    if (target.kind === 'indicator' && !indicators.has(target.id)) return unknown(target.id)
    if (target.kind === 'question' && !questions.has(target.id)) return unknown(target.id)
    if (target.kind === 'citation' && field === 'indicator' && !indicators.has(String(value))) {
      return unknown(String(value))
    }
  }
  return null
}

function unknown(id: string): ParcelFault {
  return { kind: 'unknown-indicator', id }
}
