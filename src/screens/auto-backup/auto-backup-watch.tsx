import { useEffect } from 'react'
import { useSession } from '../session/session-context'
import { AutoBackupFailureNotice } from './auto-backup-failure'
import { watchStretches } from './stretches'
import { useAutoBackup } from './use-auto-backup'
import './auto-backup.css'

/** Backs the open assessment up after each stretch of work; seen only where that fails. */
export default function AutoBackupWatch() {
  const session = useSession()
  const [backup, state] = useAutoBackup()
  const folder = state.chosen?.folder
  useEffect(() => {
    if (!folder) return
    return watchStretches(
      session,
      () => backup.backUp(session),
      () => session.getState().local.unsavedSince !== null,
    )
  }, [backup, folder, session])
  return (
    <div className="auto-backup-watch">
      <AutoBackupFailureNotice backup={backup} state={state} onRetry={() => backup.backUp(session)} />
    </div>
  )
}
