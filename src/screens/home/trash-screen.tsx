import { useState } from 'react'
import { eraseAssessment, TRASH_DAYS, updateLocal } from '../../storage/assessments'
import { Dialog } from '../../ui/dialog'
import { focusOn } from '../../ui/focus'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import { dayAndTime } from '../app/clock'
import { useScreen } from '../app/use-screen'
import { BarePage } from '../strip/bare-strip'
import type { Summary } from './summaries'
import { useHome } from './use-home'
import './home.css'

/** Sampah: what was deleted, for thirty days. */
export default function TrashScreen() {
  useScreen('Sampah')
  const { database, news } = useApp()
  const { home, reload } = useHome()
  const [asking, setAsking] = useState<Summary | null>(null)
  const [failed, setFailed] = useState(false)

  function attempt(action: Promise<void>): void {
    setFailed(false)
    action.then(
      () => {
        news.publish({ kind: 'assessments' })
        focusOn(document.querySelector<HTMLElement>('main h1'))
        reload()
      },
      () => setFailed(true),
    )
  }

  function restore({ stored }: Summary): void {
    attempt(updateLocal(database, stored.assessment.id, (local) => ({ ...local, deletedAt: null })))
  }

  function erase({ stored }: Summary): void {
    setAsking(null)
    attempt(eraseAssessment(database, stored.assessment.id))
  }

  return (
    <BarePage wide>
      <h1>Sampah</h1>
      <p className="read-2">
        Penilaian yang dihapus disimpan {TRASH_DAYS} hari di sini, lalu hilang untuk selamanya.
      </p>
      {failed && (
        <Notice tone="err" live>
          <p>Belum terlaksana: penyimpanan penuh atau terputus. Tidak ada yang berubah. Coba lagi.</p>
        </Notice>
      )}
      {home?.trash.length === 0 && <p className="gap-top">Sampah kosong.</p>}
      <ul className="asm">
        {home?.trash.map((summary) => (
          <TrashRow
            key={summary.stored.assessment.id}
            summary={summary}
            onRestore={() => restore(summary)}
            onErase={() => setAsking(summary)}
          />
        ))}
      </ul>
      {asking && (
        <EraseQuestion summary={asking} onKeep={() => setAsking(null)} onErase={() => erase(asking)} />
      )}
    </BarePage>
  )
}

interface TrashRowProps {
  readonly summary: Summary
  readonly onRestore: () => void
  readonly onErase: () => void
}

function TrashRow({ summary, onRestore, onErase }: TrashRowProps) {
  const { stored, answered, total } = summary
  return (
    <li>
      <div>
        <span className="t">{nameOf(summary)}</span>
        <span className="m">Dihapus: {dayAndTime(stored.local.deletedAt ?? '')}</span>
      </div>
      <span className="k">
        {answered} dari {total} terjawab
      </span>
      <button type="button" className="btn sm" onClick={onRestore}>
        Pulihkan<span className="vh"> {nameOf(summary)}</span>
      </button>
      <button type="button" className="btn sm danger" onClick={onErase}>
        Hapus selamanya<span className="vh"> {nameOf(summary)}</span>
      </button>
    </li>
  )
}

interface EraseQuestionProps {
  readonly summary: Summary
  readonly onKeep: () => void
  readonly onErase: () => void
}

/** Erasing is the one thing that cannot be undone, so it is the one that is asked about. */
function EraseQuestion({ summary, onKeep, onErase }: EraseQuestionProps) {
  const { backup } = summary.stored.local
  return (
    <Dialog title={`Hapus ${nameOf(summary)} untuk selamanya?`} onClose={onKeep}>
      <p>
        {summary.answered} indikator terjawab akan hilang.{' '}
        {backup
          ? `Cadangan terakhir yang diketahui tersimpan: ${dayAndTime(backup.at)}.`
          : 'Belum ada cadangan yang diketahui tersimpan.'}
      </p>
      <div className="actions">
        <button type="button" className="btn main" onClick={onKeep}>
          Jangan hapus
        </button>
        <button type="button" className="btn danger" onClick={onErase}>
          Hapus selamanya
        </button>
      </div>
    </Dialog>
  )
}

function nameOf({ facts }: Summary): string {
  return `${facts.institutionName ?? 'Tanpa nama'}, ${facts.year ?? 'tanpa tahun'}`
}
