import { formatBytes, formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress-bar'
import { download } from '../handover/save-file'
import type { DossierWork, MadeDossier } from './use-dossier-work'

/** What became of a dossier: how far it is, called off, failed, or checked and handed over. */
export function DossierOutcome({ work }: { readonly work: DossierWork }) {
  const { state } = work
  switch (state.kind) {
    case 'idle':
      return null
    case 'making':
      return (
        <div className="making">
          <ProgressBar
            label="Membuat berkas asesor"
            share={state.total === 0 ? null : state.done / state.total}
          />
          <div className="under">
            <span role="status">{stepOf(state.done, state.total)}</span>
            <button type="button" className="btn sm" onClick={work.cancel}>
              Batalkan
            </button>
          </div>
        </div>
      )
    case 'cancelled':
      return (
        <Notice tone="info" live>
          <p>Berkas asesor dibatalkan. Isian Anda tidak berubah. {leftBehind(state.removed)}</p>
        </Notice>
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
        <Notice tone="err" live>
          <p>
            <b>Berkas asesor belum jadi.</b> Isian Anda aman. {leftBehind(state.removed)} Kosongkan ruang
            disk, tutup tab lain, lalu coba lagi; bila tetap gagal, buat per domain.
          </p>
        </Notice>
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
  if (done === total) return 'Memeriksa kembali…'
  return `Dokumen ${formatCount(done + 1)} dari ${formatCount(total)}`
}

function Made({ dossier }: { readonly dossier: MadeDossier }) {
  const { volumes, file, name, sums, missingCharacters, saved } = dossier
  const oversized = volumes.filter((volume) => volume.oversized)
  return (
    <Notice tone={missingCharacters > 0 || oversized.length > 0 ? 'warn' : 'ok'} live>
      <p>
        <b>Berkas asesor sudah diperiksa dan {saved ? 'tersimpan' : 'diserahkan ke peramban'}.</b>{' '}
        {file
          ? `${name}, ${formatBytes(file.size)}.`
          : `${formatCount(volumes.length)} jilid dan SHA256SUMS.txt dalam folder ${name}.`}
        {!saved && ' Periksa folder Unduhan.'}
      </p>
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
          <button
            type="button"
            className="btn sm"
            onClick={() => download({ name, blob: file, description: '' })}
          >
            <Icon name="save" />
            Unduh sekali lagi
          </button>
          <button
            type="button"
            className="btn sm"
            onClick={() =>
              download({
                name: 'SHA256SUMS.txt',
                blob: new Blob([sums], { type: 'text/plain' }),
                description: '',
              })
            }
          >
            Unduh SHA256SUMS.txt
          </button>
        </div>
      )}
    </Notice>
  )
}
