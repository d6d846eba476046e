import { fault, type Fault } from './fault'
import { lowestValueOf } from './lookup'
import type { Instrument, Level, MaturityModel } from './schema'

type Steps = readonly (string | number)[]

/** Whether the levels of a model follow each other without gap or overlap, from one end of the scale to the other. */
export function checkModel(instrument: Instrument, steps: Steps, { levels }: MaturityModel): Fault[] {
  const { scale, valueMode } = instrument
  const at = (place: number, field: string) => [...steps, 'levels', place, field]
  const faults = levels.flatMap((level, place) => {
    const before = levels[place - 1]
    return before && level.level !== before.level + 1
      ? [
          fault(
            at(place, 'level'),
            `Seharusnya ${before.level + 1}: tingkat berurutan tanpa loncat atau ganda.`,
          ),
        ]
      : []
  })
  faults.push(
    ...levels.flatMap((level, place) =>
      valueMode === 'decimal' ? rangeFaults(level, levels[place - 1], (field) => at(place, field)) : [],
    ),
  )
  const [lowest, highest] = [levels[0], levels.at(-1)]
  if (lowest && lowestValueOf(lowest) !== scale.min) {
    faults.push(
      fault(
        at(0, valueMode === 'decimal' ? 'valueMin' : 'level'),
        `Tingkat pertama harus mulai dari scale.min, ${scale.min}.`,
      ),
    )
  }
  if (highest && (highest.valueMax ?? highest.level) !== scale.max) {
    faults.push(
      fault(
        at(levels.length - 1, valueMode === 'decimal' ? 'valueMax' : 'level'),
        `Tingkat terakhir harus berakhir pada scale.max, ${scale.max}.`,
      ),
    )
  }
  return faults
}

function rangeFaults(level: Level, before: Level | undefined, at: (field: string) => Steps): Fault[] {
  const { valueMin, valueMax } = level
  if (valueMin === undefined || valueMax === undefined) {
    return [
      fault(at('valueMin'), 'Dengan valueMode "decimal" tiap tingkat memerlukan valueMin dan valueMax.'),
    ]
  }
  const faults: Fault[] = []
  if (valueMin >= valueMax) faults.push(fault(at('valueMax'), 'Harus lebih besar daripada valueMin.'))
  if (before?.valueMax !== undefined && before.valueMax !== valueMin) {
    const what = before.valueMax > valueMin ? 'bertumpang tindih dengan' : 'menyisakan celah sesudah'
    faults.push(
      fault(at('valueMin'), `Rentang ini ${what} tingkat ${before.level}; seharusnya ${before.valueMax}.`),
    )
  }
  return faults
}
