import type { Instrument } from '../../instrument/schema'
import { formatValue } from '../../report/format'
import { radarCorners, radarSides, spokePoint, type Point } from '../../report/radar'
import type { Score } from '../../scoring/score'
import './aspect-radar.css'

const RADIUS = 120
const WIDTH = 460
const HEIGHT = 340

/** The aspects on a radar from 0 to the top of the scale; the table beside it says the same in numbers. */
export function AspectRadar({
  instrument,
  score,
}: {
  readonly instrument: Instrument
  readonly score: Score
}) {
  const names = instrument.domains.flatMap((domain) => domain.aspects)
  const aspects = score.domains.flatMap((domain) => domain.aspects)
  const { max } = instrument.scale
  if (aspects.length < 3) return null
  const corners = radarCorners(
    aspects.map((aspect) => aspect.value),
    max,
    RADIUS,
  )
  const known = corners.filter((corner): corner is Point => corner !== undefined)
  const label = aspects
    .map((aspect, index) => `${names[index]?.name}: ${formatValue(aspect.rounded)}`)
    .join('; ')
  const rings = Array.from({ length: max }, (_, index) => index + 1)
  return (
    <figure className="radar">
      <figcaption>
        <h2>{instrument.domains.length > 1 ? 'Nilai per aspek' : 'Radar aspek'}</h2>
      </figcaption>
      <svg viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {rings.map((ring) => (
          <polygon
            key={ring}
            className="ring"
            points={pointsOf(
              aspects.map((_, index) => spokePoint(index, aspects.length, ring / max, RADIUS)),
            )}
          />
        ))}
        {aspects.map((aspect, index) => {
          const end = spokePoint(index, aspects.length, 1, RADIUS)
          return <line key={aspect.id} className="ring" x2={end.x} y2={end.y} />
        })}
        {known.length === corners.length && <polygon className="area" points={pointsOf(known)} />}
        {radarSides(corners).map(({ from, to }) => (
          <line key={`${from.x} ${from.y}`} className="side" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        {known.map((corner) => (
          <circle key={`${corner.x} ${corner.y}`} className="dot" cx={corner.x} cy={corner.y} r={3.5} />
        ))}
        {rings.map((ring) => (
          <text key={ring} className="tick" x={4} y={(-ring / max) * RADIUS + 4}>
            {ring}
          </text>
        ))}
        {aspects.map((aspect, index) => (
          <SpokeLabel
            key={aspect.id}
            point={spokePoint(index, aspects.length, 1.13, RADIUS)}
            number={names[index]?.number ?? index + 1}
            value={formatValue(aspect.rounded)}
          />
        ))}
      </svg>
      <ol className="radar-key">
        {names.map((aspect) => (
          <li key={aspect.id} value={aspect.number}>
            {aspect.name}
          </li>
        ))}
      </ol>
    </figure>
  )
}

function SpokeLabel({
  point,
  number,
  value,
}: {
  readonly point: Point
  readonly number: number
  readonly value: string
}) {
  const anchor = point.x > 8 ? 'start' : point.x < -8 ? 'end' : 'middle'
  return (
    <text x={point.x} y={point.y + 5} textAnchor={anchor}>
      {number} · <tspan className="value">{value}</tspan>
    </text>
  )
}

function pointsOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ')
}
