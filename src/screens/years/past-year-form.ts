import { YEAR_RANGE } from '../../answers/fields'
import { cleanLine, LINE_LIMIT } from '../../answers/text'
import { nodesOfTier, type PastYear, type Tier } from '../../comparison/years'
import { placedIndicators } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { formatNumber } from '../../report/format'
import { z } from '../../schema-setup'

/** A past year as it is typed. */
export interface PastYearForm {
  year: string
  instrument: string
  tier: Tier
  index: string
  nodes: Record<string, string>
  note: string
}

const yearMessage = `Tulis tahun dengan empat angka, antara ${YEAR_RANGE.min} dan ${YEAR_RANGE.max}.`

/** Says what is wrong with a typed year, for the nodes of a tier of an instrument. */
export function pastYearSchema(instrument: Instrument, tier: Tier) {
  const { min, max } = instrument.scale
  const range = `${formatNumber(min)} sampai ${formatNumber(max)}`
  const level = numberFrom(/^\d{1,3}$/, `Tulis tingkat bulat, ${range}.`, min, max)
  const value = numberFrom(/^\d{1,3}([.,]\d{1,4})?$/, `Tulis angka ${range}, misalnya 2,10.`, min, max)
  const index = numberFrom(
    /^\d{1,3}([.,]\d{1,2})?$/,
    `Tulis indeks ${range} dengan paling banyak dua desimal, misalnya 2,10.`,
    min,
    max,
  )
  const whole = wholeOnly(instrument, tier)
  return z.object({
    year: z.string().check(
      z.trim(),
      z.refine(
        (text) => /^\d{4}$/.test(text) && Number(text) >= YEAR_RANGE.min && Number(text) <= YEAR_RANGE.max,
        yearMessage,
      ),
    ),
    instrument: z.string(),
    tier: z.string(),
    index: tier === 'index' ? index : z.union([z.literal(''), index]),
    nodes: z.object(
      Object.fromEntries(nodesOfTier(instrument, tier).map(({ id }) => [id, whole.has(id) ? level : value])),
    ),
    note: z
      .string()
      .check(
        z.overwrite(cleanLine),
        z.maxLength(LINE_LIMIT, `Terlalu panjang. Singkatkan sampai ${LINE_LIMIT} huruf.`),
      ),
  })
}

/** A number as typed, with a comma or a dot; it stays text, so that the form keeps what was typed. */
function numberFrom(pattern: RegExp, message: string, min: number, max: number) {
  return z.string().check(
    z.trim(),
    z.refine((text) => pattern.test(text) && numberOf(text) >= min && numberOf(text) <= max, message),
  )
}

/** "2,10" as 2.1. */
export function numberOf(text: string): number {
  return Number(text.trim().replace(',', '.'))
}

/** Ids of the indicators that have whole levels only; one rated in parts has the mean of them. */
function wholeOnly(instrument: Instrument, tier: Tier): ReadonlySet<string> {
  if (tier !== 'indicator' || instrument.valueMode !== 'level') return new Set()
  return new Set(
    placedIndicators(instrument)
      .filter(({ indicator }) => !indicator.parts)
      .map(({ indicator }) => indicator.id),
  )
}

/** The form of a year that was typed before, or of a new one. */
export function formOf(past: PastYear | null, instrument: Instrument, tiers: readonly Tier[]): PastYearForm {
  const nodes = Object.fromEntries([...(past?.nodes ?? [])].map(([id, value]) => [id, formatNumber(value)]))
  const tier = tiers.find((one) => nodesOfTier(instrument, one).some(({ id }) => id in nodes)) ?? 'index'
  return {
    year: past ? String(past.year) : '',
    instrument: instrument.id,
    tier,
    index: typeof past?.index === 'number' ? formatNumber(past.index) : '',
    nodes,
    note: past?.note ?? '',
  }
}
