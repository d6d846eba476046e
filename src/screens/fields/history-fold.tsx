import { useState, type ReactNode } from 'react'
import { fieldKey, sameValue, type Change } from '../../answers/change'
import { fieldState, type Present } from '../../answers/present'
import { useUndo } from '../../ui/undo'
import { Fold } from '../../ui/fold'
import { dayAndTime } from '../app/clock'
import { describeValue } from '../fill-in/field-words'
import { useDrawnState, useSession, useSessionState } from '../session/session-context'
import type { TextPlace } from './text-form'

interface HistoryFoldProps {
  /** The fields whose changes are told. */
  readonly places: readonly TextPlace[]
  /** Said where nothing has changed yet. */
  readonly nothing: string
  /** Above the changes. */
  readonly children?: ReactNode
}

/** Every change of some fields, newest first; any earlier value can be brought back. */
export function HistoryFold({ places, nothing, children }: HistoryFoldProps) {
  // Drawn only while it is open: it changes with every key.
  const [open, setOpen] = useState(false)
  const inside = useDrawnState((state) => {
    const changes = changesOf(state.present, places)
    const [latest] = changes
    if (!latest) return 'belum ada'
    return `${changes.length} perubahan${latest.person ? `, terakhir oleh ${latest.person}` : ''}`
  })
  return (
    <Fold title="Riwayat" inside={inside} onToggle={setOpen}>
      {open && children}
      {open && <Entries places={places} nothing={nothing} />}
    </Fold>
  )
}

function Entries({ places, nothing }: Pick<HistoryFoldProps, 'places' | 'nothing'>) {
  const present = useSessionState((state) => state.present)
  const words = new Map(places.map(({ target, field, label }) => [fieldKey(target, field), label]))
  const changes = changesOf(present, places)
  if (changes.length === 0) return <p>{nothing}</p>
  return (
    <ol className="history">
      {changes.map((change) => (
        <HistoryEntry
          key={change.id}
          change={change}
          word={words.get(fieldKey(change.target, change.field)) ?? change.field}
          present={present}
        />
      ))}
    </ol>
  )
}

interface HistoryEntryProps {
  readonly change: Change
  /** What the field is called. */
  readonly word: string
  readonly present: Present
}

function HistoryEntry({ change, word, present }: HistoryEntryProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const heads = fieldState(present, change.target, change.field)?.heads ?? []
  const [head] = heads
  const isNow = heads.length === 1 && head !== undefined && sameValue(head.value, change.value)

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

function changesOf(present: Present, places: readonly TextPlace[]): Change[] {
  return places
    .flatMap(({ target, field }) => fieldState(present, target, field)?.changes ?? [])
    .sort((one, other) => (one.at < other.at ? 1 : -1))
}
