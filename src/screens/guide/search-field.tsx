import { Field } from '../../ui/field'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Finds while one types. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <div className="guide-search">
      <Field label={label}>
        {(ids) => (
          <input
            type="search"
            autoComplete="off"
            {...ids}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  )
}
