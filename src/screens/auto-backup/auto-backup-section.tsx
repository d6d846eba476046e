import { useContext, useState } from 'react'
import { KEPT_COPIES } from '../../handover/kept-copies'
import { formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { useUndo } from '../../ui/undo'
import { Tick } from '../parcel/tick'
import { ByteProgress } from '../parcel/byte-progress'
import type { BackupFolder } from '../../storage/backup-folder'
import { GuideLink } from '../guide/guide-link'
import { SessionContext } from '../session/session-context'
import { AutoBackupFailureNotice } from './auto-backup-failure'
import { canChooseFolder, chooseFolder } from './folder-access'
import { LeftOutNotice } from './left-out-notice'
import { QUIET } from './stretches'
import { useAutoBackup } from './use-auto-backup'
import './auto-backup.css'

const EVERYTHING = { withFiles: true, withConfidential: true }

/** Cadangan otomatis: into which folder, what goes along, and how it stands. With an assessment open it can be begun too. */
export function AutoBackupSection() {
  const [backup, state] = useAutoBackup()
  const session = useContext(SessionContext)
  const offerUndo = useUndo()
  const [choice, setChoice] = useState(EVERYTHING)
  const [refused, setRefused] = useState(false)
  const { chosen, failure, writing } = state
  const now = session ? () => backup.backUp(session) : undefined

  async function change(next: BackupFolder | null): Promise<void> {
    await backup.choose(next)
    if (next) await now?.()
  }

  async function choose(): Promise<void> {
    setRefused(false)
    try {
      const folder = await chooseFolder()
      if (folder) await change({ ...(chosen ?? choice), folder })
    } catch {
      setRefused(true)
    }
  }

  function tick(part: Partial<typeof choice>): void {
    setChoice({ ...choice, ...part })
    if (chosen) void change({ ...chosen, ...part }).catch(() => setRefused(true))
  }

  function stop(): void {
    if (!chosen) return
    backup.choose(null).catch(() => setRefused(true))
    offerUndo('Cadangan otomatis dihentikan', () => void change(chosen).catch(() => setRefused(true)))
  }

  return (
    <section className="auto-backup">
      <h2>Cadangan otomatis</h2>
      <p className="read-2">
        Cadangan ditulis sendiri ke folder pilihan Anda setiap kali Anda berhenti mengisi: {QUIET / 60_000}{' '}
        menit tanpa perubahan, berpindah ke jendela lain, atau keluar dari penilaian. Setelah dibaca kembali
        dan utuh, baru dihitung tersimpan. {formatCount(KEPT_COPIES)} cadangan terakhir tiap penilaian
        disimpan; yang lebih lama dihapus. <GuideLink section="cadangan-otomatis" />
      </p>
      {!canChooseFolder() ? (
        <Notice tone="info">
          <p>
            Peramban ini tidak dapat menulis sendiri ke folder; Chrome dan Edge di komputer dapat. Simpanlah
            cadangan dengan tombol “Simpan cadangan” di Kirim.
          </p>
        </Notice>
      ) : (
        <>
          <Notice tone="warn">
            <p>
              <b>Tanpa kata sandi.</b> Kata sandi tidak pernah disimpan di komputer ini, jadi cadangan
              otomatis tidak terkunci: siapa pun yang dapat membuka foldernya dapat membacanya.
            </p>
          </Notice>
          <fieldset className="parcel-choices">
            <legend className="label">Yang disertakan</legend>
            <Tick
              label="Berkas bukti"
              hint="Tanpa berkas, penilaian yang berberkas tetap dihitung belum dicadangkan."
              checked={(chosen ?? choice).withFiles}
              onTick={(withFiles) => tick({ withFiles })}
            />
            <Tick
              label="Dokumen rahasia"
              hint="Tanpa ini, penilaian yang berdokumen rahasia tetap dihitung belum dicadangkan."
              checked={(chosen ?? choice).withConfidential}
              onTick={(withConfidential) => tick({ withConfidential })}
            />
          </fieldset>
          {chosen && !failure && (
            <p className="gap-top" role="status">
              <Icon name="tick" /> Cadangan otomatis aktif, ke folder <b>{chosen.folder.name}</b>.
            </p>
          )}
          {writing && (
            <ByteProgress
              label="Mencadangkan"
              done={writing.done}
              total={writing.total}
              onCancel={backup.cancel}
            />
          )}
          <AutoBackupFailureNotice backup={backup} state={state} onRetry={now} />
          {session && <LeftOutNotice state={state} />}
          {refused && (
            <Notice tone="err" live>
              <p>
                <b>Folder itu tidak dapat dipakai.</b> Buat atau pilih folder lain, misalnya folder baru di
                flashdisk.
              </p>
            </Notice>
          )}
          <div className="actions gap-top">
            <button type="button" className="btn" onClick={() => void choose()}>
              <Icon name="folder" />
              {chosen ? 'Ganti folder' : 'Pilih folder'}
            </button>
            {chosen && (
              <button type="button" className="btn" onClick={stop}>
                Hentikan cadangan otomatis
              </button>
            )}
          </div>
        </>
      )}
    </section>
  )
}
