import { vi } from 'vitest'

interface Abortable {
  _abort(name: string): void
}

/**
 * Makes the disk full as Chromium does: every request succeeds, and the transaction is aborted when it is to be
 * committed. `when` is called after each put that succeeded and says whether that was the last one there was room for.
 */
export function fillDisk(when: (store: string) => boolean = () => true) {
  const put: (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey> = Object.getOwnPropertyDescriptor(
    IDBObjectStore.prototype,
    'put',
  )?.value as never
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value: unknown,
    key?: IDBValidKey,
  ) {
    const request = put.call(this, value, key)
    request.addEventListener('success', () => {
      if (when(this.name)) (this.transaction as unknown as Abortable)._abort('QuotaExceededError')
    })
    return request
  })
}
