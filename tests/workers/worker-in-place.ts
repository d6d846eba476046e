import { drawVolume } from '../../src/dossier/files/draw-volume'
import { sha256OfBytes } from '../../src/handover/files/digest'
import type { Reply } from '../../src/workers/job'
import type { Summed, Summing } from '../../src/workers/volume-check'

/** What workers do that other workers start, by the names of their scripts. */
const INNER: Readonly<Record<string, (request: never) => Promise<unknown>>> = {
  'volume-worker.ts': drawVolume,
  async 'sum-worker.ts'({ memory, size }: Summing): Promise<Summed> {
    return { sha256: await sha256OfBytes(new Uint8Array(memory, 0, size)), memory }
  },
}

/** Stands in for these workers, and does their work in place. */
export class WorkerInPlace {
  onmessage: ((event: { data: Reply<unknown> }) => void) | null = null
  readonly #work: (request: never) => Promise<unknown>

  constructor(script: URL) {
    const work = INNER[script.pathname.split('/').at(-1) ?? '']
    if (!work) throw new Error(`nothing does the work of ${script.pathname}`)
    this.#work = work
  }

  postMessage(request: never): void {
    this.#work(request).then(
      (result) => this.onmessage?.({ data: { kind: 'done', result } }),
      (cause: unknown) => this.onmessage?.({ data: { kind: 'failed', message: String(cause) } }),
    )
  }

  terminate(): void {
    this.onmessage = null
  }
}
