import type { PaperBlock, PaperModel } from '../closing-papers'
import type { Fact, NodeRow } from '../model'
import type { Layout } from './drawing'
import { finishPages } from './finish'
import { createFlow, type Atom } from './flow'
import {
  BODY,
  FIELD_LEFT,
  FIELD_WIDTH,
  HEAD,
  LABEL,
  LEFT,
  lineHeight,
  RIGHT,
  TABLE_BOLD,
  TEXT_WIDTH,
} from './geometry'
import { labelled } from './indicator-row'
import type { Measure } from './measure'
import { LINE_STRONG } from './palette'
import { signerAtoms } from './signatures'
import { rule, table, type Column } from './table'
import { glued, lineAtoms, paragraphs, withGap, write } from './text-atoms'
import { wrap, wrapBalanced } from './wrap'

const BLOCK_GAP = 4
const INDENT = 6
const NUMBER_WIDTH = 80

/** A closing paper as pages. Pure; texts must already be cleaned. */
export function layoutPaper(model: PaperModel, measure: Measure): Layout {
  const flow = createFlow()
  flow.newPage()
  flow.place(headAtoms(measure, model))
  const blocks = model.blocks.map((block) => withGap(blockAtoms(measure, block), BLOCK_GAP))
  for (const atoms of blocks.slice(0, -1)) flow.place(atoms)
  // Nobody signs a page on which nothing else stands.
  flow.place([...glued(blocks.at(-1) ?? []), ...closingAtoms(measure, model)])
  finishPages(model, measure, flow, 0)
  return { pages: flow.pages, destinations: flow.destinations, bookmarks: [] }
}

function headAtoms(measure: Measure, { heading, subject, number }: PaperModel): Atom[] {
  const label = 'Nomor: '
  return glued([
    ...lineAtoms(wrapBalanced(measure, heading, HEAD, TEXT_WIDTH), LEFT, HEAD),
    ...lineAtoms(wrap(measure, subject, LABEL, TEXT_WIDTH), LEFT, LABEL, 1),
    ...(number === ''
      ? [ruledLine(label, LEFT, LEFT + measure.width(label, BODY), NUMBER_WIDTH)]
      : lineAtoms(wrap(measure, label + number, BODY, TEXT_WIDTH), LEFT, BODY, 2)),
  ])
}

function blockAtoms(measure: Measure, block: PaperBlock): Atom[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphs(measure, block.text, LEFT, TEXT_WIDTH)
    case 'facts':
      return block.facts.flatMap((fact, index) => factAtoms(measure, fact, index))
    case 'clauses':
      return block.clauses.flatMap((clause, index) => clauseAtoms(measure, clause, index))
    case 'values':
      return table(measure, LEFT, columnsOf(block.head), block.rows.map(rowOf), { padding: 1 })
  }
}

function factAtoms(measure: Measure, { label, text }: Fact, index: number): Atom[] {
  const atoms =
    text === ''
      ? [ruledLine('', FIELD_LEFT, FIELD_LEFT, FIELD_WIDTH)]
      : lineAtoms(wrap(measure, text, BODY, FIELD_WIDTH), FIELD_LEFT, BODY)
  return withGap(labelled(measure, label, atoms), index === 0 ? 0 : 1.5)
}

/** A line to write on from `from` mm, `width` mm long, after its label. */
function ruledLine(label: string, x: number, from: number, width: number): Atom {
  return {
    height: lineHeight(BODY),
    gap: 2,
    draw: (pen, y) => {
      write(pen, label, x, y, BODY)
      rule(pen, from, from + width, y + lineHeight(BODY) - 0.6, LINE_STRONG)
    },
  }
}

function clauseAtoms(measure: Measure, clause: string, index: number): Atom[] {
  const lines = lineAtoms(wrap(measure, clause, BODY, TEXT_WIDTH - INDENT), LEFT + INDENT, BODY)
  return withGap(lines, index === 0 ? 0 : 1.5).map((atom, line) => {
    if (line > 0) return atom
    return {
      ...atom,
      draw: (pen, y) => {
        write(pen, `${index + 1}.`, LEFT, y, BODY)
        atom.draw(pen, y)
      },
    }
  })
}

function columnsOf(head: string): Column[] {
  return [
    { head: 'No.', width: 11 },
    { head, width: TEXT_WIDTH - 11 - 24 - 26 - 20 },
    { head: 'Bobot', width: 24, right: true },
    { head: 'Terjawab', width: 26, right: true },
    { head: 'Nilai', width: 20, right: true },
  ]
}

function rowOf({ number, name, weight, answered, figure }: NodeRow) {
  const texts = [String(number), name, weight, answered]
  return { cells: [...texts.map((text) => ({ text })), { text: figure.text, style: TABLE_BOLD }] }
}

/** Place and date with the fields to sign in, on one page with each other. */
function closingAtoms(measure: Measure, { placeAndDate, signers }: PaperModel): Atom[] {
  const place = lineAtoms(wrap(measure, placeAndDate, BODY, RIGHT - LEFT), LEFT, BODY, 7)
  return [...glued(place), ...signerAtoms(measure, signers)]
}
