/** What the browser says about this site's storage; undefined where it says nothing. Sizes in bytes. */
export interface StorageFacts {
  readonly persisted: boolean | undefined
  readonly used: number | undefined
  readonly quota: number | undefined
}

/** Asks the browser to keep the data when space runs short. It may say no; then only backups are safe. */
export async function askToPersist(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}

export async function readStorageFacts(): Promise<StorageFacts> {
  const storage = navigator.storage as StorageManager | undefined
  const persisted = await storage?.persisted?.().catch(() => undefined)
  const estimate = await storage?.estimate?.().catch(() => undefined)
  return { persisted, used: estimate?.usage, quota: estimate?.quota }
}
