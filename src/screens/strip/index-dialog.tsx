import { Dialog, DialogClose } from '../../ui/dialog'
import { IndexDetails } from './index-details'

/** The whole of the index, as a dialog opened from the strip. */
export default function IndexDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Rincian indeks" onClose={onClose} wide>
      <IndexDetails />
      <DialogClose onClose={onClose} />
    </Dialog>
  )
}
