import type { Atom, Flow } from '../../report/pdf/flow'
import {
  BODY,
  FIELD_LEFT,
  FIELD_WIDTH,
  FINE,
  H2,
  HAIRLINE,
  LEFT,
  lineHeight,
  PAGE,
  SMALL,
  SMALL_BOLD,
  TEXT_WIDTH,
  type Style,
} from '../../report/pdf/geometry'
import { marked, subHead } from '../../report/pdf/headings'
import { labelled } from '../../report/pdf/indicator-row'
import type { Measure } from '../../report/pdf/measure'
import { inFours } from '../../report/pdf/notes'
import { ACCENT, INK, LINE_STRONG } from '../../report/pdf/palette'
import { table, type Column } from '../../report/pdf/table'
import { glued, lineAtoms, paragraphs, withGap, write } from '../../report/pdf/text-atoms'
import { wrap, wrapBalanced } from '../../report/pdf/wrap'
import type { AnnexModel } from '../annex-model'

const TITLE: Style = { size: 22, leading: 28, weight: 'bold', colour: INK }
/** The title block begins so far below the text's top, mm. */
const TITLE_DOWN = 30
const TITLE_WIDTH = 130
/** A longer title is cut: the list of annexes has it whole. */
const TITLE_LINES = 6

const COLUMNS: readonly Column[] = [
  { head: 'No.', width: 14 },
  { head: 'Indikator', width: 68 },
  { head: 'Letak', width: 46 },
  { head: 'Tingkat', width: 18 },
  { head: 'Uraian', width: TEXT_WIDTH - 146, right: true },
]

/** Height of the strip below a copied page, mm. */
export const STRIP = 12
/** Width that the words of a strip may take, mm; a copied page is at least so wide with its margins. */
const STRIP_WIDTH = 104
const STRIP_LEFT = 8

/** The sheet before the pages of a document: what it is, which claims cite it, what follows. */
export function sheetAtoms(measure: Measure, annex: AnnexModel): Atom[] {
  const kicker = { ...H2, colour: ACCENT }
  // Where no page follows, why is what the reader has come for.
  const bare = annex.frames.length === 0
  const title = wrapBalanced(measure, annex.title, TITLE, TITLE_WIDTH).slice(0, TITLE_LINES)
  const rows = annex.claims.map(({ mark, indicator, place, level, to }) => ({
    cells: [{ text: mark }, { text: indicator }, { text: place }, { text: level }, { pageOf: to }],
    to,
  }))
  return [
    space(TITLE_DOWN),
    ...marked(glued(lineAtoms([annex.heading], LEFT, kicker)), annex.place),
    space(2),
    ...glued(lineAtoms(title, LEFT, TITLE)),
    space(9.5),
    ...annex.facts.flatMap(({ label, text }) => {
      const lines = wrap(measure, inFours(text), BODY, FIELD_WIDTH)
      return withGap(labelled(measure, label, lineAtoms(lines, FIELD_LEFT, BODY)), 2.5)
    }),
    ...(bare
      ? [...subHead(measure, 'Mengapa hanya lembar ini', undefined, 14), ...note(measure, annex, BODY)]
      : []),
    ...subHead(measure, 'Dirujuk oleh', undefined, 14),
    ...table(measure, LEFT, COLUMNS, rows),
    ...(bare ? [] : withGap(note(measure, annex, FINE), 10)),
  ]
}

function note(measure: Measure, annex: AnnexModel, style: Style): Atom[] {
  return paragraphs(measure, annex.note, LEFT, TEXT_WIDTH, style)
}

function space(height: number): Atom {
  return { height, glued: true, draw: () => undefined }
}

/**
 * A bare page for each page that is copied, with nothing on it but the strip. Its size is made to fit when the copy is put
 * on it: everything stands at the lower left, where that does not move it.
 */
export function placeFrames(flow: Flow, measure: Measure, annex: AnnexModel): void {
  const sheet = flow.destinations.get(annex.place)?.page ?? 0
  for (const { place, text, below } of annex.frames) {
    flow.newPage(true)
    flow.pen.mark(place, 0)
    const top = PAGE.height - STRIP
    flow.pen.add({
      kind: 'line',
      ...{ x1: 0, y1: top, x2: 20 * PAGE.width, y2: top, width: HAIRLINE, colour: LINE_STRONG },
    })
    const [line = ''] = wrap(measure, text, SMALL_BOLD, STRIP_WIDTH)
    write(flow.pen, line, STRIP_LEFT, top + 2.4, SMALL_BOLD)
    const said = `${below}, halaman ini ${flow.pages.length}, `
    const y = top + 2.4 + lineHeight(SMALL)
    write(flow.pen, said, STRIP_LEFT, y, SMALL)
    const x = STRIP_LEFT + measure.width(said, SMALL)
    const back = `lembar lampiran hlm. ${sheet}`
    const width = measure.width(back, SMALL)
    write(flow.pen, back, x, y, { ...SMALL, colour: ACCENT })
    flow.pen.add({
      kind: 'line',
      ...{ x1: x, x2: x + width, y1: y + 3.2, y2: y + 3.2, width: HAIRLINE, colour: ACCENT },
    })
    flow.pen.add({ kind: 'link', x: STRIP_LEFT, y: top, width: STRIP_WIDTH, height: STRIP, to: annex.place })
  }
}
