import { z } from '../schema-setup'
import { assessmentSchema, type Assessment } from '../answers/assessment'
import { changeSchema, type Change } from '../answers/change'
import { cleanLine, LINE_LIMIT } from '../answers/text'
import { unite } from '../merge/union'
import { isTooDeep } from './json-depth'

/**
 * Version of `assessment.json`. Raise it with an upgrade step for the older ones. Version 2 knows general questions and
 * closing papers, version 3 the files of documents; an older file only lacks them, so there is nothing to upgrade.
 */
export const FORMAT_VERSION = 3
const FORMAT = 'spbe-mandiri/assessment'

/** Largest file that is read, in characters; a full assessment with its history has about one million. */
export const BACKUP_LIMIT = 64_000_000
/** Most changes that are read from one file. */
const CHANGE_LIMIT = 200_000

const line = z.string().check(z.overwrite<string>(cleanLine), z.maxLength(LINE_LIMIT))

/** What every version has, enough to tell a newer file from a stranger's. */
const envelopeSchema = z.object({ format: z.literal(FORMAT), formatVersion: z.int().check(z.gte(1)) })

const backupSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.int().check(z.gte(1), z.lte(FORMAT_VERSION)),
  appVersion: line,
  savedAt: z.iso.datetime(),
  unit: line,
  person: line,
  assessment: assessmentSchema,
  changes: z.array(changeSchema).check(z.maxLength(CHANGE_LIMIT)),
})

/** An assessment as a file: who it is and all its changes. The same as the parcel's `assessment.json`. */
export type Backup = z.infer<typeof backupSchema>

export interface BackupSource {
  readonly assessment: Assessment
  readonly changes: readonly Change[]
  readonly unit: string
  readonly person: string
  readonly appVersion: string
  /** ISO instant. */
  readonly savedAt: string
}

/** The text of a backup file. */
export function writeBackup(source: BackupSource): string {
  const { assessment, changes, unit, person, appVersion, savedAt } = source
  const backup = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    appVersion,
    savedAt,
    unit,
    person,
    assessment,
    changes,
  }
  return `${JSON.stringify(backup, null, 1)}\n`
}

/** Why a file was not read. `damaged` names the first place that is wrong. */
export type BackupFault =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-backup' }
  | { readonly kind: 'newer-format'; readonly formatVersion: number }
  | { readonly kind: 'damaged'; readonly where: string }

export type BackupReading =
  | { readonly status: 'read'; readonly backup: Backup }
  | { readonly status: 'refused'; readonly fault: BackupFault }

/** Reads a backup: all of it or nothing. Never throws. */
export function readBackup(text: string): BackupReading {
  if (text.length > BACKUP_LIMIT) return refused({ kind: 'too-large' })
  if (isTooDeep(text)) return refused({ kind: 'not-json' })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refused({ kind: 'not-json' })
  }
  const envelope = z.safeParse(envelopeSchema, json)
  if (!envelope.success) return refused({ kind: 'not-a-backup' })
  const { formatVersion } = envelope.data
  if (formatVersion > FORMAT_VERSION) return refused({ kind: 'newer-format', formatVersion })
  const backup = z.safeParse(backupSchema, json)
  if (!backup.success) {
    return refused({ kind: 'damaged', where: backup.error.issues[0]?.path.join('.') ?? '' })
  }
  const united = unite([], backup.data.changes)
  if (united.status === 'refused')
    return refused({ kind: 'damaged', where: `changes ${united.fault.changeId}` })
  return { status: 'read', backup: { ...backup.data, changes: [...united.added] } }
}

function refused(fault: BackupFault): BackupReading {
  return { status: 'refused', fault }
}
