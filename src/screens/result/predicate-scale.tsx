import { axisShare } from '../../report/axis'
import { formatNumber, formatValue } from '../../report/format'
import { predicateBands } from '../../report/tone'
import { predicateAliases } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import type { Score } from '../../scoring/score'
import './figure-box.css'
import './predicate-scale.css'

const WIDTH = 640
const HEIGHT = 84
const TOP = 30
const BAR = 24

/** The index on the scale of predicates, with a dotted line to the highest that is still possible. */
export function PredicateScale({
  instrument,
  score,
}: {
  readonly instrument: Instrument
  readonly score: Score
}) {
  const { scale } = instrument
  const { rounded } = score.index
  if (rounded === null) return null
  const at = (value: number) => axisShare(scale, value) * WIDTH
  const here = at(score.index.value ?? rounded)
  const highest = at(score.highest.value)
  const bands = predicateBands(instrument)
  const aliases = predicateAliases(instrument)
  const label = `Skala indeks ${formatNumber(scale.min)} sampai ${formatNumber(scale.max)} dengan ambang predikat. Indeks sementara ${formatValue(rounded)}, paling tinggi ${formatValue(score.highest.rounded)}.`
  return (
    <>
      <div className="scroll-x figure-box" tabIndex={0} role="region" aria-label="Skala predikat">
        <svg className="scale" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
          {bands.map((band) => (
            <g key={band.name} className={`band l${band.tone}`}>
              <rect x={at(band.from) + 1} y={TOP} width={at(band.to) - at(band.from) - 2} height={BAR} />
              <text
                x={(at(band.from) + at(band.to)) / 2}
                y={TOP + 17}
                textAnchor="middle"
                className={band.name === score.predicate?.name ? 'strong' : ''}
              >
                {band.name}
              </text>
            </g>
          ))}
          <text x={0} y={TOP + BAR + 18}>
            {formatNumber(scale.min)}
          </text>
          <text x={WIDTH} y={TOP + BAR + 18} textAnchor="end">
            {formatNumber(scale.max)}
          </text>
          {bands
            .filter(({ from }) => from > scale.min && from < scale.max)
            .map(({ from }) => (
              <text key={from} x={at(from)} y={TOP + BAR + 18} textAnchor="middle">
                {formatNumber(from)}
              </text>
            ))}
          <path className="pointer" d={`M${here} ${TOP - 2}l-7 -10h14z`} />
          <text className="strong" x={Math.min(WIDTH - 18, Math.max(18, here))} y={13} textAnchor="middle">
            {formatValue(rounded)}
          </text>
          {highest - here > 24 && (
            <Highest from={here + 11} to={highest} text={formatValue(score.highest.rounded)} />
          )}
        </svg>
      </div>
      {aliases && <p className="hint">Nama lain predikat: {aliases}.</p>}
    </>
  )
}

/** Characters of the words beside the line take about this much. */
const WORDS = 124

function Highest({ from, to, text }: { readonly from: number; readonly to: number; readonly text: string }) {
  const fitsRight = to + 8 + WORDS <= WIDTH
  return (
    <g className="highest">
      <path d={`M${from} ${TOP - 9}H${to}`} strokeDasharray="2 4" />
      <path d={`M${to} ${TOP - 14}v10`} />
      <text
        x={fitsRight ? to + 7 : to}
        y={fitsRight ? TOP - 5 : TOP - 18}
        textAnchor={fitsRight ? 'start' : 'end'}
      >
        paling tinggi {text}
      </text>
    </g>
  )
}
