import { valuesOf } from '../../answers/present'
import { reportFileName } from '../../report/file-name'
import { localMinute } from '../app/clock'
import type { Session } from '../session/session'

/** Longest name of a file in the folder, in characters: nobody uploads it anywhere. */
const NAME_LIMIT = 100
/** So many characters of the assessment's id tell copies of one assessment apart. */
const ID_LENGTH = 8

/** What an automatic backup is called: of which assessment and when, to the second; no two are called the same. */
export function copyName(session: Session, at: Date): string {
  const { assessment, present } = session.getState()
  const { institutionName, year } = valuesOf(present, { kind: 'assessment' })
  const second = String(at.getSeconds()).padStart(2, '0')
  const words = [assessment.id.slice(0, ID_LENGTH), localMinute(at), second, institutionName, year]
  return reportFileName(`Cadangan otomatis ${words.filter(Boolean).join(' ')}`, 'zip', NAME_LIMIT)
}
