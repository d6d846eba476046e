import { vi } from 'vitest'

interface Abortable {
  _abort(name: string): void
}

/**
 * Makes the disk full as Chromium does: every request succeeds, and the transaction is aborted when it is to be
 * committed. `when` is called after each put or add that succeeded and says whether that was the last one there was room for.
 */
export function fillDisk(when: (store: string) => boolean = () => true) {
  fill('put')
  fill('add')

  function fill(name: 'put' | 'add'): void {
    const write: (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey> =
      Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name)?.value as never
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      const request = write.call(this, value, key)
      request.addEventListener('success', () => {
        if (when(this.name)) (this.transaction as unknown as Abortable)._abort('QuotaExceededError')
      })
      return request
    })
  }
}
