/** A piece of work in a worker of its own, which ends with it. */
export interface Job<Result> {
  readonly result: Promise<Result>
  /** Ends the worker at once; `result` rejects with `JobCancelled` if it was not there yet. */
  cancel(): void
}

/** The person called it off: nothing went wrong. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled'
}

/** The result of a job that the signal cancels, also one given before it began. */
export function cancelledBy<Result>(signal: AbortSignal, job: Job<Result>): Promise<Result> {
  if (signal.aborted) job.cancel()
  signal.addEventListener('abort', () => job.cancel())
  return job.result
}

/** The worker could not be started or could not do its work. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed'
}

/** What every worker answers: progress as often as it likes, then one of the others. */
export type Reply<Result> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly message: string }

/** How far the work is, in steps of its own kind. */
export type Progress = (done: number, total: number) => void

/** Sends a request to a worker just started, hears it out and ends it. What is in `transfer` is handed over, not copied. */
export function runJob<Request, Result>(
  worker: Worker,
  request: Request,
  onProgress?: Progress,
  transfer?: Transferable[],
): Job<Result> {
  let cancel: () => void = () => undefined
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => {
      worker.terminate()
      reject(new JobCancelled('cancelled'))
    }
  })
  const answered = ask<Request, Result>(worker, request, onProgress, transfer)
  return { result: Promise.race([answered, cancelled]).finally(() => worker.terminate()), cancel }
}

/** Sends a request to a worker that has nothing else to do, and hears it out. Rejects with `JobFailed`. */
export function ask<Request, Result>(
  worker: Worker,
  request: Request,
  onProgress: Progress = () => undefined,
  transfer: Transferable[] = [],
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const fail = (message: string) => reject(new JobFailed(message))
    worker.onerror = (event) => fail(event.message || 'worker failed')
    worker.onmessageerror = () => fail('worker sent something unreadable')
    worker.onmessage = ({ data }: MessageEvent<Reply<Result>>) => {
      if (data.kind === 'progress') return onProgress(data.done, data.total)
      if (data.kind === 'failed') return fail(data.message)
      resolve(data.result)
    }
    worker.postMessage(request, transfer)
  })
}

/** What is used of a dedicated worker's global scope. */
interface Scope {
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  postMessage(message: unknown, transfer?: Transferable[]): void
}

/** The other end: does the work asked for, and answers with its result and what of it is handed over, not copied. */
export function serveJob<Request, Result>(
  work: (
    request: Request,
    onProgress: Progress,
  ) => Promise<{ readonly result: Result; readonly transfer: Transferable[] }>,
): void {
  const scope = globalThis as unknown as Scope
  const answer = (reply: Reply<Result>, transfer: Transferable[] = []) => scope.postMessage(reply, transfer)
  scope.onmessage = ({ data }) => {
    work(data as Request, (done, total) => answer({ kind: 'progress', done, total })).then(
      ({ result, transfer }) => answer({ kind: 'done', result }, transfer),
      (cause: unknown) =>
        answer({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) }),
    )
  }
}
