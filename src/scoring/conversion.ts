import type { Conversion } from '../instrument/schema'
import { toValueUnits, VALUE_UNITS } from './whole-numbers'

/** The lowest and the highest index of the other agency that the ranges know. */
export function sourceRange({ ranges }: Conversion): { readonly min: number; readonly max: number } {
  return {
    min: Math.min(...ranges.map((range) => range.sourceMin)),
    max: Math.max(...ranges.map((range) => range.sourceMax)),
  }
}

/**
 * The value of an indicator from another agency's index: linear within the range it falls into, rounded half up to two
 * decimals. The upper end of a range belongs to the next one. Null for an index that no range holds; `index` has at most
 * four decimals.
 */
export function convertIndex({ ranges }: Conversion, index: number): number | null {
  const fitting = ranges
    .filter(({ sourceMin, sourceMax }) => sourceMin <= index && index <= sourceMax)
    .sort((one, other) => one.sourceMin - other.sourceMin)
    .at(-1)
  if (!fitting) return null
  const [from, to] = [unitsOf(fitting.sourceMin), unitsOf(fitting.sourceMax)]
  const [low, high] = [unitsOf(fitting.valueMin), unitsOf(fitting.valueMax)]
  const width = to - from
  const sum = low * width + (unitsOf(index) - from) * (high - low)
  const divisor = width * BigInt(VALUE_UNITS)
  return Number((200n * sum + divisor) / (2n * divisor)) / 100
}

/** In whole ten-thousandths; unbounded, because an index, its width and a value are multiplied. */
function unitsOf(value: number): bigint {
  return BigInt(toValueUnits(value))
}
