import { useState } from 'react'
import { Notice } from '../../ui/notice'
import type { AutoBackup, AutoBackupFailure, AutoBackupState } from './auto-backup'
import { chooseFolder } from './folder-access'

interface AutoBackupFailureNoticeProps {
  readonly backup: AutoBackup
  readonly state: AutoBackupState
  /** Writes a backup at once; absent where no assessment is open. */
  readonly onRetry: (() => Promise<void>) | undefined
}

/** Why no backup is being written, and what to do; nothing where one is. */
export function AutoBackupFailureNotice({ backup, state, onRetry }: AutoBackupFailureNoticeProps) {
  const [busy, setBusy] = useState(false)
  const { chosen, failure } = state
  if (!chosen || !failure) return null

  async function act(first: () => Promise<void>): Promise<void> {
    setBusy(true)
    await first()
      .then(onRetry)
      .catch(() => undefined)
    setBusy(false)
  }

  async function chooseAnother(): Promise<void> {
    const folder = await chooseFolder()
    if (chosen && folder) await backup.choose({ ...chosen, folder })
  }

  return (
    <Notice tone="err" live>
      <p>
        <b>Cadangan otomatis tidak tertulis.</b> {failureMessage(failure, chosen.folder.name)} Isian Anda aman
        di peramban ini.
      </p>
      <div className="actions">
        {failure === 'not-allowed' ? (
          <button type="button" className="btn sm" disabled={busy} onClick={() => void act(backup.allow)}>
            Izinkan
          </button>
        ) : (
          <button type="button" className="btn sm" disabled={busy} onClick={() => void act(backup.look)}>
            Coba lagi
          </button>
        )}
        <button type="button" className="btn sm" disabled={busy} onClick={() => void act(chooseAnother)}>
          Pilih folder lain
        </button>
      </div>
    </Notice>
  )
}

/** What went wrong, and what to do. */
function failureMessage(failure: AutoBackupFailure, folder: string): string {
  switch (failure) {
    case 'not-allowed':
      return `Peramban menunggu izin Anda untuk menulis ke folder “${folder}”.`
    case 'folder-gone':
      return `Folder “${folder}” tidak ditemukan. Pasang kembali flashdisknya, atau pilih folder lain.`
    case 'full':
      return `Tidak ada cukup ruang di folder “${folder}”. Kosongkan ruang di sana, atau pilih folder lain.`
    case 'too-large':
      return 'Isinya lebih dari 4 GB, lebih dari yang dapat dimuat satu paket. Hapus centang “Berkas bukti” pada cadangan otomatis.'
    case 'not-whole':
      return `Yang ditulis ke folder “${folder}” tidak terbaca utuh dan sudah dihapus. Flashdisknya mungkin rusak: pilih folder lain.`
    case 'failed':
      return `Folder “${folder}” tidak dapat ditulisi. Pastikan folder itu tidak terkunci, atau pilih folder lain.`
  }
}
