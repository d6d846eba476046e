import { formatBytes, formatCount } from '../../report/format'
import { Notice } from '../../ui/notice'
import { WorkProgress } from '../../ui/progress-bar'
import { download } from '../handover/save-file'
import { CancelledNotice, DownloadAgain, FailedNotice, MadeNotice } from '../handover/work-notices'
import type { DossierWork, MadeDossier } from './use-dossier-work'

/** What became of a dossier: how far it is, called off, failed, or checked and handed over. */
export function DossierOutcome({ work }: { readonly work: DossierWork }) {
  const { state } = work
  switch (state.kind) {
    case 'idle':
      return null
    case 'making':
      return (
        <WorkProgress
          label="Membuat berkas asesor"
          share={state.total === 0 ? null : state.done / state.total}
          onCancel={work.cancel}
        >
          {stepOf(state.done, state.total)}
        </WorkProgress>
      )
    case 'cancelled':
      return (
        <CancelledNotice name="Berkas asesor">
          Isian Anda tidak berubah. {leftBehind(state.removed)}
        </CancelledNotice>
      )
    case 'no-room':
      return (
        <Notice tone="err" live>
          <p>
            <b>Ruang penyimpanan tidak cukup, berkas asesor belum dibuat.</b> Isian Anda aman.{' '}
            {state.free !== null &&
              `Perlu sekitar ${formatBytes(state.needed)}, tersedia ${formatBytes(state.free)}. `}
            Kosongkan ruang disk, pilih halaman yang dirujuk saja tanpa berkas asli, atau buat per domain.
          </p>
        </Notice>
      )
    case 'failed':
      return (
        <FailedNotice name="Berkas asesor">
          Isian Anda aman. {leftBehind(state.removed)} Kosongkan ruang disk, tutup tab lain, lalu coba lagi;
          bila tetap gagal, buat per domain.
        </FailedNotice>
      )
    case 'made':
      return <Made dossier={state.dossier} />
  }
}

function leftBehind(removed: boolean): string {
  return removed
    ? 'Tidak ada yang tertinggal.'
    : 'Sebagian tertinggal di tempat yang Anda pilih: hapus, isinya tidak lengkap.'
}

function stepOf(done: number, total: number): string {
  if (total === 0) return 'Menyusun…'
  // Each counts twice: when it is joined, and when its volume is read again, while others are being joined.
  const documents = total / 2
  const current = Math.min(Math.floor(done / 2) + 1, documents)
  return `Dokumen ${formatCount(current)} dari ${formatCount(documents)}, disusun dan diperiksa kembali`
}

function Made({ dossier }: { readonly dossier: MadeDossier }) {
  const { volumes, file, name, sums, missingCharacters, saved } = dossier
  const oversized = volumes.filter((volume) => volume.oversized)
  return (
    <MadeNotice
      name="Berkas asesor"
      saved={saved ? 'saved' : 'handed-over'}
      warns={missingCharacters > 0 || oversized.length > 0}
      facts={
        file
          ? `${name}, ${formatBytes(file.size)}.`
          : `${formatCount(volumes.length)} jilid dan SHA256SUMS.txt dalam folder ${name}.`
      }
    >
      <ul className="volumes">
        {volumes.map((volume) => (
          <li key={volume.name}>
            {volumes.length > 1 && <b>{volume.name}: </b>}
            {formatCount(volume.pages)} halaman, {formatCount(volume.documents)} dokumen,{' '}
            {formatCount(volume.links)} tautan, {formatCount(volume.bookmarks)} penanda,{' '}
            {volume.originals > 0 && `${formatCount(volume.originals)} berkas asli, `}
            {formatBytes(volume.size)}
            {volume.oversized && ` (indikator ${volume.indicators} sendiri melebihi ukuran jilid)`}
            <span className="sum">SHA-256 {volume.sha256}</span>
          </li>
        ))}
      </ul>
      {missingCharacters > 0 && (
        <p>
          {formatCount(missingCharacters)} huruf tidak tersedia pada fon laporan dan dicetak sebagai □.
          Periksa teksnya.
        </p>
      )}
      {file && (
        <div className="actions">
          <DownloadAgain file={{ name, blob: file }} small />
          <button
            type="button"
            className="btn sm"
            onClick={() =>
              download({ name: 'SHA256SUMS.txt', blob: new Blob([sums], { type: 'text/plain' }) })
            }
          >
            Unduh SHA256SUMS.txt
          </button>
        </div>
      )}
    </MadeNotice>
  )
}
