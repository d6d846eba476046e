import type { ReportModel } from '../model'
import { blankAtoms, documentAtoms, followUpListAtoms, obstacleGroupAtoms } from './annexes'
import { bookmarksOf } from './bookmarks'
import { contentsAtoms } from './contents'
import { drawCover } from './cover'
import { aspectAtoms, domainAtoms } from './domain'
import type { Layout } from './drawing'
import { finishPages } from './finish'
import { createFlow, type Flow } from './flow'
import type { Measure } from './measure'
import { cautionAtoms, originAtoms } from './notes'
import { questionAtoms } from './questions'
import { signatureAtoms } from './signatures'
import { drawSummary } from './summary'
import { yearAtoms } from './years'

/**
 * Lays out a whole report: pages of drawings, named places and bookmarks. Pure. Texts must already be cleaned;
 * `missing` is how many characters of them were replaced.
 */
export function layoutReport(model: ReportModel, measure: Measure, missing: number): Layout {
  const flow = createFlow()
  flow.newPage()
  drawCover(flow.pen, measure, model)
  flow.newPage()
  drawSummary(flow.pen, measure, model)
  flow.newPage()
  flow.place(contentsAtoms(measure, model))
  placeSections(flow, measure, model)
  placeClosing(flow, measure, model, missing)
  // The cover says by itself whose it is and that it is provisional.
  finishPages(model, measure, flow, 1)
  return { pages: flow.pages, destinations: flow.destinations, bookmarks: bookmarksOf(model) }
}

/** The indicators, each domain on a new page. */
export function placeSections(flow: Flow, measure: Measure, model: ReportModel): void {
  for (const domain of model.domains) {
    flow.newPage()
    flow.place(domainAtoms(measure, model, domain))
    for (const aspect of domain.aspects) flow.place(aspectAtoms(measure, aspect))
  }
}

/** What is said of the whole after the indicators, up to the signatures. */
export function placeClosing(flow: Flow, measure: Measure, model: ReportModel, missing: number): void {
  flow.newPage()
  flow.place(questionAtoms(measure, model))
  flow.place(yearAtoms(measure, model))
  flow.place(blankAtoms(measure, model))
  flow.place(documentAtoms(measure, model))
  flow.place(obstacleGroupAtoms(measure, model))
  flow.place(followUpListAtoms(measure, model))
  flow.place(cautionAtoms(measure, model))
  flow.newPage()
  flow.place(signatureAtoms(measure, model))
  flow.place(originAtoms(measure, model, missing))
}
