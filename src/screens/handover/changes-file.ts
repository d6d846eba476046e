import type { Change } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import { readBackup, writeBackup } from '../../handover/backup'
import { reportFileName } from '../../report/file-name'
import { localMinute } from '../app/clock'
import type { Session } from '../session/session'
import type { FileToSave } from './save-file'

/**
 * Writes all changes of the open assessment into one file and reads it again, as the one who opens it will. `kind` is
 * the first word of its name. Throws RangeError if what was read is not what was written.
 */
export async function changesFile(
  session: Session,
  kind: 'Cadangan' | 'Isian',
): Promise<{ readonly file: FileToSave; readonly changes: readonly Change[] }> {
  const changes = await session.changesForFile()
  const { assessment, local, present } = session.getState()
  const now = new Date()
  const text = writeBackup({
    assessment,
    changes,
    unit: local.unit,
    person: local.person,
    appVersion: __APP_VERSION__,
    savedAt: now.toISOString(),
  })
  const reading = readBackup(text)
  if (reading.status === 'refused' || reading.backup.changes.length !== changes.length) {
    throw new RangeError('the file does not read as it was written')
  }
  const facts = valuesOf(present, { kind: 'assessment' })
  const from = kind === 'Isian' ? local.unit : ''
  const words = [kind, localMinute(now).replace('T', ' '), from, facts.institutionName, facts.year]
  const file = {
    name: reportFileName(words.filter(Boolean).join(' '), 'json'),
    blob: new Blob([text], { type: 'application/json' }),
    description: `${kind} SPBE Mandiri`,
  }
  return { file, changes }
}
