import { inScope } from '../../answers/assessment'
import { placedIndicators } from '../../instrument/lookup'
import { planFolder, type FolderChoice, type FolderPlan, type KeptFile } from '../../ministry-folder/plan'
import { answersOf } from '../session/derived'
import type { Session } from '../session/session'

/** What the ministry folder of the open assessment would be, as it is now. `here` are the files on this computer. */
export function folderPlanOf(
  session: Session,
  here: ReadonlyMap<string, KeptFile>,
  choice: FolderChoice,
): FolderPlan {
  const { assessment, present, evidence } = session.getState()
  const secret = [...evidence.documents, ...evidence.removedDocuments].filter(
    ({ confidential }) => confidential,
  )
  const files = secret.flatMap((document) => [...document.files, ...document.removedFiles])
  return planFolder(
    {
      placed: placedIndicators(session.instrument).filter(({ indicator }) =>
        inScope(assessment.scope, indicator.id),
      ),
      answers: answersOf(session.instrument, assessment, present),
      citations: evidence.citations,
      confidential: new Set(secret.map(({ id }) => id)),
      confidentialFiles: new Set(files.map(({ sha256 }) => sha256)),
      here,
    },
    choice,
  )
}
