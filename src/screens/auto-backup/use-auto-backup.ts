import { useEffect, useSyncExternalStore } from 'react'
import { useApp } from '../app/app-context'
import { autoBackupOf, type AutoBackup, type AutoBackupState } from './auto-backup'

/** The automatic backup of this tab, and its state; looked at anew when it is first shown. */
export function useAutoBackup(): readonly [AutoBackup, AutoBackupState] {
  const backup = autoBackupOf(useApp().database)
  useEffect(() => {
    // A database that cannot be read is told elsewhere.
    backup.look().catch(() => undefined)
  }, [backup])
  return [backup, useSyncExternalStore(backup.subscribe, backup.getState)]
}
