import { before, differenceOf, runsOf, type Run, type YearOrigin, type YearResult } from '../comparison/years'
import type { UndecidedYear } from '../comparison/undecided-years'
import type { Axis } from './axis'
import { formatDifference, formatValue } from './format'
import type { YearRow } from './model'

/** Results of an institution's years, and what their instruments are called. */
export interface YearsTold {
  /** The assessment that is reported among them. */
  readonly results: readonly YearResult[]
  /** Typed years that two people gave differently, so that they have no place among the results. */
  readonly undecided: readonly UndecidedYear[]
  /** Short titles of instruments by id. */
  readonly titles: ReadonlyMap<string, string>
  /** Lowest and highest value by id of the instrument. */
  readonly scales: ReadonlyMap<string, Axis>
}

export const NO_YEARS: YearsTold = { results: [], undecided: [], titles: new Map(), scales: new Map() }

/** Said of a typed year that two people gave differently. */
export const UNDECIDED = 'dua isian berbeda, belum diputuskan'

const ORIGIN_WORDS: Readonly<Record<YearOrigin, string>> = {
  typed: 'Hasil yang diketik',
  assessment: 'Penilaian mandiri',
  here: 'Penilaian ini, sementara',
}

/** The years beside each other; none where there is no other year. Instruments are not subtracted from one another. */
export function yearRows({ results, undecided, titles }: Omit<YearsTold, 'scales'>): YearRow[] {
  if (undecided.length === 0 && results.every(({ origin }) => origin === 'here')) return []
  const placed = runsOf(results).flatMap((run, at) =>
    run.results.map((result, row) => rowOf(run, result, titles, at > 0 && row === 0)),
  )
  return [...placed, ...undecided.map((year) => undecidedRow(year, titles))]
}

/** Last, with all that was given: nothing is chosen and nothing is computed. */
function undecidedRow({ years, instruments }: UndecidedYear, titles: YearsTold['titles']): YearRow {
  return {
    year: years.join(' / '),
    instrument: instruments.map((id) => titles.get(id) ?? id).join(' / '),
    instrumentChanged: false,
    index: formatValue(null),
    difference: formatValue(null),
    remark: `${ORIGIN_WORDS.typed}, ${UNDECIDED}`,
  }
}

function rowOf(run: Run, result: YearResult, titles: YearsTold['titles'], changed: boolean): YearRow {
  const { year, instrument, index, origin, note } = result
  return {
    year: String(year),
    instrument: titles.get(instrument) ?? instrument,
    instrumentChanged: changed,
    index: formatValue(index),
    difference: formatDifference(differenceOf(before(run, result), result)),
    remark: [ORIGIN_WORDS[origin], note].filter(Boolean).join(', '),
  }
}
