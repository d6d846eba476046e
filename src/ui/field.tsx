import { useId, type ReactNode } from 'react'

interface FieldIds {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  /** What is wrong and what to do; the draft is kept all the same. */
  readonly error?: string | undefined
  /** A lighter label, for a field inside a group that has a title. */
  readonly light?: boolean
  /** What stands beside the label, and is no part of it. */
  readonly beside?: ReactNode
  readonly children: (ids: FieldIds) => ReactNode
}

/** A label, its hint, its input and what is wrong with it, joined for screen readers. */
export function Field({ label, hint, error, light = false, beside, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const labelled = (
    <label htmlFor={id} className={light ? 'light' : undefined}>
      {label}
    </label>
  )
  return (
    <div className="field">
      {beside ? (
        <div className="explained">
          {labelled}
          {beside}
        </div>
      ) : (
        labelled
      )}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {error && (
        <span className="tag err" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
