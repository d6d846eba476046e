import type { PdfPlan } from '../../report/pdf/check'
import { drawPdf } from '../../report/pdf/render'
import type { VolumeModel } from '../volume-model'
import { layoutVolume } from './layout-volume'

/** A volume as drawn; its frames are still empty. */
export interface DrawnVolume extends PdfPlan {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** For each annex, the page of each of its frames, counted from 1. */
  readonly frames: readonly (readonly number[])[]
  /** Characters printed as □ because no font of the report has them. */
  readonly missingCharacters: number
}

/** Draws what a volume has besides the documents' own pages. */
export async function drawVolume(model: VolumeModel): Promise<DrawnVolume> {
  const { pdf, layout } = await drawPdf(model, layoutVolume)
  return { ...pdf, bytes: pdf.bytes as Uint8Array<ArrayBuffer>, frames: layout.frames }
}
