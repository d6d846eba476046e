import { useState } from 'react'
import { formatNumber } from '../../report/format'
import { Field } from '../../ui/field'

interface NumberFieldProps {
  /** What is stored; null leaves the field empty. */
  readonly value: number | null
  /** What is wrong with a text and what to do; undefined where it can be stored. */
  readonly faultOf: (text: string) => string | undefined
  /** Called with every text without a fault. */
  readonly onType: (text: string) => void
  readonly onLeave: () => void
  readonly label: string
  readonly hint: string
  /** In a row of the quick list: no label beside it, no hint. */
  readonly compact: boolean
  /** Its name where it has no label beside it. */
  readonly spoken: string
  readonly placeholder?: string
}

/** A number as it is typed. A text that cannot be stored stays as a draft, with what is wrong about it. */
export function NumberField(props: NumberFieldProps) {
  const { value, faultOf, onType, onLeave, label, hint, compact, spoken, placeholder } = props
  const [draft, setDraft] = useState<string | null>(null)
  const error = draft === null ? undefined : faultOf(draft)

  function take(text: string): void {
    setDraft(text)
    if (faultOf(text) === undefined) onType(text)
  }

  function leave(): void {
    onLeave()
    if (!error) setDraft(null)
  }

  const input = (attributes: object) => (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className="number"
      {...attributes}
      value={draft ?? (value === null ? '' : formatNumber(value))}
      onChange={(event) => take(event.target.value)}
      onBlur={leave}
    />
  )
  if (!compact) {
    return (
      <Field label={label} hint={hint} error={error}>
        {input}
      </Field>
    )
  }
  return (
    <span className="typed-value">
      {input({ 'aria-label': spoken, 'aria-invalid': error !== undefined, placeholder })}
      {error && (
        <span role="alert" className="tag err">
          {error}
        </span>
      )}
    </span>
  )
}
