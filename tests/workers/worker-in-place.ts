import { drawVolume } from '../../src/dossier/files/draw-volume'
import type { Reply } from '../../src/workers/job'

/** Stands in for the worker that draws volumes, which another worker starts, and draws in place. */
export class WorkerInPlace {
  onmessage: ((event: { data: Reply<unknown> }) => void) | null = null

  constructor(script: URL) {
    if (!script.pathname.endsWith('/volume-worker.ts'))
      throw new Error(`nothing does the work of ${script.pathname}`)
  }

  postMessage(request: Parameters<typeof drawVolume>[0]): void {
    drawVolume(request).then(
      (result) => this.onmessage?.({ data: { kind: 'done', result } }),
      (cause: unknown) => this.onmessage?.({ data: { kind: 'failed', message: String(cause) } }),
    )
  }

  terminate(): void {
    this.onmessage = null
  }
}
