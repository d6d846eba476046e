import { closingBookmarks, leaf } from '../../report/pdf/bookmarks'
import { contentsAtoms } from '../../report/pdf/contents'
import { drawCover } from '../../report/pdf/cover'
import { domainTitle } from '../../report/pdf/domain'
import type { Bookmark, Layout } from '../../report/pdf/drawing'
import { finishPages } from '../../report/pdf/finish'
import { createFlow, type Atom } from '../../report/pdf/flow'
import { LEFT, TEXT_WIDTH } from '../../report/pdf/geometry'
import { sectionHead } from '../../report/pdf/headings'
import { placeClosing, placeSections } from '../../report/pdf/layout'
import type { Measure } from '../../report/pdf/measure'
import { CONTENTS, domainName, indicatorName, SUMMARY } from '../../report/pdf/names'
import { drawSummary } from '../../report/pdf/summary'
import { table } from '../../report/pdf/table'
import { ANNEXES } from '../places'
import type { VolumeModel } from '../volume-model'
import { placeFrames, sheetAtoms } from './annex-sheet'

/** A volume laid out; its frames are still empty. */
export interface VolumeLayout extends Layout {
  /** For each annex, the page of each of its frames, counted from 1. */
  readonly frames: readonly (readonly number[])[]
}

/** Lays out a volume: cover, what is said of the whole in the first, contents, sections, annexes. Pure. */
export function layoutVolume(model: VolumeModel, measure: Measure, missing: number): VolumeLayout {
  const { report, front, annexes } = model
  const flow = createFlow()
  flow.newPage()
  drawCover(flow.pen, measure, report)
  if (front) {
    flow.newPage()
    drawSummary(flow.pen, measure, report)
  }
  flow.newPage()
  flow.place(contentsAtoms(measure, report))
  flow.place(annexListAtoms(measure, model))
  flow.place(otherVolumeAtoms(measure, model))
  placeSections(flow, measure, report)
  if (front) placeClosing(flow, measure, report, missing)
  for (const annex of annexes) {
    flow.newPage()
    flow.place(sheetAtoms(measure, annex))
    placeFrames(flow, measure, annex)
  }
  finishPages(model, measure, flow, 1)
  return {
    pages: flow.pages,
    destinations: flow.destinations,
    bookmarks: bookmarksOf(model),
    frames: annexes.map(({ frames }) => frames.map(({ place }) => flow.destinations.get(place)?.page ?? 0)),
  }
}

function annexListAtoms(measure: Measure, { annexes }: VolumeModel): Atom[] {
  if (annexes.length === 0) return []
  const columns = [
    { head: 'Lampiran', width: 24 },
    { head: 'Dokumen', width: 78 },
    { head: 'Dilampirkan', width: 42 },
    { head: 'Halaman', width: TEXT_WIDTH - 144, right: true },
  ]
  const rows = annexes.map(({ heading, title, facts, place }) => ({
    cells: [
      { text: heading.replace('Lampiran ', '') },
      { text: title },
      { text: facts.find(({ label }) => label === 'Dilampirkan')?.text ?? '' },
      { pageOf: place },
    ],
    to: place,
  }))
  return [...sectionHead(measure, 'Daftar lampiran', ANNEXES), ...table(measure, LEFT, columns, rows)]
}

function otherVolumeAtoms(measure: Measure, { others }: VolumeModel): Atom[] {
  if (others.length === 0) return []
  const columns = [
    { head: 'Jilid', width: 24 },
    { head: 'Indikator', width: 50 },
    { head: 'Berkas', width: TEXT_WIDTH - 74 },
  ]
  const rows = others.map(({ name, indicators, fileName }) => ({
    cells: [{ text: name }, { text: indicators }, { text: fileName }],
  }))
  return [...sectionHead(measure, 'Jilid lain', 'other-volumes'), ...table(measure, LEFT, columns, rows)]
}

/** Domain → indicator → document, between the parts of the report; at the end all annexes, once. */
function bookmarksOf({ report, front, annexes }: VolumeModel): Bookmark[] {
  return [
    ...(front ? [leaf('Ringkasan', SUMMARY)] : []),
    leaf('Daftar indikator', CONTENTS),
    ...(annexes.length > 0 ? [leaf('Daftar lampiran', ANNEXES)] : []),
    ...report.domains.map((domain) => ({
      title: domainTitle(report, domain),
      to: domainName(domain.id),
      children: domain.aspects.flatMap(({ indicators }) =>
        indicators.map(({ id, number, shortName, evidence }) => ({
          title: `${number} ${shortName}`,
          to: indicatorName(id),
          children: evidence.flatMap(({ mark, document, annex }) =>
            annex ? [leaf(`${mark} ${document}`, annex)] : [],
          ),
        })),
      ),
    })),
    ...(front ? closingBookmarks(report) : []),
    ...(annexes.length > 0
      ? [
          {
            title: 'Lampiran',
            to: annexes[0]?.place ?? ANNEXES,
            children: annexes.map(({ heading, title, place }) => leaf(`${heading} ${title}`, place)),
          },
        ]
      : []),
  ]
}
