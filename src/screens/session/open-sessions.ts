import type { Session } from './session'

/** The session on screen, so that it can be saved when the database has to close. */
let open: Session | null = null

/** Sessions no longer on screen of which something is not on disk yet, by assessment. */
const left = new Map<string, Session>()

export function rememberOpenSession(session: Session | null): void {
  open = session
}

/** Saves what the sessions of this tab have not saved yet. */
export async function flushOpenSession(): Promise<void> {
  const sessions = open ? [open, ...left.values()] : [...left.values()]
  await Promise.all(sessions.map((session) => session.flush()))
}

/** Sessions some work still writes to, with how many such works. */
const busy = new Map<Session, number>()

/** Keeps a session from being let go of until a piece of work, which goes on after it was left, has ended. */
export function keepSessionWhile(session: Session, work: Promise<void>): void {
  busy.set(session, (busy.get(session) ?? 0) + 1)
  void work.finally(() => {
    const others = (busy.get(session) ?? 1) - 1
    if (others > 0) busy.set(session, others)
    else busy.delete(session)
    if (left.get(session.getState().assessment.id) === session) leaveSession(session)
  })
}

/**
 * Lets go of a session once everything of it is on disk. On a full disk that may take its time: the session goes on
 * trying, rescues its text when the page is left, and is the one to be taken up when its assessment is opened again.
 */
export function leaveSession(session: Session): void {
  const { id } = session.getState().assessment
  session.endAllTyping()
  left.set(id, session)
  let closing = false
  const stop = session.subscribe(() => void end())
  void end()

  async function end(): Promise<void> {
    if (left.get(id) !== session) return stop()
    const { kind } = session.getState().saving
    if (closing || kind === 'failed' || busy.has(session)) return
    closing = true
    try {
      await session.flush()
      // Taken up again, or some work has begun with it, meanwhile.
      if (left.get(id) !== session || busy.has(session)) return
      left.delete(id)
      stop()
      await session.close()
    } catch {
      // Told through its state, and tried again.
    } finally {
      closing = false
    }
  }
}

/** A session of this tab that has been left but not let go of. */
export function takeLeftSession(assessment: string): Session | undefined {
  const session = left.get(assessment)
  left.delete(assessment)
  return session
}
