import { useDeferredValue, useMemo } from 'react'
import type { DossierFiles, DossierOptions } from '../../dossier/options'
import { planDossier, type DossierPlan } from '../../dossier/plan'
import type { ReportInput } from '../../report/input'
import { reportInputOf } from '../handover/make-report'
import { useFilesHere } from '../parcel/use-files-here'
import { useSession, useSessionState } from '../session/session-context'

/** What a dossier would be now. */
export interface DossierLookData {
  /** The whole assessment, before anything was chosen. */
  readonly input: ReportInput
  readonly files: DossierFiles
  readonly plan: DossierPlan
}

/** The plan of a dossier of the open assessment as it is now; null until the files of this computer are known. */
export function useDossierPlan(options: DossierOptions): DossierLookData | null {
  const session = useSession()
  const present = useDeferredValue(useSessionState((state) => state.present))
  const files = useFilesHere()
  // The input tells the whole present: another one is another dossier.
  const input = useMemo(() => present && reportInputOf(session), [session, present])
  return useMemo(
    () => files && { input, files, plan: planDossier(input, files, options) },
    [input, files, options],
  )
}
