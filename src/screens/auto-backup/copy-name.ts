import { valuesOf } from '../../answers/present'
import type { Copy } from '../../handover/kept-copies'
import { reportFileName } from '../../report/file-name'
import { localMinute } from '../app/clock'
import type { Session } from '../session/session'

/** Longest name of a file in the folder, in characters: nobody uploads it anywhere. */
const NAME_LIMIT = 100
/** So many characters of the assessment's id tell copies of one assessment apart. */
const ID_LENGTH = 8

/** What the next automatic backup is called: of which assessment and when, to the second, and as none of those before. */
export function copyName(session: Session, at: Date, before: readonly Copy[]): string {
  const { assessment, present } = session.getState()
  const { institutionName, year } = valuesOf(present, { kind: 'assessment' })
  const second = String(at.getSeconds()).padStart(2, '0')
  const words = [
    assessment.id.slice(0, ID_LENGTH),
    localMinute(at).replace('T', ' '),
    second,
    institutionName,
    year,
  ]
  const name = reportFileName(`Cadangan otomatis ${words.filter(Boolean).join(' ')}`, 'zip', NAME_LIMIT)
  if (!before.some((copy) => copy.name === name)) return name
  return copyName(session, new Date(at.getTime() + 1000), before)
}
