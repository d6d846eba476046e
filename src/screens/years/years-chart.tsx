import { BROKEN, type YearLine } from '../../report/year-line'

const WIDTH = 640
const HEIGHT = 210
const LEFT = 34
const RIGHT = 28
const TOP = 26
const BOTTOM = 34
/** Between the axis and the first year. */
const INDENT = 16

/** The indices by year: one line for each run of one instrument, none from one instrument to the next. */
export function YearsChart({ line: { ticks, runs, breaks, label } }: { readonly line: YearLine }) {
  const across = (x: number) => LEFT + INDENT + x * (WIDTH - LEFT - RIGHT - INDENT)
  const down = (y: number) => TOP + (1 - y) * (HEIGHT - TOP - BOTTOM)
  return (
    <div className="scroll-x figure-box" tabIndex={0} role="region" aria-label="Garis tahun">
      <svg
        className="years"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${label} Angkanya ada pada tabel.`}
      >
        {ticks.map(({ text, y }) => (
          <g key={text}>
            <path className="grid" d={`M${LEFT} ${down(y)}H${WIDTH - RIGHT + 12}`} />
            <text x={LEFT - 8} y={down(y) + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {breaks.map((x, at) => (
          <g className="break" key={at}>
            <path d={`M${across(x)} ${TOP - 8}V${HEIGHT - BOTTOM}`} />
            <text x={across(x)} y={TOP - 12} textAnchor="middle">
              {BROKEN}
            </text>
          </g>
        ))}
        {runs.map(({ line, beside }) => (
          <g key={line[0]?.key}>
            <polyline points={line.map(({ x, y }) => `${across(x)},${down(y)}`).join(' ')} />
            {[...line, ...beside].map(({ key, x, y, complete }, at) => (
              <circle
                key={key}
                className={at < line.length && complete ? 'on-line' : 'beside'}
                cx={across(x)}
                cy={down(y)}
                r="5"
              />
            ))}
            {line.map(({ key, x, y, text, year }) => (
              <g key={key}>
                <text className="value" x={across(x)} y={down(y) - 11} textAnchor="middle">
                  {text}
                </text>
                <text x={across(x)} y={HEIGHT - 12} textAnchor="middle">
                  {year}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}
