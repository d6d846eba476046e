import type { ReactNode } from 'react'
import { Unreadable } from '../intake/unreadable'
import { useFileDrop } from '../intake/use-file-drop'
import { useIntake } from '../intake/use-intake'

/** The list of the pool as a place to drop files on, also beside an open document. How far they are does not redraw it. */
export function PoolDrop({ children }: { readonly children: ReactNode }) {
  const { take } = useIntake()
  const { isOver, unreadable, place } = useFileDrop((files) => take(files, {}))
  return (
    <nav className={isOver ? 'list over' : 'list'} aria-label="Kumpulan dokumen" {...place}>
      <Unreadable names={unreadable} />
      {children}
    </nav>
  )
}
