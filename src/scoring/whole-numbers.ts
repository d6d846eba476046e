/** Values have at most four decimals; sums are kept in whole ten-thousandths so that a floor is hit exactly. */
export const VALUE_UNITS = 10_000

/** A value in whole ten-thousandths. */
export function toValueUnits(value: number): number {
  return Math.round(value * VALUE_UNITS)
}

/** Whether a value can be counted: on the scale, with at most four decimals. */
export function isValue(scale: { readonly min: number; readonly max: number }, value: number): boolean {
  const offGrid = Math.abs(toValueUnits(value) / VALUE_UNITS - value) > 1e-9
  return value >= scale.min && value <= scale.max && !offGrid
}

/**
 * `sum / weight` rounded half up to two decimals, where `sum` is Σ weight × value units. Works in whole numbers:
 * the ministry's tables round 2,345 to 2,35, which binary fractions do not (see the instrument's `formula.rounding`).
 */
export function roundedQuotient(sum: number, weight: number): number {
  const divisor = weight * VALUE_UNITS
  return Math.floor((sum * 200 + divisor) / (divisor * 2)) / 100
}
