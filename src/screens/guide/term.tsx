import { useState, type ReactNode } from 'react'
import { fetched } from '../../ui/fetched'
import { Icon } from '../../ui/icon'
import './term.css'

// The definitions are fetched with the first one that is asked for.
const TermDialog = fetched(() => import('./term-dialog'))

interface TermProps {
  /** As the glossary names it: "index". */
  readonly id: string
  /** The word as it stands in the sentence. */
  readonly children: ReactNode
}

/** A word of the glossary within a sentence; pressed, it tells what it means. */
export function Term({ id, children }: TermProps) {
  return <TermButton id={id} className="term" content={children} />
}

interface TermHelpProps {
  readonly id: string
  /** The word that is explained: "tingkat kematangan". */
  readonly word: string
}

/** A question mark beside a heading or a label that names a word of the glossary. */
export function TermHelp({ id, word }: TermHelpProps) {
  return (
    <TermButton
      id={id}
      className="icon-btn term-help"
      content={<Icon name="help" label={`Apa itu ${word}?`} />}
    />
  )
}

interface TermButtonProps {
  readonly id: string
  readonly className: string
  readonly content: ReactNode
}

function TermButton({ id, className, content }: TermButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {content}
      </button>
      {open && <TermDialog id={id} onClose={() => setOpen(false)} />}
    </>
  )
}
