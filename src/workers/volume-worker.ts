import { drawVolume, type DrawnVolume } from '../dossier/files/draw-volume'
import type { VolumeModel } from '../dossier/volume-model'
import { serveJob } from './job'

serveJob<VolumeModel, DrawnVolume>(async (model) => {
  const result = await drawVolume(model)
  return { result, transfer: [result.bytes.buffer] }
})
