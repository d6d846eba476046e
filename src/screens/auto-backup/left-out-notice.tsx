import { formatCount } from '../../report/format'
import { Notice } from '../../ui/notice'
import { useSession } from '../session/session-context'
import type { AutoBackupState } from './auto-backup'

/** Files that the last automatic backup of the open assessment went without; nothing where it has all. */
export function LeftOutNotice({ state }: { readonly state: AutoBackupState }) {
  const { id } = useSession().getState().assessment
  const names = state.leftOut.get(id) ?? []
  if (names.length === 0) return null
  return (
    <Notice tone="warn" live>
      <p>
        <b>Cadangan otomatis ditulis tanpa {formatCount(names.length)} berkas bukti</b>, karena tidak dapat
        dibaca lagi dari disk komputer ini: {names.join(', ')}. Tambahkan ulang pada Bukti; cadangan
        berikutnya memuatnya.
      </p>
    </Notice>
  )
}
