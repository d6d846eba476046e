import { eraseAssessment, TRASH_DAYS, updateLocal } from '../../storage/assessments'
import { useApp } from '../app/app-context'
import { dayAndTime } from '../app/clock'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { BareStrip } from '../strip/bare-strip'
import { useHome } from './use-home'
import './home.css'

/** Sampah: what was deleted, for thirty days. */
export default function TrashScreen() {
  useScreen('Sampah')
  const { database, news } = useApp()
  const { home, reload } = useHome()

  async function restore(id: string): Promise<void> {
    await updateLocal(database, id, (local) => ({ ...local, deletedAt: null }))
    news.publish({ kind: 'assessments' })
    reload()
  }

  async function erase(id: string): Promise<void> {
    await eraseAssessment(database, id)
    news.publish({ kind: 'assessments' })
    reload()
  }

  return (
    <>
      <BareStrip />
      <main className="page" id="isi">
        <p className="small">
          <a href={hrefOf({ screen: 'home' })}>‹ Beranda</a>
        </p>
        <h1>Sampah</h1>
        <p className="read-2">
          Penilaian yang dihapus disimpan {TRASH_DAYS} hari di sini, lalu hilang untuk selamanya.
        </p>
        {home?.trash.length === 0 && <p className="gap-top">Sampah kosong.</p>}
        <ul className="asm">
          {home?.trash.map(({ stored, facts, answered, total }) => (
            <li key={stored.assessment.id}>
              <div>
                <span className="t">
                  {facts.institutionName}, {facts.year}
                </span>
                <span className="m">Dihapus: {dayAndTime(stored.local.deletedAt ?? '')}</span>
              </div>
              <span className="k">
                {answered} dari {total} terjawab
              </span>
              <button type="button" className="btn sm" onClick={() => void restore(stored.assessment.id)}>
                Pulihkan
              </button>
              <button
                type="button"
                className="btn sm danger"
                onClick={() => void erase(stored.assessment.id)}
              >
                Hapus selamanya
              </button>
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}
