import { useId, useRef, useState } from 'react'
import type { Change, ChangeValue, Target } from '../../answers/change'
import { fieldState } from '../../answers/present'
import { focusOn } from '../../ui/focus'
import { Notice } from '../../ui/notice'
import { dayAndTime } from '../app/clock'
import { useSession, useSessionState } from '../session/session-context'
import { differingPart } from './differing-part'
import { describeValue } from './field-words'

interface DifferenceChooserProps {
  readonly target: Target
  readonly field: string
  readonly title: string
}

/** Two values of one field, side by side. Nothing is chosen until a person chooses, and both stay in the history. */
export function DifferenceChooser({ target, field, title }: DifferenceChooserProps) {
  const session = useSession()
  const heads = useSessionState((state) => fieldState(state.present, target, field)?.heads) ?? NO_HEADS
  const [choice, setChoice] = useState<string | null>(null)
  const [joined, setJoined] = useState<string | null>(null)
  const group = useId()
  const section = useRef<HTMLElement>(null)
  const isText = heads.every((head) => typeof head.value === 'string')

  function decide(value: ChangeValue): void {
    // Once it is decided this section is gone.
    const around = section.current?.parentElement?.closest('section, details, main')
    focusOn(around?.querySelector<HTMLElement>('h1, h2, summary'))
    session.set([{ target, field, value }])
  }

  const chosen = heads.find((head) => head.id === choice)
  return (
    <section className="difference" ref={section} aria-labelledby={`${group}-title`}>
      <Notice tone="warn">
        <p>
          <b id={`${group}-title`}>{title}</b>. Pilih salah satu{isText && ', atau susun gabungannya'}. Tidak
          ada yang hilang: yang tidak dipilih tetap ada di riwayat.
        </p>
      </Notice>
      <div className="vs">
        {heads.map((head) => (
          <label key={head.id} className={choice === head.id ? 'side-choice on' : 'side-choice'}>
            <span className="h">
              <input
                type="radio"
                name={group}
                checked={choice === head.id}
                onChange={() => setChoice(head.id)}
              />
              <b>{head.unit || head.person || 'Tanpa nama'}</b>
              <span className="hint">
                {[head.unit ? head.person : '', dayAndTime(head.at)].filter(Boolean).join(', ')}
              </span>
            </span>
            <Marked head={head} heads={heads} />
          </label>
        ))}
      </div>
      {joined !== null && (
        <label className="field">
          Gabungan
          <textarea rows={6} value={joined} onChange={(event) => setJoined(event.target.value)} />
        </label>
      )}
      <div className="actions">
        {joined === null && isText && (
          <button
            type="button"
            className="btn"
            onClick={() => setJoined(heads.map((head) => String(head.value)).join('\n\n'))}
          >
            Susun gabungan
          </button>
        )}
        {joined !== null ? (
          <button type="button" className="btn main" onClick={() => decide(joined)}>
            Pakai gabungan
          </button>
        ) : (
          <button
            type="button"
            className="btn main"
            disabled={!chosen}
            onClick={() => {
              if (chosen) decide(chosen.value)
            }}
          >
            Pakai yang dipilih
          </button>
        )}
      </div>
    </section>
  )
}

const NO_HEADS: readonly Change[] = []

/** A value with the part in which it differs from the other one underlined. */
function Marked({ head, heads }: { readonly head: Change; readonly heads: readonly Change[] }) {
  const other = heads.find((candidate) => candidate.id !== head.id)
  const text = describeValue(head.field, head.value)
  if (!other || typeof head.value !== 'string' || typeof other.value !== 'string') {
    return <span className="user-text">{text}</span>
  }
  const { before, differing, after } = differingPart(head.value, other.value)
  return (
    <span className="user-text">
      {before}
      <mark>{differing}</mark>
      {after}
    </span>
  )
}
