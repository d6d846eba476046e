import { useState } from 'react'
import { readNumber } from '../../answers/number-text'
import { generalCautions, levelOf } from '../../instrument/lookup'
import type { Indicator, Instrument, Level } from '../../instrument/schema'
import { formatNumber, formatValue } from '../../report/format'
import { Field } from '../../ui/field'
import { useSession } from '../session/session-context'
import { ratedName } from '../../report/rated-name'
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
  const [draft, setDraft] = useState<string | null>(null)
  const target = { kind: 'indicator', id: valueKey } as const
  const { lowest, highest } = rangeOf(instrument, level)
  const range = `${formatValue(lowest)} sampai ${formatValue(highest)}`
  const error = draft === null || fits(draft) ? undefined : faultOf(draft)
  const [caution] = generalCautions(instrument, 'value')

  function fits(text: string): boolean {
    const typed = readNumber(text, DECIMALS)
    return typed !== null && levelOf(instrument, indicator, typed) === level && typed <= instrument.scale.max
  }

  function faultOf(text: string): string {
    return readNumber(text, DECIMALS) === null
      ? `Tulis angka dengan paling banyak dua desimal, misalnya ${formatValue(lowest)}. Yang tersimpan: ${formatNumber(value)}.`
      : `Nilai tingkat ${formatNumber(level.level)} (${level.name}) adalah ${range}. Untuk nilai lain pilih tingkat lain. Yang tersimpan: ${formatNumber(value)}.`
  }

  function take(text: string): void {
    setDraft(text)
    if (fits(text)) session.type({ target, field: 'value', value: readNumber(text, DECIMALS) })
  }

  function leave(): void {
    session.endTyping(target, 'value')
    if (!error) setDraft(null)
  }

  const input = (ids: object) => (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className="number"
      {...ids}
      value={draft ?? formatNumber(value)}
      onChange={(event) => take(event.target.value)}
      onBlur={leave}
    />
  )
  if (compact) {
    return (
      <span className="typed-value">
        {input({
          'aria-label': `Nilai ${ratedName(instrument, indicator, valueKey)}, ${range}`,
          'aria-invalid': error !== undefined,
        })}
        {error && (
          <span role="alert" className="tag err">
            {error}
          </span>
        )}
      </span>
    )
  }
  return (
    <div className="typed-value">
      <Field
        label={`Nilai di dalam tingkat ${formatNumber(level.level)}`}
        hint={`${range}. Memilih tingkat memberi nilai terendahnya; naikkan bila Anda tahu nilainya.`}
        error={error}
      >
        {input}
      </Field>
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
