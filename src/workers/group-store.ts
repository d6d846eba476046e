/**
 * Files that wait for the disk at most, and so go there together: more are not read ahead, and an answer, which has to wait
 * for the group before it, need not wait long. With one, reading and writing would no longer keep each other busy.
 */
export const WAITING_LIMIT = 2

export interface GroupStore<File> {
  /** Resolves when the next file may be read. */
  readonly add: (file: File) => Promise<void>
  /** Resolves when all that were added have been spoken of. */
  readonly end: () => Promise<void>
}

/**
 * Stores files in groups: what has come while one group goes to the disk goes there together, since a disk takes as long to
 * acknowledge one as many. A group that fails is stored one by one, so that each has its own fate. `onEnd` hears of each file
 * once, with why it could not be stored, or null when it is on disk.
 */
export function storeInGroups<File>(
  store: (files: readonly File[]) => Promise<void>,
  onEnd: (file: File, cause: unknown) => void,
): GroupStore<File> {
  let waiting: File[] = []
  let current: Promise<void> = Promise.resolve()
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      current = storeGroup(group)
      await current
    }
    running = null
  }

  async function storeGroup(group: readonly File[]): Promise<void> {
    try {
      await store(group)
      for (const file of group) onEnd(file, null)
    } catch (cause) {
      const [only, ...others] = group
      if (only !== undefined && others.length === 0) return onEnd(only, cause)
      for (const file of group) await storeGroup([file])
    }
  }

  return {
    async add(file) {
      waiting.push(file)
      running ??= run()
      if (waiting.length >= WAITING_LIMIT) await current
    },
    end: () => running ?? Promise.resolve(),
  }
}
