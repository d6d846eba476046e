import { useEffect, useId, useRef, type ReactNode, type SyntheticEvent } from 'react'
import { createPortal } from 'react-dom'
import './dialog.css'

interface DialogProps {
  /** A question or a fact. */
  readonly title: string
  /** Called for Esc, the safe answer. */
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A native modal dialog, open as long as it is rendered; focus returns to where it was. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return createPortal(
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>,
    document.body,
  )
}

interface DialogFormProps {
  readonly onSubmit: (event: SyntheticEvent) => Promise<void>
  readonly onCancel: () => void
  /** On the button that submits. */
  readonly submit: string
  /** On the button that leaves everything as it was. */
  readonly cancel?: string
  readonly children: ReactNode
}

/** The form of a dialog: its fields, and under them the two ways out. */
export function DialogForm({ onSubmit, onCancel, submit, cancel = 'Batal', children }: DialogFormProps) {
  return (
    <form className="dialog-form" noValidate onSubmit={(event) => void onSubmit(event)}>
      {children}
      <div className="actions">
        <button type="button" className="btn" onClick={onCancel}>
          {cancel}
        </button>
        <button type="submit" className="btn main">
          {submit}
        </button>
      </div>
    </form>
  )
}

interface DialogCloseProps {
  readonly onClose: () => void
  /** Another way on, before the button. */
  readonly children?: ReactNode
}

/** The end of a dialog that only shows something. */
export function DialogClose({ onClose, children }: DialogCloseProps) {
  return (
    <div className="actions">
      {children}
      <button type="button" className="btn main" onClick={onClose}>
        Tutup
      </button>
    </div>
  )
}
