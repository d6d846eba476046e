import { useState } from 'react'
import { fileOf } from '../../handover/manifest'
import { formatCount } from '../../report/format'
import { Notice } from '../../ui/notice'
import { dayAndTime, notBackedUp } from '../app/clock'
import { AutoBackupSection } from '../auto-backup/auto-backup-section'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import { FileReadingView } from '../parcel/file-reading-view'
import { parcelFaultMessage, UNREADABLE } from '../parcel/parcel-messages'
import { ParcelButton } from '../parcel/parcel-button'
import { ParcelMaker } from '../parcel/parcel-maker'
import { useFileReading, type ReadFile } from '../parcel/use-file-reading'
import type { Session } from '../session/session'
import { useSession, useSessionState } from '../session/session-context'
import { StorageFactsLine } from './storage-facts'

const EVERYTHING = { withFiles: true, withConfidential: true, withRemoved: true }

type Confirmation =
  | { readonly kind: 'confirmed'; readonly changes: number; readonly whole: boolean }
  | { readonly kind: 'wrong'; readonly message: string }

/** The backup: everything of this assessment as one parcel, checked before it leaves and, if wished, after. */
export function BackupSection() {
  const unsavedSince = useSessionState((state) => state.local.unsavedSince)
  const backup = useSessionState((state) => state.local.backup)
  return (
    <>
      <h1>Cadangan untuk kami sendiri</h1>
      <p className="read-2">
        Satu <Term id="parcel">paket</Term> berisi seluruh penilaian ini beserta{' '}
        <Term id="history">riwayatnya</Term> dan berkas buktinya. Simpan di flashdisk atau komputer lain; dari
        situ penilaian dapat dipulihkan atau <Term id="merge">digabung</Term>.{' '}
        <GuideLink section="cadangan" />
      </p>
      <Notice tone={unsavedSince ? 'warn' : 'ok'}>
        <p>
          <b>{unsavedSince ? `${notBackedUp(unsavedSince)}.` : 'Semua isian sudah dicadangkan.'}</b>{' '}
          {backup
            ? `Cadangan terakhir yang diketahui tersimpan: ${dayAndTime(backup.at)}.`
            : 'Belum ada cadangan yang diketahui tersimpan.'}
        </p>
      </Notice>
      <ParcelMaker kind="Cadangan" label="Simpan cadangan" initial={EVERYTHING} />
      <AutoBackupSection />
      <ConfirmBackup />
      <StorageFactsLine />
    </>
  )
}

/** Reads a saved backup again: only then is it known to lie somewhere. */
function ConfirmBackup() {
  const session = useSession()
  const [outcome, setOutcome] = useState<Confirmation | null>(null)
  const reading = useFileReading((read) => {
    confirmed(session, read).then(setOutcome, () => setOutcome({ kind: 'wrong', message: UNREADABLE }))
  })
  return (
    <section className="confirm">
      <h2>Periksa cadangan yang sudah disimpan</h2>
      <p className="hint">
        Pilih kembali berkasnya. Bila utuh, baru dihitung sebagai tersimpan: halaman ini tidak dapat melihat
        folder Unduhan Anda.
      </p>
      <div className="actions">
        <ParcelButton
          name="Periksa cadangan yang sudah disimpan"
          onFile={(file) => {
            setOutcome(null)
            reading.take(file)
          }}
        />
      </div>
      <FileReadingView reading={reading} />
      {outcome?.kind === 'wrong' && (
        <Notice tone="err" live>
          <p>{outcome.message}</p>
        </Notice>
      )}
      {outcome?.kind === 'confirmed' && (
        <Notice tone={outcome.whole ? 'ok' : 'warn'} live>
          <p>
            <b>Berkas ini utuh: {formatCount(outcome.changes)} perubahan.</b>{' '}
            {outcome.whole
              ? 'Semua isian sudah dicadangkan.'
              : 'Ada isian atau berkas bukti yang tidak ada dalam berkas ini. Simpan cadangan lagi.'}
          </p>
        </Notice>
      )}
    </section>
  )
}

/** If a file is whole and of this assessment, it counts as a backup from now on. */
async function confirmed(session: Session, read: ReadFile): Promise<Confirmation> {
  const fault = read.kind === 'parcel' ? read.parcel.fault : null
  if (fault) return { kind: 'wrong', message: parcelFaultMessage(fault) }
  const backup = read.kind === 'parcel' ? read.parcel.backup : read.backup
  if (backup?.assessment.id !== session.getState().assessment.id) {
    return {
      kind: 'wrong',
      message: 'Berkas ini cadangan dari penilaian lain. Pilih cadangan penilaian ini.',
    }
  }
  const entries = read.kind === 'parcel' ? read.parcel.manifest.entries : []
  const files = entries.flatMap(({ path }) => fileOf(path)?.sha256 ?? [])
  await session.flush()
  await session.markBackedUp(backup.changes, new Set(files))
  const whole = session.getState().local.unsavedSince === null
  return { kind: 'confirmed', changes: backup.changes.length, whole }
}
