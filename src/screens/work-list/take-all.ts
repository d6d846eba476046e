import type { Piece } from '../../comparison/material'
import { takingOf } from '../../comparison/take'
import { stateOf } from '../../comparison/work-list'
import type { Session } from '../session/session'
import type { StoredSource } from '../successor/read-source'

/**
 * Takes over one piece after the other, each where its place is still empty by then, and gives a function that takes all of
 * them back.
 */
export function takeAll(session: Session, pieces: readonly Piece[], source: StoredSource): () => void {
  const undos = pieces.flatMap((piece) => {
    const now = session.getState()
    if (stateOf(piece, now) !== 'open') return []
    const { take, undo } = takingOf(piece, source.present, now)
    session.set(take)
    return [undo]
  })
  return () => {
    for (const undo of undos.reverse()) session.set(undo(session.getState()))
  }
}
