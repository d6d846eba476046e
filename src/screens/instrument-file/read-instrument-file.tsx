import type { CatalogueEntry } from '../../instrument/catalogue'
import { Dialog } from '../../ui/dialog'
import { FilePicker } from './file-picker'

interface ReadInstrumentFileProps {
  readonly onRead: (entry: CatalogueEntry) => void
  readonly onClose: () => void
}

/** Takes in an instrument from its file, for a new assessment. */
export default function ReadInstrumentFile({ onRead, onClose }: ReadInstrumentFileProps) {
  return (
    <Dialog title="Instrumen dari berkas" onClose={onClose} wide>
      <p>
        Pilih berkas JSON instrumen, misalnya dari kementerian atau koordinator Anda. Isinya diperiksa dulu,
        lalu disimpan di komputer ini bersama penilaian yang memakainya.
      </p>
      <FilePicker label="Pilih berkas" onRead={onRead} />
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          Batal
        </button>
      </div>
    </Dialog>
  )
}
