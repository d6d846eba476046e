import { useEffect } from 'react'
import { useSessionState } from './session-context'

/** While the last save has failed, the browser asks before the page is closed. */
export function useLeaveWarning(): void {
  const failed = useSessionState((state) => state.saving.kind === 'failed')
  useEffect(() => {
    if (!failed) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [failed])
}
