import type { Database } from '../../storage/database'
import { noteFacts, readFileRows } from '../../storage/files'
import { inspectAll } from '../../workers/inspect-job'
import { reloadFileRows } from './file-rows'

/** What was found is shown this often at most, in milliseconds: each time every list is drawn anew. */
const SHOW_EVERY = 250

let running: Promise<void> | null = null
let again = false

/**
 * Looks into the files nobody has looked into yet, in the background. In one tab at a time; asked while it goes on, it looks
 * once more when it has ended.
 */
export function inspectFiles(database: Database): void {
  if (running) {
    again = true
    return
  }
  const inspect = async () => {
    const rows = await readFileRows(database)
    if (![...rows.values()].some(({ facts }) => facts === null)) return
    const noted: string[] = []
    const show = () => void reloadFileRows(database, noted.splice(0))
    const timer = setInterval(() => noted.length > 0 && show(), SHOW_EVERY)
    await inspectAll(document.baseURI, (sha256) => void noted.push(sha256)).finally(() => {
      clearInterval(timer)
      show()
    })
  }
  running = inOneTab(inspect)
    // What could not be looked into now is looked into when an assessment is opened next.
    .catch(() => undefined)
    .finally(() => {
      running = null
      if (!again) return
      again = false
      inspectFiles(database)
    })
}

/** Looks once more into a file that was given up. Rejects where that cannot be noted. */
export async function inspectAgain(database: Database, sha256: string): Promise<void> {
  await noteFacts(database, sha256, null, null)
  await reloadFileRows(database, [sha256])
  inspectFiles(database)
}

/** Plain http in an office knows no locks: then two tabs may look into the same file, which does no harm. */
async function inOneTab(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request('spbe-mandiri/inspect', { ifAvailable: true }, (lock) =>
    lock ? work() : undefined,
  )
}
