import type { Piece, ReusedField } from '../../comparison/material'
import type { Indicator } from '../../instrument/schema'
import { focusOn } from '../../ui/focus'
import { PieceRow, pieceKey } from './piece-row'
import { useProposals } from './use-proposals'
import './work-list.css'

interface FieldProposalsProps {
  readonly indicator: Indicator
  readonly field: ReusedField | 'citation'
  /** Key of the answer the field is of: the indicator, or a part of it. */
  readonly target: string
}

/** Beside an empty field: what stood in it, or was cited, in the old assessment. Nothing once it is taken or filled. */
export default function FieldProposals({ indicator, field, target }: FieldProposalsProps) {
  const proposals = useProposals(indicator)
  const open = (proposals?.item.pieces ?? []).filter(
    ({ piece, state }) => state === 'open' && piece.target === target && fieldOf(piece) === field,
  )
  if (!proposals || open.length === 0) return null
  return (
    <ul className="pieces from-source" aria-label="Usulan dari penilaian asal">
      {open.map(({ piece, state }) => (
        <PieceRow
          key={pieceKey(piece)}
          piece={piece}
          state={state}
          source={proposals.source}
          onTaken={() => focusOn(fieldElement(field) ?? document.getElementById('from-source-title'))}
        />
      ))}
    </ul>
  )
}

function fieldOf(piece: Piece): ReusedField | 'citation' {
  return piece.kind === 'citation' ? 'citation' : piece.field
}

/** Where one goes on after a press that took its own button away. */
function fieldElement(field: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main [name="${field}"]`)
}
