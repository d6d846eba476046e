import { formatBytes, formatCount } from '../../report/format'
import { Dialog } from '../../ui/dialog'
import { Notice } from '../../ui/notice'
import { CancelledNotice, DownloadAgain, FailedNotice, MADE_WORDS } from '../handover/work-notices'
import { WritingProgress } from './byte-progress'
import type { ParcelKind } from './parcel-source'
import type { Password } from './password-choice'
import type { ParcelWork, WrittenParcel } from './use-parcel-work'
import '../../ui/key-values.css'

interface ParcelOutcomeProps {
  readonly work: ParcelWork
  readonly kind: ParcelKind
  readonly password: Password
}

/** What becomes of a parcel: how far it is, called off, failed, or made, with its name, size and seal. */
export function ParcelOutcome({ work, kind, password }: ParcelOutcomeProps) {
  const { state } = work
  switch (state.kind) {
    case 'idle':
      return null
    case 'making':
      return <WritingProgress done={state.done} total={state.total} onCancel={work.cancel} />
    case 'cancelled':
      return <CancelledNotice name={kind}>Penilaian Anda tidak berubah.</CancelledNotice>
    case 'failed':
      return (
        <FailedNotice name={kind}>
          Penilaian Anda aman.{' '}
          {state.why === 'too-large'
            ? 'Isinya lebih dari 4 GB, lebih dari yang dapat dimuat satu paket. Simpan tanpa berkas bukti.'
            : 'Kosongkan ruang disk, lalu coba lagi.'}
          {state.intoFile && ' Berkas yang tadi dipilih jangan dipakai: isinya tidak lengkap.'}
        </FailedNotice>
      )
    case 'made':
      return (
        <MadeDialog
          parcel={state.parcel}
          kind={kind}
          locked={password.kind !== 'none'}
          onClose={work.close}
        />
      )
  }
}

interface MadeDialogProps {
  readonly parcel: WrittenParcel
  readonly kind: ParcelKind
  readonly locked: boolean
  readonly onClose: () => void
}

function MadeDialog({ parcel, kind, locked, onClose }: MadeDialogProps) {
  const { name, file, seal, prepared, saved } = parcel
  return (
    <Dialog title={`${kind} ${MADE_WORDS[saved]}`} onClose={onClose} wide>
      <dl className="kv">
        <dt>Berkas</dt>
        <dd>{name}</dd>
        <dt>Ukuran</dt>
        <dd>{formatBytes(file.size)}</dd>
        <dt>Isi</dt>
        <dd>
          {formatCount(prepared.changes.length)} perubahan, {formatCount(prepared.files.size)} berkas bukti
        </dd>
        <dt>Segel</dt>
        <dd className="seal">{seal}</dd>
      </dl>
      {prepared.lost.length > 0 && (
        <Notice tone="warn">
          <p>
            <b>{formatCount(prepared.lost.length)} berkas bukti tidak ikut</b>, karena tidak dapat dibaca lagi
            dari disk komputer ini: {prepared.lost.join(', ')}. Tambahkan ulang pada Bukti, lalu buat lagi.
          </p>
        </Notice>
      )}
      <p>
        Catat segelnya, atau kirim lewat jalan lain daripada berkasnya. Penerima membandingkannya di{' '}
        <b>Periksa berkas</b>: bila sama, tidak ada yang berubah. Segel bukan tanda tangan elektronik.
      </p>
      {locked && <p>Paket ini terkunci. Tanpa kata sandinya tidak ada yang dapat membukanya.</p>}
      {saved === 'handed-over' && (
        <p>
          Periksa folder Unduhan.{' '}
          {kind === 'Cadangan' &&
            'Halaman ini tidak dapat melihatnya: pilih berkasnya kembali di bawah, baru cadangan dihitung tersimpan.'}
        </p>
      )}
      <div className="actions">
        {saved === 'handed-over' && <DownloadAgain file={{ name, blob: file }} />}
        <button type="button" className="btn main" onClick={onClose}>
          Selesai
        </button>
      </div>
    </Dialog>
  )
}
