import { readNumber } from '../../answers/number-text'
import { generalCautions, levelOf } from '../../instrument/lookup'
import type { Indicator, Instrument, Level } from '../../instrument/schema'
import { formatNumber, formatValue } from '../../report/format'
import { useSession } from '../session/session-context'
import { ratedName } from '../../report/rated-name'
import { NumberField } from './number-field'
import { useLevel } from './use-level'

/** Decimals a person may type; two are what results are published with. */
const DECIMALS = 2
const STEP = 10 ** -DECIMALS

interface ValueFieldProps {
  readonly indicator: Indicator
  readonly valueKey: string
  /** In a row of the quick list: no label beside it, no hint. */
  readonly compact?: boolean
}

/** The value within the chosen level, where an instrument has decimals. There is none before a level is chosen. */
export function ValueField({ indicator, valueKey, compact = false }: ValueFieldProps) {
  const { value, chosen } = useLevel(indicator, valueKey)
  if (value === null || !chosen) return null
  // Another level is another range: what was typed for the old one is gone with it.
  return (
    <TypedValue
      key={chosen.level}
      indicator={indicator}
      valueKey={valueKey}
      compact={compact}
      value={value}
      level={chosen}
    />
  )
}

interface TypedValueProps extends Required<ValueFieldProps> {
  readonly value: number
  readonly level: Level
}

function TypedValue({ indicator, valueKey, compact, value, level }: TypedValueProps) {
  const session = useSession()
  const { instrument } = session
  const target = { kind: 'indicator', id: valueKey } as const
  const { lowest, highest } = rangeOf(instrument, level)
  const range = `${formatValue(lowest)} sampai ${formatValue(highest)}`
  const [caution] = generalCautions(instrument, 'value')

  function faultOf(text: string): string | undefined {
    const typed = readNumber(text, DECIMALS)
    const kept = `Yang tersimpan: ${formatNumber(value)}.`
    if (typed === null) {
      return `Tulis angka dengan paling banyak dua desimal, misalnya ${formatValue(lowest)}. ${kept}`
    }
    if (levelOf(instrument, indicator, typed) === level && typed <= instrument.scale.max) return undefined
    return `Nilai tingkat ${formatNumber(level.level)} (${level.name}) adalah ${range}. Untuk nilai lain pilih tingkat lain. ${kept}`
  }

  const field = (
    <NumberField
      value={value}
      faultOf={faultOf}
      onType={(text) => session.type({ target, field: 'value', value: readNumber(text, DECIMALS) })}
      onLeave={() => session.endTyping(target, 'value')}
      label={`Nilai di dalam tingkat ${formatNumber(level.level)}`}
      hint={`${range}. Memilih tingkat memberi nilai terendahnya; naikkan bila Anda tahu nilainya.`}
      compact={compact}
      spoken={`Nilai ${ratedName(instrument, indicator, valueKey)}, ${range}`}
    />
  )
  if (compact) return field
  return (
    <div className="typed-value">
      {field}
      {caution && <p className="hint">{caution.text}</p>}
    </div>
  )
}

/** The values of a level that can be typed: the upper end belongs to the next level, but for the end of the scale. */
function rangeOf(instrument: Instrument, level: Level): { lowest: number; highest: number } {
  const { level: number, valueMin = number, valueMax = instrument.scale.max } = level
  const isTop = valueMax >= instrument.scale.max
  return { lowest: valueMin, highest: isTop ? valueMax : Math.round((valueMax - STEP) / STEP) * STEP }
}
