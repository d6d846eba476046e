import { deleteDB, openDB } from 'idb'

const SCRATCH_NAME = 'spbe-mandiri-log'

/**
 * Makes Chromium begin a new log for its databases, by deleting one that was made for it. Ended in the middle of a write,
 * Chromium goes on writing behind the torn record, reads the log as damaged at the start after, and empties every database of
 * this address (docs/decisions/025). Rejects where the browser cannot write; nothing is lost by that.
 */
export async function beginFreshLog(): Promise<void> {
  const scratch = await openDB(SCRATCH_NAME)
  scratch.close()
  await deleteDB(SCRATCH_NAME)
}
