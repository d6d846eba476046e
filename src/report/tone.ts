import type { Instrument } from '../instrument/schema'

/** Steps of the colour ramp that levels and predicates share. */
export const TONES = 5

/** Place of a level on the ramp, 1–5, counted from the top of the scale so that the highest is always darkest. */
export function levelTone(instrument: Instrument, level: number): number {
  return Math.max(1, TONES - Math.round(instrument.scale.max - level))
}

/** The predicates as bands from low to high, each with its place on the ramp. */
export function predicateBands(instrument: Instrument) {
  const fromHigh = [...instrument.predicates].sort((one, other) => other.min - one.min)
  return fromHigh
    .map((predicate, index) => ({
      name: predicate.name,
      from: predicate.min,
      to: fromHigh[index - 1]?.min ?? instrument.scale.max,
      tone: Math.max(1, TONES - index),
    }))
    .reverse()
}
