import type { DrawnVolume } from '../dossier/files/draw-volume'
import type { VolumeModel } from '../dossier/volume-model'
import { ask } from './job'
import { startVolumeWorker } from './start-inner-worker'

/**
 * Draws volumes in a worker of its own, each while the caller fills and writes the one before. Throws what drawing throws
 * (`JobFailed`). The worker ends with the last drawing, and with it what drawing took of memory.
 */
export async function* drawnAhead(models: readonly VolumeModel[]): AsyncGenerator<DrawnVolume> {
  const worker = startVolumeWorker()
  const draw = (model: VolumeModel | undefined) => model && ask<VolumeModel, DrawnVolume>(worker, model)
  try {
    let next = draw(models[0])
    for (let index = 1; next; index += 1) {
      const drawn: DrawnVolume = await next
      next = draw(models[index])
      if (!next) worker.terminate()
      // Should nobody wait for it any more, its failure is nobody's business.
      next?.catch(() => undefined)
      yield drawn
    }
  } finally {
    worker.terminate()
  }
}
