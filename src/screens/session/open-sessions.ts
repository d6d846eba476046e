import type { Session } from './session'

/** The session on screen, so that it can be saved when the database has to close. */
let open: Session | null = null

export function rememberOpenSession(session: Session | null): void {
  open = session
}

/** Saves what the session on screen has not saved yet. */
export async function flushOpenSession(): Promise<void> {
  await open?.flush()
}
