import { useState } from 'react'
import type { WorkItem } from '../../comparison/work-list'
import type { Indicator } from '../../instrument/schema'
import { focusOn } from '../../ui/focus'
import { StatusMark } from '../../ui/status-mark'
import { STATUS_LABELS } from '../../answers/labels'
import { hrefOf } from '../app/routes'
import { statusIn, useSession, useSessionState } from '../session/session-context'
import type { StoredSource } from '../successor/read-source'
import { LinkNotes } from './link-notes'
import { PieceRow } from './piece-row'
import { WORK_WORDS } from './words'
import '../../ui/fold.css'

interface WorkRowProps {
  readonly indicator: Indicator
  readonly item: WorkItem
  readonly source: StoredSource
}

/** One indicator of the work list; what the old assessment holds for it unfolds. */
export function WorkRow({ indicator, item, source }: WorkRowProps) {
  const session = useSession()
  const status = useSessionState((state) => statusIn(session, state, indicator.id))
  const [open, setOpen] = useState(false)
  const { pieces, material } = item
  const name = `${indicator.number} ${indicator.shortName}`
  const toggle = `bahan-${indicator.id}`
  return (
    <li>
      <div className="work-row">
        <a
          href={hrefOf({
            screen: 'fill-in',
            assessment: session.getState().assessment.id,
            indicator: indicator.id,
          })}
        >
          {name}
        </a>
        <span className={`tag work-${item.work}`}>{WORK_WORDS[item.work]}</span>
        <span className="hint">{item.open > 0 ? `${item.open} usulan` : ''}</span>
        <StatusMark status={status} label={STATUS_LABELS[status]} />
      </div>
      {material.links.length > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary id={toggle}>
            Bahan lama<span className="vh"> untuk {name}</span>{' '}
            <span className="hint">{pieces.length === 0 ? 'kosong' : pieces.length}</span>
          </summary>
          {open && (
            <div className="in">
              <LinkNotes material={material} source={source} />
              {pieces.length === 0 && (
                <p className="hint">Indikator asalnya belum berisi catatan atau bukti.</p>
              )}
              <ul className="pieces">
                {pieces.map(({ piece, state }) => (
                  <PieceRow
                    key={JSON.stringify([
                      piece.target,
                      piece.kind === 'text' ? [piece.field, piece.value] : piece.id,
                    ])}
                    piece={piece}
                    state={state}
                    source={source}
                    onTaken={() => focusOn(document.getElementById(toggle))}
                  />
                ))}
              </ul>
            </div>
          )}
        </details>
      )}
    </li>
  )
}
