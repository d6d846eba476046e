import { Dialog, DialogClose } from '../../ui/dialog'
import { hrefOf } from '../app/routes'
import '../../ui/table.css'

const KEYS = [
  { keys: 'Angka', what: 'Memilih tingkat, selama fokus ada pada pilihan tingkat' },
  { keys: '↑ ↓', what: 'Berpindah tingkat' },
  { keys: 'Ctrl + Enter', what: 'Indikator berikutnya; fokus ke pilihan tingkatnya' },
  { keys: 'Ctrl + Shift + Enter', what: 'Indikator sebelumnya' },
  { keys: 'Tab, Shift + Tab', what: 'Maju dan mundur antarisian' },
  { keys: 'Esc', what: 'Menutup dialog tanpa mengubah apa pun' },
  { keys: 'Ctrl + /', what: 'Membuka bantuan ini' },
] as const

/** The keys one can work with. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Bantuan tombol" onClose={onClose}>
      <table className="help-keys">
        <thead>
          <tr>
            <th scope="col">Tombol</th>
            <th scope="col">Guna</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(({ keys, what }) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">Semua isian disimpan sendiri. Tidak ada tombol simpan.</p>
      <DialogClose onClose={onClose}>
        <a className="btn" href={hrefOf({ screen: 'guide', section: null })} onClick={onClose}>
          Buka panduan
        </a>
      </DialogClose>
    </Dialog>
  )
}
