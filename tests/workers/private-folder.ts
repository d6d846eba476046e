/** Stands in for what a browser's private folder holds of parcels and dossiers, and for the locks of the tabs that live. */
export class PrivateFolder {
  /** Names of what lies there. */
  readonly names = new Set<string>()
  /** A worker that is just ending still holds these: they cannot be removed. */
  readonly inUse = new Set<string>()
  readonly locks = new Set<string>()
  /** The folder opens when this is over. */
  opening: Promise<void> = Promise.resolve()

  /** What is used of `navigator`. */
  readonly navigator = {
    storage: {
      getDirectory: async () => {
        await this.opening
        return { getDirectoryHandle: () => Promise.resolve(this.#workshop) }
      },
    },
    locks: {
      request: async (name: string, work: () => Promise<unknown>) => {
        this.locks.add(name)
        await work()
        this.locks.delete(name)
      },
      query: () => Promise.resolve({ held: [...this.locks].map((name) => ({ name })) }),
    },
  }

  readonly #workshop = {
    keys: () => this.names.values(),
    removeEntry: (name: string) => {
      if (this.inUse.has(name))
        return Promise.reject(new DOMException('in use', 'NoModificationAllowedError'))
      this.names.delete(name)
      return Promise.resolve()
    },
  }
}
