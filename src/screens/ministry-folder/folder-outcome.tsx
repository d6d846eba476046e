import { formatBytes, formatCount } from '../../report/format'
import { Notice } from '../../ui/notice'
import { CancelledNotice, FailedNotice, MadeNotice } from '../handover/work-notices'
import { WritingProgress } from '../parcel/byte-progress'
import type { Obstacle } from './folder-source'
import type { FolderState, FolderWork } from './use-folder-work'

/** What becomes of the ministry folder: how far it is, called off, refused, failed, or made. */
export function FolderOutcome({ work: { state, cancel } }: { readonly work: FolderWork }) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'making':
      return <WritingProgress done={state.done} total={state.total} onCancel={cancel} />
    case 'cancelled':
      return <CancelledNotice name="Map kementerian">{leftBehind(state.removed)}</CancelledNotice>
    case 'refused':
      return (
        <Notice tone="err" live>
          <p>
            <b>Map kementerian belum dibuat.</b> {obstacleText(state.obstacle)}
          </p>
        </Notice>
      )
    case 'failed':
      return (
        <FailedNotice name="Map kementerian">
          Penilaian dan berkas Anda aman. {leftBehind(state.removed)}{' '}
          {state.path
            ? `Isi “${state.path}” tidak terbaca kembali seperti semula. Coba lagi; bila berulang, tambahkan ulang berkas itu pada Bukti.`
            : 'Kosongkan ruang disk, tutup program lain yang membuka map itu, lalu coba lagi.'}
        </FailedNotice>
      )
    case 'lost':
      return (
        <FailedNotice name="Map kementerian">
          Penilaian Anda aman. {leftBehind(state.removed)} Berkas ini tidak dapat dibaca lagi dari disk
          komputer ini: {state.paths.join(', ')}. Tambahkan ulang pada Bukti, lalu coba lagi.
        </FailedNotice>
      )
    case 'made':
      return <Made state={state} />
  }
}

function Made({ state }: { readonly state: Extract<FolderState, { kind: 'made' }> }) {
  const { made, name, saved } = state
  const facts = [
    name,
    `${formatCount(made.files)} berkas`,
    formatBytes(made.bytes),
    ...(made.smallerCopies > 0
      ? [`${formatCount(made.smallerCopies)} foto sebagai salinan lebih kecil`]
      : []),
  ]
  return (
    <MadeNotice
      name="Map kementerian"
      saved={saved ? 'saved' : 'handed-over'}
      facts={`${facts.join(', ')}.`}
    />
  )
}

function leftBehind(removed: boolean): string {
  return removed ? 'Tidak ada yang tertinggal.' : 'Hapus map yang tadi dibuat: isinya tidak lengkap.'
}

function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'too-large':
      return 'Isinya lebih dari 4 GB, lebih dari yang dapat dimuat satu ZIP. Tulis sebagai folder, atau pakai salinan foto yang lebih kecil.'
    case 'no-room':
      return `Perlu ${formatBytes(obstacle.needed)}, tetapi peramban hanya punya ${formatBytes(obstacle.free)}. Kosongkan ruang disk atau hapus berkas pada Penyimpanan, lalu coba lagi.`
    case 'gone':
      return `Berkas untuk “${obstacle.name}” tidak ada lagi di komputer ini. Muat ulang halaman ini, lalu coba lagi.`
  }
}
