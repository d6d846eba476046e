import type { ReactNode } from 'react'
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

interface WorkProgressProps extends ProgressBarProps {
  /** Where there is a way to call the work off. */
  readonly onCancel?: (() => void) | undefined
  /** How far it is, in words. */
  readonly children: ReactNode
}

/** A long work under way, in its place. */
export function WorkProgress({ label, share, onCancel, children }: WorkProgressProps) {
  return (
    <div className="making">
      <ProgressBar label={label} share={share} />
      <div className="under">
        <span role="status">{children}</span>
        {onCancel && (
          <button type="button" className="btn sm" onClick={onCancel}>
            Batalkan
          </button>
        )}
      </div>
    </div>
  )
}
