import { createContext, useContext, useSyncExternalStore } from 'react'
import { wholeAnswer, type WholeAnswer } from '../../answers/whole'
import type { Citation } from '../../evidence/evidence'
import { statusOf, type Status } from '../../answers/status'
import type { Session, SessionState } from './session'

export const SessionContext = createContext<Session | null>(null)

/** Opens the assessment anew: its instrument is another one. */
export const ReopenContext = createContext<() => void>(() => undefined)

export function useReopen(): () => void {
  return useContext(ReopenContext)
}

/** The open assessment. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionContext')
  return session
}

/**
 * A part of the open assessment; re-renders only when that part is another one. The selector must return the same
 * value for the same state: a primitive, or an object the state holds.
 */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => select(session.getState()))
}

/** The same one frame later: for what stands around the field that is being filled in. */
export function useDrawnState<T>(select: (state: SessionState) => T): T {
  const session = useSession()
  return useSyncExternalStore(session.subscribeDrawn, () => select(session.getDrawnState()))
}

const NO_CITATIONS: readonly Citation[] = []

export function citationsIn(state: SessionState, indicatorId: string): readonly Citation[] {
  return state.evidence.citations.get(indicatorId) ?? NO_CITATIONS
}

/** The answer of an indicator; a new object each time where it is rated in parts: select a field of it. */
export function answerIn(state: SessionState, indicatorId: string): WholeAnswer {
  return wholeAnswer(state.present, indicatorId, state.partKeys.get(indicatorId))
}

export function statusIn(session: Session, state: SessionState, indicatorId: string): Status {
  const citedCount = citationsIn(state, indicatorId).length
  return statusOf(answerIn(state, indicatorId), citedCount, session.instrument.scale.min)
}
