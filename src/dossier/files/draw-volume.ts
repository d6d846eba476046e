import { drawPdf } from '../../report/pdf/render'
import type { Layout } from '../../report/pdf/drawing'
import type { VolumeModel } from '../volume-model'
import type { VolumePlan } from './check-volume'
import { layoutVolume } from './layout-volume'

/** A volume as drawn; its frames are still empty. */
export interface DrawnVolume extends VolumePlan {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** For each annex, the page of each of its frames, counted from 1. */
  readonly frames: readonly (readonly number[])[]
  /** Characters printed as □ because no font of the report has them. */
  readonly missingCharacters: number
}

/** Draws what a volume has besides the documents' own pages. */
export async function drawVolume(model: VolumeModel): Promise<DrawnVolume> {
  const { pdf, layout } = await drawPdf(model, layoutVolume)
  const first = model.annexes[0]
  const annexesFrom = (first && layout.destinations.get(first.place)?.page) ?? Infinity
  const bytes = pdf.bytes as Uint8Array<ArrayBuffer>
  return { ...pdf, bytes, frames: layout.frames, annexesFrom, toAnnexes: linksTo(layout, annexesFrom) }
}

/** Links from before a page, counted from 1, to it or beyond. */
function linksTo({ pages, destinations }: Layout, border: number): number {
  return pages
    .slice(0, border - 1)
    .flatMap(({ drawings }) => drawings)
    .filter((drawing) => drawing.kind === 'link' && (destinations.get(drawing.to)?.page ?? 0) >= border)
    .length
}
