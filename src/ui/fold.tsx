import type { ReactNode } from 'react'
import './fold.css'

interface FoldProps {
  readonly title: string
  /** What is inside, in a few words: "belum diisi", "4 perubahan". */
  readonly inside?: string
  /** Open from the start. */
  readonly open?: boolean
  /** Told when it is opened or closed, for content that is only drawn while it is open. */
  readonly onToggle?: (open: boolean) => void
  readonly children: ReactNode
}

/** A section that is closed until wanted. */
export function Fold({ title, inside, open = false, onToggle, children }: FoldProps) {
  return (
    <details open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        {title} {inside && <span className="hint">{inside}</span>}
      </summary>
      <div className="in">{children}</div>
    </details>
  )
}
