import { weightPercent } from '../instrument/lookup'
import type { Aspect, Domain } from '../instrument/schema'
import { scorePart } from '../scoring/score'
import { ANSWERS_SHEET, type AnswerRow } from './answer-rows'
import { levelCell } from './answers-sheet'
import { totalsOf } from './formula-totals'
import { live, NOTHING, onceFilled, roundedFormula } from './formulas'
import type { SheetsInput } from './input'
import { cell, heads, type WrittenCell, type WrittenSheet } from './workbook'

const SHEET = 'Rumus'

/** Where the figures stand, for the sheet that shows them again: `Rumus!$G$70`. */
export interface FigureCells {
  readonly index: string
  readonly answered: string
  readonly highest: string
  /** Only the index of a whole institution has one. */
  readonly predicate: string | null
  /** Figures of aspects and domains by their ids. */
  readonly nodes: ReadonlyMap<string, string>
}

export interface FormulaSheet {
  readonly sheet: WrittenSheet
  readonly figures: FigureCells
}

/** A node of the instrument, and the rows (of the sheet, from 1) that its indicators take. */
interface Group {
  readonly node: Aspect | Domain
  readonly rows: readonly AnswerRow[]
  readonly first: number
  readonly last: number
}

const LOWEST = '$D$3'
const HIGHEST = '$D$4'
const DENOMINATOR = '$D$5'
/** The row (from 0) with the heads of the indicators, and the first of their rows (from 1). */
const HEAD_ROW = 6
const FIRST = HEAD_ROW + 2

/**
 * The index as formulas over the levels of the answers' sheet, step by step: weight × value, its sums, their
 * quotient. Rounds half up in whole numbers, as `scoring/whole-numbers.ts` does; blanks count as the lowest level.
 */
export function formulaSheet(input: SheetsInput, rows: readonly AnswerRow[]): FormulaSheet {
  const aspects = groupsOf(rows, ({ aspect }) => aspect)
  // With one domain there is nothing between the aspects and the whole.
  const domains = input.instrument.domains.length > 1 ? groupsOf(rows, ({ domain }) => domain) : []
  const last = FIRST + rows.length - 1
  const aspectsAt = last + 3
  const domainsAt = aspectsAt + aspects.length + 2
  const totalsAt = domains.length > 0 ? domainsAt + domains.length + 1 : domainsAt - 1
  const places = { first: FIRST, last, lowest: LOWEST, highest: HIGHEST }
  const totals = totalsOf(input, rows, places, totalsAt)
  const sheet: WrittenSheet = {
    name: SHEET,
    widths: [8, 52, 11, 12, 10, 20, 24],
    rows: [
      ...introduction(input),
      heads('Nomor', 'Indikator', 'Bobot (%)', 'Bobot bulat', 'Terisi', 'Dihitung', 'Bobot × nilai'),
      ...rows.map((row, index) => indicatorCells(input, row, index)),
      ...groupRows(input, 'Aspek', aspects, aspectsAt),
      ...(domains.length > 0 ? groupRows(input, 'Domain', domains, domainsAt) : []),
      [],
      ...totals.rows,
    ],
    headRow: HEAD_ROW,
    frozenColumns: 2,
    landscape: true,
    choices: [],
  }
  const inSheet = (place: string) => `${SHEET}!${place}`
  const { index, answered, highest, predicate } = totals.cells
  const nodes = new Map([
    ...aspects.map(({ node }, at) => [node.id, inSheet(`$G$${aspectsAt + at}`)] as const),
    ...domains.map(({ node }, at) => [node.id, inSheet(`$G$${domainsAt + at}`)] as const),
  ])
  return {
    sheet,
    figures: {
      index: inSheet(index),
      answered: inSheet(answered),
      highest: inSheet(highest),
      predicate: predicate ? inSheet(predicate) : null,
      nodes,
    },
  }
}

function introduction({ instrument }: SheetsInput): WrittenCell[][] {
  const note =
    'Nilai = jumlah (bobot × tingkat) ÷ jumlah bobot. Tingkat yang kosong dihitung tingkat terendah. Dibulatkan sekali, pada hasil akhir.'
  return [
    [cell('Rumus indeks', 'title')],
    [cell(note, 'note')],
    constant('Tingkat terendah', instrument.scale.min),
    constant('Tingkat tertinggi', instrument.scale.max),
    constant('Bobot bulat = bobot (%) dikali', instrument.weightDenominator),
    [],
  ]
}

function constant(label: string, value: number): WrittenCell[] {
  return [cell(null, 'text'), cell(label, 'label'), cell(null, 'text'), cell(value, 'exact')]
}

function indicatorCells(input: SheetsInput, row: AnswerRow, index: number): WrittenCell[] {
  const at = FIRST + index
  const level = `${ANSWERS_SHEET}!${levelCell(index)}`
  const value = input.values.get(row.key)
  const counted = value ?? input.instrument.scale.min
  return [
    cell(row.number, 'text'),
    cell(row.name, 'text'),
    live(`D${at}/${DENOMINATOR}`, weightPercent(input.instrument, row.weightUnits), 'percent'),
    cell(row.weightUnits, 'whole'),
    live(`IF(ISNUMBER(${level}),${level},"")`, value ?? '', 'exact'),
    live(`IF(ISNUMBER(E${at}),E${at},${LOWEST})`, counted, 'exact'),
    live(`D${at}*F${at}`, row.weightUnits * counted, 'exact'),
  ]
}

/** The rows of one node stand together: the instrument is a tree, and the rows are in its order. */
function groupsOf(rows: readonly AnswerRow[], nodeOf: (row: AnswerRow) => Aspect | Domain): Group[] {
  return [...new Set(rows.map(nodeOf))].map((node) => {
    const within = rows.filter((row) => nodeOf(row) === node)
    const first = FIRST + rows.findIndex((row) => nodeOf(row) === node)
    return { node, rows: within, first, last: first + within.length - 1 }
  })
}

/** A blank row, heads, and the groups' rows, the first of them in row `at` (from 1). */
function groupRows(input: SheetsInput, title: string, groups: readonly Group[], at: number): WrittenCell[][] {
  return [
    [],
    heads('Nomor', title, 'Bobot (%)', 'Bobot bulat', 'Terisi', 'Tanpa pembulatan', 'Nilai akhir'),
    ...groups.map((group, index) => groupCells(input, group, at + index)),
  ]
}

function groupCells(input: SheetsInput, { node, rows, first, last }: Group, at: number): WrittenCell[] {
  const mean = scorePart(input.instrument, input.values, new Set(rows.map((row) => row.indicator.id)))
  const filled = rows.filter((row) => input.values.has(row.key)).length
  const [weight, sum] = [`D${at}`, `SUM(G${first}:G${last})`]
  return [
    cell(node.number, 'number'),
    cell(node.name, 'text'),
    live(`D${at}/${DENOMINATOR}`, weightPercent(input.instrument, mean.weightUnits), 'percent'),
    live(`SUM(D${first}:D${last})`, mean.weightUnits, 'whole'),
    live(`COUNT(E${first}:E${last})`, filled, 'whole'),
    live(onceFilled(`E${at}`, `${sum}/${weight}`), mean.value ?? NOTHING, 'exact'),
    live(onceFilled(`E${at}`, roundedFormula(sum, weight)), mean.rounded ?? NOTHING, 'figure'),
  ]
}
