import './parcel.css'

interface TickProps {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly onTick: (checked: boolean) => void
}

/** Something to be ticked, with what it means under it. */
export function Tick({ label, hint, checked, onTick }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={() => onTick(!checked)} />
      <span>
        {label}
        <span className="hint">{hint}</span>
      </span>
    </label>
  )
}
