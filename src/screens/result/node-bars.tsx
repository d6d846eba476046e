import { weightPercent } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { axisShare } from '../../report/axis'
import { formatNumber, formatPercent, formatValue } from '../../report/format'
import { predicateBands } from '../../report/tone'
import type { Breakdown } from '../../scoring/breakdown'
import { namesOf } from '../strip/node-table'
import './figure-box.css'
import './node-bars.css'

const WIDTH = 614
const LEFT = 166
const RIGHT = 566
const HEAD = 34
const ROW = 50
const BAR = 20
/** Characters of a name that fit left of the bars. */
const NAME = 22

interface NodeBarsProps {
  readonly instrument: Instrument
  readonly nodes: readonly Breakdown[]
  /** A part has no predicate: then no floors are drawn. */
  readonly floors: boolean
}

/** Domains (or aspects, where there are none) as bars; the floors are lines of reference, never a verdict. */
export function NodeBars({ instrument, nodes, floors }: NodeBarsProps) {
  const names = namesOf(instrument)
  const height = HEAD + nodes.length * ROW
  const at = (value: number) => LEFT + axisShare(instrument.scale, value) * (RIGHT - LEFT)
  const lines = floors ? predicateBands(instrument).filter(({ from }) => from > instrument.scale.min) : []
  return (
    <div className="scroll-x figure-box" tabIndex={0} role="region" aria-label="Batang nilai">
      <svg
        className="bars"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${nodes.map((node) => `${names.get(node.id) ?? ''}: ${shown(node)}`).join('; ')}. Angkanya ada pada tabel.`}
      >
        {nodes.map((node, index) => {
          const middle = HEAD + index * ROW + ROW / 2
          const [first = '', second] = twoLines(names.get(node.id) ?? '')
          return (
            <g key={node.id}>
              <text x={0} y={middle - (second ? 10 : 3)}>
                {first}
                {second && (
                  <tspan x={0} dy={15}>
                    {second}
                  </tspan>
                )}
                <tspan className="small" x={0} dy={15}>
                  bobot {formatPercent(weightPercent(instrument, node.weightUnits))}
                </tspan>
              </text>
              {isKnown(node) && (
                <rect
                  className="now"
                  x={LEFT}
                  y={middle - BAR / 2}
                  width={Math.max(3, at(node.value) - LEFT)}
                  height={BAR}
                />
              )}
              <text className="strong" x={WIDTH} y={middle + 5} textAnchor="end">
                {shown(node)}
              </text>
            </g>
          )
        })}
        {lines.map(({ name, from }) => (
          <path key={name} className="floor" d={`M${at(from)} 2V${height}`} />
        ))}
        {lines.map(({ name, from }) => (
          <g key={name}>
            <text className="small over" x={at(from) + 4} y={11}>
              {name}
            </text>
            <text className="small" x={at(from) + 4} y={25}>
              {formatNumber(from)}
            </text>
          </g>
        ))}
        <path className="floor base" d={`M${LEFT} ${HEAD - 4}V${height}`} />
      </svg>
    </div>
  )
}

function isKnown(node: Breakdown): boolean {
  if (node.kind === 'indicator') return node.blanks === 0
  return node.terms.length === 0 || node.terms.some(isKnown)
}

function shown(node: Breakdown): string {
  return formatValue(isKnown(node) ? node.rounded : null)
}

/** A name in two lines of like length where it does not fit in one. */
function twoLines(name: string): string[] {
  if (name.length <= NAME) return [name]
  const words = name.split(' ')
  const cut = words.findIndex((_, index) => words.slice(0, index + 1).join(' ').length > name.length / 2)
  const first = Math.max(1, cut)
  return [words.slice(0, first).join(' '), words.slice(first).join(' ')]
}
