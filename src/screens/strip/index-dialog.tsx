import { Dialog } from '../../ui/dialog'
import { IndexDetails } from './index-details'

/** The whole of the index, as a dialog opened from the strip. */
export default function IndexDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Rincian indeks" onClose={onClose} wide>
      <IndexDetails />
      <div className="actions">
        <button type="button" className="btn main" onClick={onClose}>
          Tutup
        </button>
      </div>
    </Dialog>
  )
}
