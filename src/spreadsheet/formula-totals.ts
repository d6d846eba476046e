import { predicateAlias } from '../instrument/lookup'
import type { Instrument } from '../instrument/schema'
import { VALUE_UNITS } from '../scoring/whole-numbers'
import type { AnswerRow } from './answer-rows'
import { live, NOTHING, onceFilled, roundedFormula } from './formulas'
import { indexLabel, type SheetsInput } from './input'
import { cell, heads, type Look, type WrittenCell } from './workbook'

/** Where the rows of the indicators stand (from 1), and the constants. */
export interface FormulaPlaces {
  readonly first: number
  readonly last: number
  readonly lowest: string
  readonly highest: string
}

export interface Totals {
  readonly rows: readonly (readonly WrittenCell[])[]
  /** Cells of column G, by what stands in them. The predicate is absent where only a part is rated. */
  readonly cells: {
    readonly index: string
    readonly answered: string
    readonly highest: string
    readonly predicate?: string
  }
}

/** The whole, from row `at` (from 1) on: sums, index, how high it can get, predicate. Each has its figure in G. */
export function totalsOf(
  input: SheetsInput,
  rows: readonly AnswerRow[],
  { first, last, lowest, highest }: FormulaPlaces,
  at: number,
): Totals {
  const mean = input.part ?? input.score.index
  const top = input.part ? input.part.highest : input.score.highest.rounded
  const figures = plainSums(input, rows)
  const [weight, sum, filled] = [`$G$${at}`, `$G$${at + 1}`, `$G$${at + 2}`]
  const blankWeight = `(${weight}-SUMPRODUCT(ISNUMBER(E${first}:E${last})*D${first}:D${last}))`
  const topSum = `(${sum}+${blankWeight}*(${highest}-${lowest}))`
  const whole = [
    total('Jumlah bobot bulat', `SUM(D${first}:D${last})`, figures.weight, 'whole'),
    total('Jumlah bobot × nilai', `SUM(G${first}:G${last})`, figures.sum, 'exact'),
    total(`Terisi, dari ${rows.length}`, `COUNT(E${first}:E${last})`, figures.filled, 'whole'),
    total('Tanpa pembulatan', onceFilled(filled, `${sum}/${weight}`), mean.value ?? NOTHING, 'exact'),
    total(
      indexLabel(input),
      onceFilled(filled, roundedFormula(sum, weight)),
      mean.rounded ?? NOTHING,
      'strong',
    ),
    total('Bisa sampai', roundedFormula(topSum, weight), top, 'figure'),
  ]
  const cells = { answered: filled, index: `$G$${at + 4}`, highest: `$G$${at + 5}` }
  if (input.part) return { rows: whole, cells }
  const predicate = predicateRows(
    input,
    { sum, weight, filled, weightSum: figures.weight },
    at + whole.length,
  )
  return { rows: [...whole, ...predicate], cells: { ...cells, predicate: `$G$${at + whole.length}` } }
}

function plainSums(input: SheetsInput, rows: readonly AnswerRow[]) {
  const { min } = input.instrument.scale
  const counted = rows.map((row) => row.weightUnits * (input.values.get(row.key) ?? min))
  return {
    weight: rows.reduce((total, row) => total + row.weightUnits, 0),
    sum: counted.reduce((total, product) => total + product, 0),
    filled: rows.filter((row) => input.values.has(row.key)).length,
  }
}

function total(label: string, formula: string, result: number | string, look: Look): WrittenCell[] {
  return [cell(null, 'text'), cell(label, 'label'), ...blanks(4), live(formula, result, look)]
}

function blanks(count: number): WrittenCell[] {
  return Array.from({ length: count }, () => cell(null, 'text'))
}

interface Sums {
  readonly sum: string
  readonly weight: string
  readonly filled: string
  readonly weightSum: number
}

/** The predicate by the unrounded index, from its table: floor × weight against sum, both in whole numbers. */
function predicateRows(
  input: SheetsInput,
  { sum, weight, filled, weightSum }: Sums,
  at: number,
): WrittenCell[][] {
  const floors = [...input.instrument.predicates].sort((one, other) => one.min - other.min)
  const [from, to] = [at + 3, at + 2 + floors.length]
  const reached = `LOOKUP(ROUND(${sum}*${VALUE_UNITS},0),$G$${from}:$G$${to},$B$${from}:$B$${to})`
  return [
    total(
      'Predikat, menurut nilai tanpa pembulatan',
      onceFilled(filled, `IFERROR(${reached},"${NOTHING}")`),
      predicateText(input),
      'strong',
    ),
    [],
    heads('', 'Predikat', '', '', '', 'Mulai dari', `Mulai dari × bobot × ${VALUE_UNITS}`),
    ...floors.map(({ name, min }, index) =>
      floorRow(calledPredicate(input.instrument, name), min, from + index, weight, weightSum),
    ),
  ]
}

/** What the formula gives: the predicate with its other name. */
export function predicateText({ instrument, score }: SheetsInput): string {
  return score.predicate ? calledPredicate(instrument, score.predicate.name) : NOTHING
}

function calledPredicate(instrument: Instrument, name: string): string {
  return name + predicateAlias(instrument, name)
}

function floorRow(name: string, min: number, at: number, weight: string, weightSum: number): WrittenCell[] {
  const units = Math.round(min * VALUE_UNITS) * weightSum
  return [
    cell(null, 'text'),
    cell(name, 'text'),
    ...blanks(3),
    cell(min, 'figure'),
    live(`ROUND(F${at}*${VALUE_UNITS},0)*${weight}`, units, 'whole'),
  ]
}
