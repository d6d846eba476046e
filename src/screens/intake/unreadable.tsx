import { Notice } from '../../ui/notice'

/** Says what of a drop could not be read, and what to do. */
export function Unreadable({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <Notice tone="err" live>
      <p>
        Tidak terbaca, jadi tidak ditambahkan: <b className="user-text">{names.join(', ')}</b>. Pastikan masih
        ada dan dapat dibuka, lalu seret lagi.
      </p>
    </Notice>
  )
}
