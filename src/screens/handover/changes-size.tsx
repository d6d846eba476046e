import { useDeferredValue, useMemo } from 'react'
import { allChanges } from '../../answers/present'
import { writeBackup } from '../../handover/backup'
import { formatBytes } from '../../report/format'
import { useSession, useSessionState } from '../session/session-context'

/** How large the file with all changes is now. */
export function ChangesSize() {
  const session = useSession()
  const present = useDeferredValue(useSessionState((state) => state.present))
  const bytes = useMemo(() => {
    const { assessment, local } = session.getState()
    const changes = allChanges(present)
    const at = assessment.createdAt
    const { unit, person } = local
    return new Blob([writeBackup({ assessment, changes, unit, person, appVersion: '', savedAt: at })]).size
  }, [session, present])
  return <>{formatBytes(bytes)}</>
}
