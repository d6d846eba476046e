import { ParcelMaker } from '../parcel/parcel-maker'
import { Icon } from '../../ui/icon'

const CHOICE = { withFiles: true, withConfidential: false, withRemoved: false }

/** What a unit hands to the institution's coordinator: a parcel with all its changes, to be merged there. */
export function CoordinatorSection() {
  return (
    <>
      <h1>Isian untuk Kominfo</h1>
      <p className="read-2">
        Satu paket berisi seluruh isian Anda beserta riwayat dan berkas buktinya. Koordinator membukanya dari
        Beranda dan menggabungkannya; isian yang berbeda tidak saling menimpa.
      </p>
      <ParcelMaker kind="Isian" label="Simpan isian untuk digabung" initial={CHOICE}>
        <ul className="out gap-top">
          <li>
            <Icon name="info" />
            <span>
              Sampaikan segelnya lewat telepon atau kertas, agar penerima tahu paketnya tidak berubah.
            </span>
          </li>
        </ul>
      </ParcelMaker>
    </>
  )
}
