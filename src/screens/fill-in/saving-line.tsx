import { Icon } from '../../ui/icon'
import { clockTime } from '../app/clock'
import { useDrawnState } from '../session/session-context'

/** Under what one types in: whether it is on disk. */
export function SavingLine() {
  const saving = useDrawnState((state) => state.saving)
  if (saving.kind === 'failed') {
    return (
      <span className="tag err">
        <Icon name="error" />
        {saving.reason === 'full'
          ? 'Penyimpanan penuh: teks ini belum tersimpan, mencoba lagi. Kosongkan ruang disk; jangan tutup halaman ini.'
          : 'Belum tersimpan, mencoba lagi. Jangan tutup halaman ini.'}
      </span>
    )
  }
  if (saving.kind === 'saving') return <span>Menyimpan…</span>
  if (saving.kind === 'saved') {
    return (
      <span className="saved">
        <Icon name="tick" />
        Tersimpan {clockTime(saving.at)}
      </span>
    )
  }
  return <span>Disimpan sendiri selagi Anda mengetik.</span>
}
