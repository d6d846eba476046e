import { useEffect } from 'react'
import { useSession } from '../session/session-context'
import { AutoBackupFailureNotice } from './auto-backup-failure'
import { LeftOutNotice } from './left-out-notice'
import { watchStretches } from './stretches'
import { useAutoBackup } from './use-auto-backup'
import './auto-backup.css'

/** Backs the open assessment up after each stretch of work; seen only where that fails or leaves something out. */
export default function AutoBackupWatch() {
  const session = useSession()
  const [backup, state] = useAutoBackup()
  // Not the folder itself: each look at what was noted gives another object for the same one.
  const isChosen = state.chosen !== null
  useEffect(() => {
    if (!isChosen) return
    return watchStretches(
      session,
      () => backup.backUp(session),
      () => session.getState().local.unsavedSince !== null,
    )
  }, [backup, isChosen, session])
  return (
    <div className="auto-backup-watch">
      <AutoBackupFailureNotice backup={backup} state={state} onRetry={() => backup.backUp(session)} />
      <LeftOutNotice state={state} />
    </div>
  )
}
