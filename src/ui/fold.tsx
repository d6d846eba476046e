import type { ReactNode } from 'react'

interface FoldProps {
  readonly title: string
  /** What is inside, in a few words: "belum diisi", "4 perubahan". */
  readonly inside?: string
  readonly children: ReactNode
}

/** A section that is closed until wanted. */
export function Fold({ title, inside, children }: FoldProps) {
  return (
    <details>
      <summary>
        {title} {inside && <span className="hint">{inside}</span>}
      </summary>
      <div className="in">{children}</div>
    </details>
  )
}
