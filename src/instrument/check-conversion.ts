import { fault, type Fault } from './fault'
import type { Conversion, Indicator, Instrument } from './schema'

type Steps = readonly (string | number)[]
/** An index and a value have at most so many parts of one: four decimals. */
const UNITS = 10_000

/** Whether the ranges of a conversion follow each other, and give the values of the levels they name. */
export function checkConversion(
  { maturityModels, valueMode }: Instrument,
  indicator: Indicator,
  { ranges }: Conversion,
  steps: Steps,
): Fault[] {
  if (valueMode !== 'decimal') return [fault(steps, 'Hanya untuk instrumen dengan valueMode "decimal".')]
  const levels = maturityModels[indicator.maturityModel]?.levels ?? []
  if (ranges.map(({ level }) => level).join() !== levels.map(({ level }) => level).join()) {
    return [fault([...steps, 'ranges'], 'Harus ada satu rentang untuk tiap tingkat, berurutan.')]
  }
  return ranges.flatMap((range, place) => {
    const at = (field: string) => [...steps, 'ranges', place, field]
    const before = ranges[place - 1]
    const level = levels[place]
    const faults: Fault[] = []
    if (range.sourceMin >= range.sourceMax)
      faults.push(fault(at('sourceMax'), 'Harus lebih besar daripada sourceMin.'))
    if (before && before.sourceMax !== range.sourceMin) {
      const what =
        before.sourceMax > range.sourceMin ? 'bertumpang tindih dengan' : 'menyisakan celah sesudah'
      faults.push(
        fault(at('sourceMin'), `Rentang ini ${what} rentang sebelumnya; seharusnya ${before.sourceMax}.`),
      )
    }
    if (level && (range.valueMin !== level.valueMin || range.valueMax !== level.valueMax)) {
      faults.push(
        fault(
          at('valueMin'),
          `Nilai tingkat ${range.level} adalah ${level.valueMin ?? '–'} sampai ${level.valueMax ?? '–'}.`,
        ),
      )
    }
    for (const field of ['sourceMin', 'sourceMax'] as const) {
      if (!hasFourDecimals(range[field])) faults.push(fault(at(field), 'Paling banyak empat desimal.'))
    }
    return faults
  })
}

function hasFourDecimals(value: number): boolean {
  return Math.abs(Math.round(value * UNITS) / UNITS - value) < 1e-9
}
