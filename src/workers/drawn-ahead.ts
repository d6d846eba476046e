import type { DrawnVolume } from '../dossier/files/draw-volume'
import type { VolumeModel } from '../dossier/volume-model'
import { ask } from './job'
import { startVolumeWorker } from './start-inner-worker'

/** Draws in a worker of its own, one volume at a time. */
export interface Drawer {
  /** Rejects with `JobFailed`. */
  draw(model: VolumeModel): Promise<DrawnVolume>
  /** Ends the worker, and with it what drawing took of memory; the next drawing starts another. */
  end(): void
}

/** The first worker starts at once: by the time there is something to draw it has loaded its fonts. */
export function createDrawer(): Drawer {
  let worker: Worker | null = startVolumeWorker()
  return {
    draw(model) {
      worker ??= startVolumeWorker()
      return ask(worker, model)
    },
    end() {
      worker?.terminate()
      worker = null
    },
  }
}

/**
 * Draws volumes, each while the caller fills and writes the one before, and ends the drawer with the last. Throws what
 * drawing throws.
 */
export async function* drawnAhead(
  drawer: Drawer,
  models: readonly VolumeModel[],
): AsyncGenerator<DrawnVolume> {
  const draw = (model: VolumeModel | undefined) => model && drawer.draw(model)
  try {
    let next = draw(models[0])
    for (let index = 1; next; index += 1) {
      const drawn: DrawnVolume = await next
      next = draw(models[index])
      if (!next) drawer.end()
      // Should nobody wait for it any more, its failure is nobody's business.
      next?.catch(() => undefined)
      yield drawn
    }
  } finally {
    drawer.end()
  }
}
