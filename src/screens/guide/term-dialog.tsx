import { Dialog, DialogClose } from '../../ui/dialog'
import { hrefOf } from '../app/routes'
import { heading, terms } from './terms'

interface TermDialogProps {
  readonly id: string
  readonly onClose: () => void
}

/** What a word means, where that comes from, and where the guide tells more. */
export default function TermDialog({ id, onClose }: TermDialogProps) {
  const found = terms.find((term) => term.id === id)
  if (!found) throw new RangeError(`the glossary has no ${id}`)
  return (
    <Dialog title={heading(found)} onClose={onClose}>
      <p>{found.definition}</p>
      {found.source && <p className="hint">Sumber: {found.source}</p>}
      <DialogClose onClose={onClose}>
        <a className="btn" href={hrefOf({ screen: 'guide', section: found.section })} onClick={onClose}>
          Baca di panduan
        </a>
      </DialogClose>
    </Dialog>
  )
}
