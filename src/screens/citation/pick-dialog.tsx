import { useState, type ReactNode } from 'react'
import { Dialog } from '../../ui/dialog'
import './pick-dialog.css'

interface Choice {
  readonly id: string
  readonly name: ReactNode
  readonly onPick: () => void
}

interface PickDialogProps {
  readonly title: string
  /** The name of the field that is searched with. */
  readonly search: string
  /** What can be searched for. */
  readonly placeholder: string
  /** Those that fit what was typed. */
  readonly choicesFor: (typed: string) => readonly Choice[]
  /** Said where none fits. */
  readonly none: string
  readonly onClose: () => void
  /** Another way on, after "Batal". */
  readonly children?: ReactNode
}

/** Chooses one of many by searching. */
export function PickDialog(props: PickDialogProps) {
  const { title, search, placeholder, choicesFor, none, onClose, children } = props
  const [typed, setTyped] = useState('')
  const choices = choicesFor(typed)
  return (
    <Dialog title={title} onClose={onClose} wide>
      <input
        type="search"
        aria-label={search}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="pick">
        {choices.map(({ id, name, onPick }) => (
          <li key={id}>
            <button type="button" className="btn" onClick={onPick}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="hint">{none}</p>}
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          Batal
        </button>
        {children}
      </div>
    </Dialog>
  )
}
