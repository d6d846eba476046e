import { useState } from 'react'
import { BACKUP_LIMIT, readBackup } from '../../handover/backup'
import { formatBytes, formatCount } from '../../report/format'
import { FileButton } from '../../ui/file-button'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { dayAndTime, notBackedUp } from '../app/clock'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import { backupFaultMessage } from '../home/backup-messages'
import { countChanges } from '../session/session'
import type { Session } from '../session/session'
import { useSession, useSessionState } from '../session/session-context'
import { changesFile } from './changes-file'
import { ChangesSize } from './changes-size'
import { GoesOut } from './goes-out'
import { download, saveFile, type FileToSave, type Saved } from './save-file'
import { StorageFactsLine } from './storage-facts'

type Outcome =
  | { readonly kind: 'written'; readonly file: FileToSave; readonly changes: number; readonly saved: Saved }
  | { readonly kind: 'confirmed'; readonly changes: number; readonly whole: boolean }
  | { readonly kind: 'wrong'; readonly message: string }

/** The backup: all changes of this assessment as one file, checked before it leaves and, if wished, after. */
export function BackupSection() {
  const session = useSession()
  const unsavedSince = useSessionState((state) => state.local.unsavedSince)
  const backup = useSessionState((state) => state.local.backup)
  const changes = useSessionState((state) => countChanges(state.present))
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  async function write(): Promise<void> {
    try {
      setOutcome(await writeBackupFile(session))
    } catch {
      setOutcome({ kind: 'wrong', message: 'Cadangan belum jadi. Kosongkan ruang disk, lalu coba lagi.' })
    }
  }

  async function confirm(file: File | undefined): Promise<void> {
    if (!file) return
    try {
      setOutcome(await confirmBackupFile(session, file))
    } catch {
      setOutcome({ kind: 'wrong', message: 'Berkas tidak dapat diperiksa. Pilih lagi berkasnya.' })
    }
  }

  return (
    <>
      <h1>Cadangan untuk kami sendiri</h1>
      <p className="read-2">
        Satu berkas berisi seluruh penilaian ini beserta <Term id="history">riwayatnya</Term>. Simpan di
        flashdisk atau komputer lain; dari situ penilaian dapat dipulihkan atau{' '}
        <Term id="merge">digabung</Term>. <GuideLink section="cadangan" />
      </p>
      <Notice tone={unsavedSince ? 'warn' : 'ok'}>
        <p>
          <b>{unsavedSince ? `${notBackedUp(unsavedSince)}.` : 'Semua isian sudah dicadangkan.'}</b>{' '}
          {backup
            ? `Cadangan terakhir yang diketahui tersimpan: ${dayAndTime(backup.at)}.`
            : 'Belum ada cadangan yang diketahui tersimpan.'}
        </p>
      </Notice>
      <GoesOut
        rows={[
          {
            what: 'Isian, bukti, dan riwayat seluruhnya, termasuk yang rahasia',
            count: `${formatCount(changes)} perubahan`,
            size: <ChangesSize />,
          },
        ]}
      />
      <div className="actions gap-top">
        <button type="button" className="btn main big" onClick={() => void write()}>
          <Icon name="save" />
          Simpan cadangan
        </button>
      </div>
      <section className="confirm">
        <h2>Periksa cadangan yang sudah disimpan</h2>
        <p className="hint">
          Pilih kembali berkasnya. Bila utuh, baru dihitung sebagai tersimpan: halaman ini tidak dapat melihat
          folder Unduhan Anda.
        </p>
        <div className="actions">
          <FileButton
            label="Pilih berkas"
            name="Periksa cadangan yang sudah disimpan"
            accept=".json,application/json"
            onFile={(file) => void confirm(file)}
          />
        </div>
      </section>
      {outcome && <OutcomeNotice outcome={outcome} />}
      <StorageFactsLine />
    </>
  )
}

function OutcomeNotice({ outcome }: { readonly outcome: Outcome }) {
  switch (outcome.kind) {
    case 'wrong':
      return (
        <Notice tone="err" live>
          <p>{outcome.message}</p>
        </Notice>
      )
    case 'confirmed':
      return (
        <Notice tone={outcome.whole ? 'ok' : 'warn'} live>
          <p>
            <b>Berkas ini utuh: {formatCount(outcome.changes)} perubahan.</b>{' '}
            {outcome.whole
              ? 'Semua isian sudah dicadangkan.'
              : 'Ada isian yang lebih baru dari berkas ini. Simpan cadangan lagi.'}
          </p>
        </Notice>
      )
    case 'written':
      return <WrittenNotice outcome={outcome} />
  }
}

function WrittenNotice({ outcome }: { readonly outcome: Extract<Outcome, { kind: 'written' }> }) {
  const { file, changes, saved } = outcome
  const ends: Record<Saved, string> = {
    saved: 'Cadangan sudah diperiksa dan tersimpan',
    'handed-over': 'Cadangan sudah diperiksa dan diserahkan ke peramban',
    cancelled: 'Cadangan sudah diperiksa, tetapi belum disimpan',
  }
  return (
    <Notice tone={saved === 'cancelled' ? 'warn' : 'ok'} live>
      <p>
        <b>{ends[saved]}.</b> {file.name}, {formatCount(changes)} perubahan, {formatBytes(file.blob.size)}.
        {saved === 'handed-over' && ' Periksa folder Unduhan, lalu pilih berkasnya di atas untuk memastikan.'}
      </p>
      <div className="actions">
        <button type="button" className="btn sm" onClick={() => download(file)}>
          <Icon name="save" />
          Unduh sekali lagi
        </button>
      </div>
    </Notice>
  )
}

/** Writes the backup, reads it again and counts, and only then saves it. */
async function writeBackupFile(session: Session): Promise<Outcome> {
  const { file, changes } = await changesFile(session, 'Cadangan')
  const saved = await saveFile(file)
  if (saved === 'saved') await session.markBackedUp(changes)
  return { kind: 'written', file, changes: changes.length, saved }
}

/** Reads a saved file back. If it is whole and of this assessment, it counts as a backup from now on. */
async function confirmBackupFile(session: Session, file: File): Promise<Outcome> {
  if (file.size > BACKUP_LIMIT) return { kind: 'wrong', message: backupFaultMessage({ kind: 'too-large' }) }
  const reading = readBackup(await file.text())
  if (reading.status === 'refused') return { kind: 'wrong', message: backupFaultMessage(reading.fault) }
  const { backup } = reading
  if (backup.assessment.id !== session.getState().assessment.id) {
    return {
      kind: 'wrong',
      message: 'Berkas ini cadangan dari penilaian lain. Pilih cadangan penilaian ini.',
    }
  }
  await session.flush()
  await session.markBackedUp(backup.changes)
  const whole = session.getState().local.unsavedSince === null
  return { kind: 'confirmed', changes: backup.changes.length, whole }
}
