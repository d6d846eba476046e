/** Where values stand on a chart's axis; screen and PDF draw from the same shares. */

export interface Axis {
  readonly min: number
  readonly max: number
}

/** Place of a value on the axis, 0 at its beginning and 1 at its end; what lies outside stands at the nearer end. */
export function axisShare({ min, max }: Axis, value: number): number {
  if (max <= min) return 0
  return Math.min(1, Math.max(0, (value - min) / (max - min)))
}
