/** Geometry of the radar of aspects; screen and PDF draw from the same points. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** A point on spoke `index` of `count`, `share` (0–1) of the way out; the first spoke points up, y grows downwards. */
export function spokePoint(index: number, count: number, share: number, radius: number): Point {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2
  return { x: Math.cos(angle) * share * radius, y: Math.sin(angle) * share * radius }
}

/** A side of the polygon. */
export interface Side {
  readonly from: Point
  readonly to: Point
}

/** The sides between neighbouring corners that are both known: a blank leaves the outline open. */
export function radarSides(corners: readonly (Point | undefined)[]): Side[] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length]
    return from && to ? [{ from, to }] : []
  })
}

/** The corners of the polygon of `values` on an axis from 0 to `max`; a blank has no corner (undefined). */
export function radarCorners(
  values: readonly (number | null)[],
  max: number,
  radius: number,
): (Point | undefined)[] {
  return values.map((value, index) =>
    value === null ? undefined : spokePoint(index, values.length, value / max, radius),
  )
}
