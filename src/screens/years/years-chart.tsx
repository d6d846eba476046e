import { byYear, type Run, type YearResult } from '../../comparison/years'
import { axisShare, type Axis } from '../../report/axis'
import { formatValue } from '../../report/format'

const WIDTH = 640
const HEIGHT = 210
const LEFT = 34
const RIGHT = 28
const TOP = 26
const BOTTOM = 34

interface YearsChartProps {
  readonly runs: readonly Run[]
  /** From the lowest to the highest value any of the instruments knows. */
  readonly axis: Axis
}

/** The indices by year: one line for each run of one instrument, none from one instrument to the next. */
export function YearsChart({ runs, axis }: YearsChartProps) {
  const results = byYear(runs.flatMap((run) => run.results)).filter(({ index }) => index !== null)
  const years = results.map(({ year }) => year)
  const first = Math.min(...years)
  const span = Math.max(...years) - first
  const x = ({ year }: YearResult) =>
    span === 0 ? WIDTH / 2 : LEFT + 16 + ((year - first) / span) * (WIDTH - LEFT - RIGHT - 16)
  const y = (value: number) => TOP + (1 - axisShare(axis, value)) * (HEIGHT - TOP - BOTTOM)
  const ticks = Array.from({ length: Math.floor(axis.max - axis.min) + 1 }, (_, step) => axis.min + step)
  const label = `Indeks per tahun: ${results
    .map(({ year, index }) => `${year} ${formatValue(index)}`)
    .join('; ')}. Garis terputus di tempat instrumen berganti. Angkanya ada pada tabel.`
  return (
    <div className="scroll-x figure-box" tabIndex={0} role="region" aria-label="Garis tahun">
      <svg className="years" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <path className="grid" d={`M${LEFT} ${y(tick)}H${WIDTH - RIGHT + 12}`} />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {runs.map((run, at) => {
          const line = oneAYear(run)
          const [head] = line
          const last = oneAYear(runs[at - 1]).at(-1)
          return (
            <g key={`${run.instrument} ${head?.key ?? at}`}>
              {head && last && (
                <g className="break">
                  <path d={`M${(x(last) + x(head)) / 2} ${TOP - 8}V${HEIGHT - BOTTOM}`} />
                  <text x={(x(last) + x(head)) / 2} y={TOP - 12} textAnchor="middle">
                    instrumen berganti
                  </text>
                </g>
              )}
              <polyline points={line.map((one) => `${x(one)},${y(one.index ?? 0)}`).join(' ')} />
              {run.results
                .filter(({ index }) => index !== null)
                .map((one) => (
                  <circle
                    key={one.key}
                    className={line.includes(one) && one.complete ? 'on-line' : 'beside'}
                    cx={x(one)}
                    cy={y(one.index ?? 0)}
                    r="5"
                  />
                ))}
              {line.map((one) => (
                <g key={one.key}>
                  <text className="value" x={x(one)} y={y(one.index ?? 0) - 11} textAnchor="middle">
                    {formatValue(one.index)}
                  </text>
                  <text x={x(one)} y={HEIGHT - 12} textAnchor="middle">
                    {one.year}
                  </text>
                </g>
              ))}
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** The results the line goes through: the first of each year, which is the typed one where there is one. */
function oneAYear(run: Run | undefined): YearResult[] {
  const known = (run?.results ?? []).filter(({ index }) => index !== null)
  return known.filter(({ year }, at) => known[at - 1]?.year !== year)
}
