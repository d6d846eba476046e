import { useState } from 'react'
import { formatValue } from '../../report/format'
import { updateLocal } from '../../storage/assessments'
import { focusOn } from '../../ui/focus'
import { useUndo } from '../../ui/undo'
import { useApp } from '../app/app-context'
import { dayAndTime } from '../app/clock'
import { hrefOf } from '../app/routes'
import { copyAssessment } from './copy'
import type { Summary } from './summaries'
import '../../ui/fold.css'

const ORIGIN_WORDS = { own: '', example: ' · contoh', copy: ' · salinan' } as const

interface AssessmentRowProps {
  readonly summary: Summary
  readonly reload: () => void
}

/** One assessment in the list, with what can be done with it. */
export function AssessmentRow({ summary, reload }: AssessmentRowProps) {
  const { stored, facts, answered, total } = summary
  const { assessment, local } = stored
  const title = `${facts.institutionName ?? 'Tanpa nama'}, ${facts.year ?? ''}`
  const progress = total === 0 ? 0 : answered / total
  return (
    <li>
      <div>
        <a
          className="t"
          href={hrefOf({ screen: 'fill-in', assessment: assessment.id, indicator: local.place })}
        >
          {title}
        </a>
        <span className="m">
          {summary.instrumentTitle}
          {ORIGIN_WORDS[assessment.origin]}
        </span>
        {local.lastChangeAt && <span className="m">Diubah: {dayAndTime(local.lastChangeAt)}</span>}
      </div>
      <div>
        <span className="k">{summary.isPart ? 'Rata-rata bagian kami' : 'Indeks sementara'}</span>
        <span className="v">{summary.index === null ? '—' : formatValue(summary.index)}</span>
      </div>
      <div>
        <span className="k">
          {answered} dari {total} terjawab
        </span>
        <div className="prog" aria-hidden="true">
          <i style={{ width: `${progress * 100}%` }} />
        </div>
      </div>
      <RowActions summary={summary} title={title} reload={reload} />
    </li>
  )
}

function RowActions({ summary, title, reload }: AssessmentRowProps & { readonly title: string }) {
  const services = useApp()
  const offerUndo = useUndo()
  const [failed, setFailed] = useState(false)
  const { id } = summary.stored.assessment

  async function mark(deletedAt: string | null): Promise<void> {
    await updateLocal(services.database, id, (local) => ({ ...local, deletedAt }))
    services.news.publish({ kind: 'assessments' })
    reload()
  }

  async function remove(): Promise<void> {
    await mark(new Date().toISOString())
    focusOn(document.querySelector<HTMLElement>('main h1'))
    offerUndo(`${title} dipindahkan ke Sampah`, () => void mark(null))
  }

  async function copy(): Promise<void> {
    await copyAssessment(services, summary.stored)
    reload()
  }

  function attempt(action: () => Promise<void>): void {
    setFailed(false)
    action().catch(() => setFailed(true))
  }

  return (
    <details className="more">
      <summary className="btn sm" aria-label={`Lainnya untuk ${title}`}>
        Lainnya
      </summary>
      <div className="menu">
        <a className="btn plain sm" href={hrefOf({ screen: 'settings', assessment: id })}>
          Ganti nama atau tahun
        </a>
        <a className="btn plain sm" href={hrefOf({ screen: 'successor', source: id })}>
          Penilaian baru dari yang ini
        </a>
        <button type="button" className="btn plain sm" onClick={() => attempt(copy)}>
          Salin untuk dicoba-coba
        </button>
        <button type="button" className="btn plain sm" onClick={() => attempt(remove)}>
          Hapus (ke Sampah)
        </button>
        {failed && (
          <span className="tag err" role="alert">
            Tidak dapat disimpan. Kosongkan ruang disk, lalu coba lagi.
          </span>
        )}
      </div>
    </details>
  )
}
