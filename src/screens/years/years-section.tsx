import { useMemo, useState } from 'react'
import { runsOf, type PastYear } from '../../comparison/years'
import { yearLine } from '../../report/year-line'
import { focusOn } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { useUndo } from '../../ui/undo'
import { Term } from '../guide/term'
import { useSession } from '../session/session-context'
import { PastYearDialog } from './past-year-dialog'
import { NodeYears } from './node-years'
import { scalesOf } from './read-years'
import { UndecidedYears } from './undecided-years'
import { useYears } from './use-years'
import { YearsChart } from './years-chart'
import { YearsTable } from './years-table'
import './years.css'

/** Tahun ke tahun: typed results of past years beside the assessments made here. */
export default function YearsSection() {
  const session = useSession()
  const offerUndo = useUndo()
  const { pastYears, results, undecided, instruments, choices } = useYears()
  const [dialog, setDialog] = useState<{ readonly past: PastYear | null } | null>(null)
  const runs = useMemo(() => runsOf(results), [results])
  const line = useMemo(() => yearLine(results, scalesOf(instruments)), [results, instruments])

  function remove({ id, year }: PastYear): void {
    const target = { kind: 'pastYear', id } as const
    focusOn(document.getElementById('years-title'))
    session.set([{ target, field: 'removed', value: true }])
    offerUndo(`Hasil tahun ${year} dihapus`, () => session.set([{ target, field: 'removed', value: false }]))
  }

  return (
    <section aria-labelledby="years-title" className="years-section">
      <h2 id="years-title">Tahun ke tahun</h2>
      <p className="hint">
        Hasil tahun lalu yang Anda ketik, beserta penilaian instansi yang sama di komputer ini.{' '}
        <Term id="index">Indeks</Term> dari instrumen yang berbeda tidak dikurangkan: bobot, kriteria, dan
        ambangnya lain. Lingkaran kosong: belum semua indikator terjawab, atau hasil lain dari tahun yang
        sama.
      </p>
      {line && <YearsChart line={line} />}
      {results.length === 0 ? (
        <p>Belum ada hasil untuk dibandingkan.</p>
      ) : (
        <YearsTable
          runs={runs}
          pastYears={pastYears}
          instruments={instruments}
          onChange={(past) => setDialog({ past })}
          onRemove={remove}
        />
      )}
      <UndecidedYears undecided={undecided} instruments={instruments} />
      {runs.length > 1 && (
        <Notice tone="info">
          <p>
            Instrumen berganti {runs.length - 1} kali pada deretan ini. Selisih hanya dihitung antara dua
            tahun dengan instrumen yang sama.
          </p>
        </Notice>
      )}
      <NodeYears runs={runs} instruments={instruments} />
      <div className="actions no-print">
        <button type="button" className="btn" onClick={() => setDialog({ past: null })}>
          <Icon name="add" />
          Tambah hasil tahun lalu
        </button>
      </div>
      {dialog && choices.length > 0 && (
        <PastYearDialog
          past={dialog.past}
          others={pastYears.filter(({ id }) => id !== dialog.past?.id)}
          instruments={choices}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  )
}
