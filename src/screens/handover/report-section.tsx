import { useRef, useState } from 'react'
import { formatBytes, formatCount } from '../../report/format'
import { JobCancelled, startReportJob, type ReportJob } from '../../workers/report-job'
import { Fold } from '../../ui/fold'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress-bar'
import { StatusMark } from '../../ui/status-mark'
import { statusIn, useSession, useSessionState } from '../session/session-context'
import { inScope } from '../../answers/assessment'
import { generalCautions, placedIndicators } from '../../instrument/lookup'
import { reportOf } from './make-report'
import { download, saveFile, type FileToSave, type Saved } from './save-file'

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'made'
      readonly file: FileToSave
      readonly pages: number
      readonly missing: number
      readonly saved: Saved
    }
  | { readonly kind: 'failed' }
  | { readonly kind: 'cancelled' }

/** The PDF report for the assessor: what goes out, what stays, and making it. */
export function ReportSection() {
  const session = useSession()
  const [work, setWork] = useState<Work>({ kind: 'idle' })
  const job = useRef<ReportJob | null>(null)

  async function make(): Promise<void> {
    setWork({ kind: 'making', done: 0, total: 0 })
    try {
      await session.flush()
      const model = reportOf(session)
      const running = startReportJob(model, (done, total) => setWork({ kind: 'making', done, total }))
      job.current = running
      const { pdf, pages, missingCharacters } = await running.result
      const file = {
        name: model.fileName,
        blob: pdf,
        description: 'Laporan PDF',
      }
      setWork({ kind: 'made', file, pages, missing: missingCharacters, saved: await saveFile(file) })
    } catch (cause) {
      setWork({ kind: cause instanceof JobCancelled ? 'cancelled' : 'failed' })
    } finally {
      job.current = null
    }
  }

  return (
    <>
      <h1>Laporan untuk asesor</h1>
      <p className="read-2">
        Laporan PDF lengkap dalam urutan yang dibaca asesor: ringkasan, nilai domain dan aspek, lalu tiap
        indikator dengan tingkat, kriteria, fakta, analisis, dan rujukan buktinya.
      </p>
      <Contents />
      <div className="actions gap-top">
        <button
          type="button"
          className="btn main big"
          disabled={work.kind === 'making'}
          onClick={() => void make()}
        >
          Buat laporan PDF
        </button>
        <span className="hint">beberapa detik, dapat dibatalkan</span>
      </div>
      <Outcome work={work} onCancel={() => job.current?.cancel()} />
      <Cautions />
    </>
  )
}

/** What is not certain about the process, said before the report leaves. */
function Cautions() {
  const { instrument } = useSession()
  const cautions = [...generalCautions(instrument, 'process'), ...generalCautions(instrument, 'weight')]
  if (cautions.length === 0) return null
  return (
    <div className="folds">
      <Fold title="Yang belum pasti pada instrumen">
        {cautions.map((caution) => (
          <p key={caution.text}>{caution.text}</p>
        ))}
      </Fold>
    </div>
  )
}

function Outcome({ work, onCancel }: { readonly work: Work; readonly onCancel: () => void }) {
  switch (work.kind) {
    case 'idle':
      return null
    case 'making':
      return (
        <div className="making">
          <ProgressBar label="Membuat laporan" share={work.total === 0 ? null : work.done / work.total} />
          <div className="under">
            <span role="status">
              {work.total === 0 ? 'Menyusun halaman…' : `Halaman ${work.done} dari ${work.total}`}
            </span>
            <button type="button" className="btn sm" onClick={onCancel}>
              Batalkan
            </button>
          </div>
        </div>
      )
    case 'cancelled':
      return (
        <Notice tone="info" live>
          <p>Pembuatan laporan dibatalkan. Isian Anda tidak berubah.</p>
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="err" live>
          <p>
            <b>Laporan belum jadi.</b> Isian Anda aman. Tutup tab lain untuk memberi ruang, lalu coba lagi.
          </p>
        </Notice>
      )
    case 'made':
      return <Made work={work} />
  }
}

function Made({ work }: { readonly work: Extract<Work, { kind: 'made' }> }) {
  const { file, pages, missing, saved } = work
  const ends: Record<Saved, string> = {
    saved: 'Laporan sudah tersimpan',
    'handed-over': 'Laporan sudah jadi dan diserahkan ke peramban',
    cancelled: 'Laporan sudah jadi, tetapi belum disimpan',
  }
  return (
    <Notice tone={saved === 'cancelled' || missing > 0 ? 'warn' : 'ok'} live>
      <p>
        <b>{ends[saved]}.</b> {file.name}, {formatCount(pages)} halaman, {formatBytes(file.blob.size)}.
        {saved === 'handed-over' && ' Periksa folder Unduhan.'}
      </p>
      {missing > 0 && (
        <p>
          {formatCount(missing)} huruf tidak tersedia pada fon laporan dan dicetak sebagai □. Periksa teksnya.
        </p>
      )}
      <div className="actions">
        <button type="button" className="btn sm" onClick={() => download(file)}>
          <Icon name="save" />
          Unduh sekali lagi
        </button>
      </div>
    </Notice>
  )
}

function Contents() {
  const session = useSession()
  const scope = useSessionState((state) => state.assessment.scope)
  const placed = placedIndicators(session.instrument).filter(({ indicator }) => inScope(scope, indicator.id))
  const counts = useSessionState((state) =>
    (['lengkap', 'sebagian', 'belum'] as const)
      .map(
        (status) =>
          placed.filter(({ indicator }) => statusIn(session, state, indicator.id) === status).length,
      )
      .join(' '),
  )
  const [complete = 0, partial = 0, blank = 0] = counts.split(' ').map(Number)
  const documents = useSessionState((state) => state.evidence.documents.length)
  const confidential = useSessionState(
    (state) => state.evidence.documents.filter((document) => document.confidential).length,
  )
  const differences = useSessionState((state) => state.present.differences.size)
  return (
    <>
      <table className="goes-out">
        <thead>
          <tr>
            <th scope="col">Yang ikut</th>
            <th scope="col" className="num">
              Banyaknya
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Indikator</td>
            <td className="num">{placed.length}</td>
          </tr>
          <tr>
            <td>Dokumen yang dirujuk: judul dan halamannya</td>
            <td className="num">{documents}</td>
          </tr>
        </tbody>
      </table>
      <h2 className="gap-top">Sebelum mengirim</h2>
      <ul className="out">
        {complete > 0 && (
          <li>
            <StatusMark status="lengkap" />
            <span>{complete} indikator lengkap</span>
          </li>
        )}
        {partial > 0 && (
          <li>
            <StatusMark status="sebagian" />
            <span>{partial} indikator baru terisi sebagian</span>
          </li>
        )}
        {blank > 0 && (
          <li>
            <StatusMark status="belum" />
            <span>
              <b>{blank} indikator masih kosong</b> dan dicetak sebagai kosong.
            </span>
          </li>
        )}
        {differences > 0 && (
          <li>
            <Icon name="warning" />
            <span>
              <b>{differences} perbedaan</b> menunggu keputusan; sampai diputuskan, isiannya dicetak sebagai
              kosong.
            </span>
          </li>
        )}
        {confidential > 0 && (
          <li>
            <Icon name="lock" />
            <span>
              <b>{confidential} dokumen rahasia.</b> Pada laporan tertulis “ditunjukkan saat interviu”.
            </span>
          </li>
        )}
      </ul>
    </>
  )
}
