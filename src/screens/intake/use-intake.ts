import { useEffect, useSyncExternalStore } from 'react'
import { useApp } from '../app/app-context'
import type { Session } from '../session/session'
import { useSession } from '../session/session-context'
import { createIntake, type Intake, type IntakeState } from './intake'

/** One for each open assessment, for as long as it is open. */
const intakes = new WeakMap<Session, Intake>()

/** Taking files into the open assessment: how far it is, and how to begin, end and dismiss it. */
export function useIntake(): Pick<Intake, 'take' | 'cancel' | 'dismiss'> & { readonly state: IntakeState } {
  const { database } = useApp()
  const session = useSession()
  const intake = intakes.get(session) ?? createIntake(database, session)
  intakes.set(session, intake)
  const state = useSyncExternalStore(intake.subscribe, intake.getState)
  const isRunning = state.phase === 'running'
  useEffect(() => {
    if (!isRunning) return
    // Closed now, the rest of the files would not be taken in.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isRunning])
  return { take: intake.take, cancel: intake.cancel, dismiss: intake.dismiss, state }
}
