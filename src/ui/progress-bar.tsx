import './progress-bar.css'
interface ProgressBarProps {
  readonly label: string
  /** 0–1; null while it is not known how much there is. */
  readonly share: number | null
}

/** How far a long work has come. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === null ? null : Math.round(share * 100)
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { 'aria-valuenow': percent })}
    >
      <i style={{ width: `${percent ?? 30}%` }} />
    </div>
  )
}
