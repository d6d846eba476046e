import { shippedInstruments } from '../../src/instrument/catalogue'
import { instrumentSchema, type Instrument } from '../../src/instrument/schema'
import { readShipped, spbe2020 } from './spbe-2020'

export const spbe2018: Instrument = instrumentSchema.parse(readShipped('spbe-2018').json)
export const pemdi2026: Instrument = instrumentSchema.parse(readShipped('pemdi-2026').json)

/** Every shipped questionnaire, newest first. */
export const allShipped: readonly Instrument[] = [pemdi2026, spbe2020, spbe2018]

/** A shipped questionnaire by its id. Throws for one that is not shipped. */
export function shippedById(id: string): Instrument {
  const found = allShipped.find((instrument) => instrument.id === id)
  if (!found) throw new Error(`no shipped instrument ${id}`)
  return found
}

/** The catalogue's entry of a shipped questionnaire. Throws for one that is not shipped. */
export function entryOf(id: string) {
  const found = shippedInstruments.find((entry) => entry.id === id)
  if (!found) throw new Error(`no shipped instrument ${id}`)
  return found
}
