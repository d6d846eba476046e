/** What is needed of a transaction to wait for it. */
interface Waited {
  readonly done: Promise<void>
  readonly error: DOMException | null
  abort(): void
}

/**
 * Resolves once the work is done and its transaction is on disk. Work that fails takes the transaction back with it,
 * so that nothing is stored by half; rejects with the transaction's own reason (a full disk) where it has one, since
 * its requests only say that they were aborted.
 */
export async function onDisk<T>(transaction: Waited, work: Promise<T>): Promise<T> {
  try {
    const [result] = await Promise.all([work, transaction.done])
    return result
  } catch (cause) {
    abort(transaction)
    throw transaction.error ?? cause
  }
}

/** A request that is waited for later, with others: should one of them fail, the rest are not left unheard. */
export function begun<T>(request: Promise<T>): Promise<T> {
  request.catch(() => undefined)
  return request
}

function abort(transaction: Waited): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}
