import { z } from '../schema-setup'
import { changeSchema } from '../answers/change'
import { saveRescued, type Saving } from './changes'
import type { Database } from './database'

/**
 * Text that was not yet on disk when the page was hidden. A database write begun then does not survive; a
 * synchronous one to localStorage does. It is taken up at the next start.
 */
const PREFIX = 'spbe-mandiri/rescue/'

const rescueSchema = z.object({
  assessment: z.string(),
  savings: z.array(z.object({ change: changeSchema, otherId: z.string() })),
})
export type Rescue = z.infer<typeof rescueSchema>

/** Writes unsaved changes under a key of this tab's own; an empty list clears it. Returns whether it worked. */
export function rescue(tab: string, assessment: string, savings: readonly Saving[]): boolean {
  try {
    if (savings.length === 0) localStorage.removeItem(PREFIX + tab)
    else localStorage.setItem(PREFIX + tab, JSON.stringify({ assessment, savings }))
    return true
  } catch {
    return false
  }
}

/** Saves what earlier pages rescued and says how many changes that were. What cannot be read or saved stays. */
export async function takeUpRescued(database: Database, at: string): Promise<number> {
  let taken = 0
  for (const key of rescueKeys()) {
    const text = localStorage.getItem(key)
    const reading = z.safeParse(rescueSchema, parseJson(text))
    if (!reading.success) continue
    const { assessment, savings } = reading.data
    try {
      taken += (await saveRescued(database, assessment, savings, at)).length
    } catch {
      continue
    }
    // The tab it came from may live and have rescued more meanwhile.
    if (localStorage.getItem(key) === text) localStorage.removeItem(key)
  }
  return taken
}

/** Keys of all rescues; none where the browser refuses localStorage. */
function rescueKeys(): string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index)).filter(
      (key): key is string => key?.startsWith(PREFIX) ?? false,
    )
  } catch {
    return []
  }
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
