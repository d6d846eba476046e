import { runsOf, type Run, type YearResult } from '../comparison/years'
import { axisShare, type Axis } from './axis'
import { formatNumber, formatValue } from './format'

/**
 * The line of years as shares of a frame, for screen and PDF alike: `x` 0 at the first year and 1 at the last, `y` 0 at
 * the foot of the axis and 1 at its top.
 */
export interface YearLine {
  /** The whole values of the axis. */
  readonly ticks: readonly { readonly text: string; readonly y: number }[]
  /** One for each stretch of years of one instrument: no line leads from one to the next. */
  readonly runs: readonly YearRun[]
  /** Where the instrument is another one. */
  readonly breaks: readonly number[]
  /** What the drawing says, in a sentence. */
  readonly label: string
}

export interface YearRun {
  /** What the line goes through: the first result of each year, which is the typed one where there is one. */
  readonly line: readonly YearPoint[]
  /** Other results of the same years. */
  readonly beside: readonly YearPoint[]
}

export interface YearPoint {
  readonly key: string
  readonly year: string
  readonly text: string
  readonly x: number
  readonly y: number
  /** Every indicator is answered. */
  readonly complete: boolean
}

/** Said where the line is broken. */
export const BROKEN = 'instrumen berganti'

/** The line through the known indices; null where fewer than two are, or no scale is known. */
export function yearLine(results: readonly YearResult[], scales: ReadonlyMap<string, Axis>): YearLine | null {
  const known = results.filter(({ index }) => index !== null)
  const axis = axisOf(known, scales)
  if (known.length < 2 || !axis) return null
  const years = known.map(({ year }) => year)
  const first = Math.min(...years)
  const span = Math.max(...years) - first
  const pointOf = ({ key, year, index, complete }: YearResult): YearPoint => ({
    key,
    year: String(year),
    text: formatValue(index),
    x: span === 0 ? 0.5 : (year - first) / span,
    y: axisShare(axis, index ?? axis.min),
    complete,
  })
  const knownRuns = runsOf(results).filter((run) => run.results.some(({ index }) => index !== null))
  const runs = knownRuns.map((run) => runOf(run, pointOf))
  const breaks = runs
    .slice(1)
    .map(({ line }, at) => ((runs[at]?.line.at(-1)?.x ?? 0) + (line[0]?.x ?? 0)) / 2)
  const ticks = Array.from({ length: Math.floor(axis.max - axis.min) + 1 }, (_, step) => ({
    text: formatNumber(axis.min + step),
    y: axisShare(axis, axis.min + step),
  }))
  return { ticks, runs, breaks, label: labelOf(runs) }
}

/** From the lowest to the highest value any of the instruments knows. */
function axisOf(results: readonly YearResult[], scales: ReadonlyMap<string, Axis>): Axis | null {
  const met = [...new Set(results.map(({ instrument }) => instrument))].flatMap((id) => scales.get(id) ?? [])
  if (met.length === 0) return null
  return { min: Math.min(...met.map(({ min }) => min)), max: Math.max(...met.map(({ max }) => max)) }
}

function runOf(run: Run, pointOf: (result: YearResult) => YearPoint): YearRun {
  const known = run.results.filter(({ index }) => index !== null)
  const isFirst = ({ year }: YearResult, at: number) => known[at - 1]?.year !== year
  return {
    line: known.filter(isFirst).map(pointOf),
    beside: known.filter((result, at) => !isFirst(result, at)).map(pointOf),
  }
}

function labelOf(runs: readonly YearRun[]): string {
  const said = runs.map(({ line }) => line.map(({ year, text }) => `${year} ${text}`).join('; '))
  return `Indeks per tahun: ${said.join(`; ${BROKEN}; `)}.`
}
