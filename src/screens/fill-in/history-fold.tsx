import { useState } from 'react'
import { sameValue, type Change } from '../../answers/change'
import { fieldState, type Present } from '../../answers/present'
import { referenceOf } from '../../evidence/reference'
import type { Indicator } from '../../instrument/schema'
import { useUndo } from '../../ui/undo'
import { Fold } from '../../ui/fold'
import { dayAndTime } from '../app/clock'
import { useSession, useSessionState } from '../session/session-context'
import { describeValue, FIELD_WORDS } from './field-words'

/** Every change of the indicator's fields, newest first; any earlier value can be brought back. */
export function HistoryFold({ indicator }: { readonly indicator: Indicator }) {
  // Drawn only while it is open: it changes with every key.
  const [open, setOpen] = useState(false)
  const inside = useSessionState((state) => {
    const changes = changesOf(state.present, indicator.id)
    const [latest] = changes
    if (!latest) return 'belum ada'
    return `${changes.length} perubahan${latest.person ? `, terakhir oleh ${latest.person}` : ''}`
  })
  return (
    <Fold title="Riwayat" inside={inside} onToggle={setOpen}>
      {open && <History indicator={indicator} />}
    </Fold>
  )
}

function History({ indicator }: { readonly indicator: Indicator }) {
  const present = useSessionState((state) => state.present)
  const changes = changesOf(present, indicator.id)
  return (
    <>
      <DetachedCitations indicatorId={indicator.id} />
      {changes.length === 0 && <p>Belum ada perubahan pada indikator ini.</p>}
      <ol className="history">
        {changes.map((change) => (
          <HistoryEntry key={change.id} change={change} present={present} />
        ))}
      </ol>
    </>
  )
}

/** Citations that were detached here, to be cited again as they were. */
function DetachedCitations({ indicatorId }: { readonly indicatorId: string }) {
  const session = useSession()
  const detached = useSessionState((state) => state.evidence.detachedCitations)
  const here = detached.filter((citation) => citation.indicator === indicatorId)
  if (here.length === 0) return null
  return (
    <>
      <h3>Rujukan yang dilepas</h3>
      <ul className="history">
        {here.map((citation) => (
          <li key={citation.id}>
            <span className="user-text was">{referenceOf(citation)}</span>
            <button
              type="button"
              className="btn sm"
              onClick={() =>
                session.set([
                  { target: { kind: 'citation', id: citation.id }, field: 'removed', value: false },
                ])
              }
            >
              Rujuk lagi
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function HistoryEntry({ change, present }: { readonly change: Change; readonly present: Present }) {
  const session = useSession()
  const offerUndo = useUndo()
  const heads = fieldState(present, change.target, change.field)?.heads ?? []
  const [head] = heads
  const isNow = heads.length === 1 && head !== undefined && sameValue(head.value, change.value)
  const word = FIELD_WORDS[change.field] ?? change.field

  function bringBack(): void {
    const before = heads.length === 1 ? head?.value : undefined
    session.set([{ target: change.target, field: change.field, value: change.value }])
    if (before === undefined) return
    offerUndo(`${word} dikembalikan`, () =>
      session.set([{ target: change.target, field: change.field, value: before }]),
    )
  }

  return (
    <li>
      <span className="h">
        <b>{word}</b>
        <span className="hint">
          {[change.person, change.unit, dayAndTime(change.at)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="user-text was">{describeValue(change.field, change.value)}</span>
      {isNow ? (
        <span className="hint">Isian sekarang</span>
      ) : (
        <button type="button" className="btn sm" onClick={bringBack}>
          Kembalikan {word.toLowerCase()} ini
        </button>
      )}
    </li>
  )
}

function changesOf(present: Present, indicatorId: string): Change[] {
  const target = { kind: 'indicator', id: indicatorId } as const
  return Object.keys(FIELD_WORDS)
    .flatMap((field) => fieldState(present, target, field)?.changes ?? [])
    .sort((one, other) => (one.at < other.at ? 1 : -1))
}
