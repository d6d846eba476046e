import { before, differenceOf, runsOf, type Run, type YearOrigin, type YearResult } from '../comparison/years'
import { formatDifference, formatValue } from './format'
import type { YearRow } from './model'

/** Results of an institution's years, and what their instruments are called. */
export interface YearsTold {
  /** The assessment that is reported among them. */
  readonly results: readonly YearResult[]
  /** Short titles of instruments by id. */
  readonly titles: ReadonlyMap<string, string>
}

export const NO_YEARS: YearsTold = { results: [], titles: new Map() }

const ORIGIN_WORDS: Readonly<Record<YearOrigin, string>> = {
  typed: 'Hasil yang diketik',
  assessment: 'Penilaian mandiri',
  here: 'Penilaian ini, sementara',
}

/** The years beside each other; none where there is no other year. Instruments are not subtracted from one another. */
export function yearRows({ results, titles }: YearsTold): YearRow[] {
  if (results.every(({ origin }) => origin === 'here')) return []
  return runsOf(results).flatMap((run, at) =>
    run.results.map((result, row) => rowOf(run, result, titles, at > 0 && row === 0)),
  )
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
