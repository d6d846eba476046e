import { placeOf, documentName } from '../../evidence/reference'
import type { Piece } from '../../comparison/material'
import { takingOf } from '../../comparison/take'
import type { PieceState } from '../../comparison/work-list'
import { valuesOf } from '../../answers/present'
import { placedIndicators } from '../../instrument/lookup'
import { Icon } from '../../ui/icon'
import { useUndo } from '../../ui/undo'
import { useSession, useSessionState } from '../session/session-context'
import type { StoredSource } from '../successor/read-source'
import { ageWords, fieldWord, pieceText } from './words'

/** The same piece from one drawing to the next. */
export function pieceKey(piece: Piece): string {
  return JSON.stringify([piece.target, piece.kind === 'text' ? [piece.field, piece.value] : piece.id])
}

interface PieceRowProps {
  readonly piece: Piece
  readonly state: PieceState
  readonly source: StoredSource
  /** Called after it was taken over: the row may be gone then. */
  readonly onTaken?: () => void
}

/** One thing of the old assessment beside the field it would go to, with a button that takes it over. */
export function PieceRow({ piece, state, source, onTaken }: PieceRowProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const word =
    piece.kind === 'text' ? fieldWord(piece.field) : `Rujukan ${documentName(piece.citation.document)}`

  function take(): void {
    const { take: settings, undo } = takingOf(piece, source.present, session.getState())
    session.set(settings)
    onTaken?.()
    offerUndo(`${word} diambil`, () => session.set(undo(session.getState())))
  }

  return (
    <li className="piece">
      <div>
        <p className="piece-head">
          <b>{piece.kind === 'text' ? word : 'Rujukan'}</b> <Origin piece={piece} source={source} />
        </p>
        {piece.kind === 'text' ? (
          <p className="user-text piece-text">{pieceText(piece)}</p>
        ) : (
          <CitationText piece={piece} />
        )}
      </div>
      {state === 'open' ? (
        <button type="button" className="btn sm" aria-label={`Ambil ${word}`} onClick={take}>
          Ambil
        </button>
      ) : (
        <span className={state === 'taken' ? 'tag full' : 'tag'}>
          {state === 'taken' && <Icon name="tick" />}
          {state === 'taken' ? 'Sudah ada di sini' : 'Sudah terisi lain'}
        </span>
      )}
    </li>
  )
}

/** Where it stood: the year, and the indicator where it had another number. */
function Origin({ piece, source }: Pick<PieceRowProps, 'piece' | 'source'>) {
  const { instrument } = useSession()
  const { year } = source.facts
  const old = placedIndicators(source.instrument).find(({ indicator }) => indicator.id === piece.origin)
  const elsewhere = source.instrument.id === instrument.id ? undefined : old?.indicator
  return (
    <span className="hint">
      penilaian {year ?? 'asal'}
      {elsewhere && `, dari indikator ${elsewhere.number} ${elsewhere.shortName}`}
    </span>
  )
}

function CitationText({ piece }: { readonly piece: Extract<Piece, { kind: 'citation' }> }) {
  const year = useSessionState((state) => valuesOf(state.present, { kind: 'assessment' }).year)
  const { document } = piece.citation
  const place = placeOf(piece.citation)
  const age = ageWords(document, year)
  return (
    <p className="user-text piece-text">
      {documentName(document)}
      {place && `, ${place}`} {age && <span className="tag">{age}</span>}
      {document.confidential && (
        <span className="tag">
          <Icon name="lock" /> Rahasia
        </span>
      )}
    </p>
  )
}
