import { keepSessionWhile } from '../session/open-sessions'
import type { Session } from '../session/session'

/** A stretch of work has ended when nothing was changed for so long, in milliseconds. */
export const QUIET = 5 * 60 * 1000
/**
 * Turning to another window ends one too, but at most this often: a backup may be a gigabyte on a slow stick. Milliseconds.
 */
export const LEAST_GAP = 10 * 60 * 1000

/**
 * Calls `backUp` after each stretch of work on an assessment: when it was quiet, when the page is hidden, and when the
 * assessment is left (`stop`). What an earlier visit left unwritten is written when it was quiet first. `backUp` itself
 * knows whether there is anything to write, and is called again after the next quiet while `isOpen` says there is.
 */
export function watchStretches(
  session: Session,
  backUp: () => Promise<void>,
  isOpen: () => boolean,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastHidden = -Infinity
  let { present } = session.getState()

  function waitForQuiet(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), QUIET)
  }

  async function run(): Promise<void> {
    await backUp()
    // What could not be written is tried again: it never stops by itself.
    if (isOpen()) waitForQuiet()
  }

  const stopHearing = session.subscribe(() => {
    const { present: now } = session.getState()
    if (now === present) return
    present = now
    waitForQuiet()
  })

  function hidden(): void {
    const now = performance.now()
    if (document.visibilityState !== 'hidden' || now - lastHidden < LEAST_GAP) return
    lastHidden = now
    void run()
  }

  document.addEventListener('visibilitychange', hidden)
  if (isOpen()) waitForQuiet()
  return () => {
    clearTimeout(timer)
    stopHearing()
    document.removeEventListener('visibilitychange', hidden)
    keepSessionWhile(session, backUp())
  }
}
