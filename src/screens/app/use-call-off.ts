import { useCallback, useRef } from 'react'
import { JobCancelled } from '../../workers/job'

export interface CallOff {
  /** Begins a piece of work, calling off the one before; the signal tells it, and throws `JobCancelled`, when it is called off. */
  readonly begin: () => AbortSignal
  readonly cancel: () => void
}

/** Calls off work that a person began: by its button or, where `cancel` is what an effect leaves behind, by leaving the page. */
export function useCallOff(): CallOff {
  const latest = useRef<AbortController | null>(null)
  const cancel = useCallback(() => latest.current?.abort(new JobCancelled('cancelled')), [])
  const begin = useCallback(() => {
    cancel()
    latest.current = new AbortController()
    return latest.current.signal
  }, [cancel])
  return { begin, cancel }
}
