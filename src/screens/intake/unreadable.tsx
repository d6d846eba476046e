import { Notice } from '../../ui/notice'

/** Says what of a drop could not be read, and what to do. */
export function Unreadable({ names, label }: { readonly names: readonly string[]; readonly label: string }) {
  if (names.length === 0) return null
  return (
    <Notice tone="err" live>
      <p>
        Tidak terbaca, jadi tidak ditambahkan: <b className="user-text">{names.join(', ')}</b>. Pilih lagi
        lewat “{label}” atau “Tambah folder”.
      </p>
    </Notice>
  )
}
