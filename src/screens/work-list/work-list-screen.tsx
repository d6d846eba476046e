import { useMemo, useState } from 'react'
import { statusOf } from '../../answers/status'
import { valuesOf } from '../../answers/present'
import { workItemOf, type Work, type WorkItem } from '../../comparison/work-list'
import { formatCount } from '../../report/format'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress-bar'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { Term } from '../guide/term'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { useSession, useSessionState } from '../session/session-context'
import { LeftOvers } from './left-overs'
import { useSource, type SourceHere } from './use-source'
import { WORK_HINTS, WORK_WORDS } from './words'
import { WorkRow } from './work-row'
import './work-list.css'

type Filter = 'all' | 'open' | Work

const FILTERS: readonly { readonly id: Filter; readonly label: string }[] = [
  { id: 'all', label: 'Semua indikator' },
  { id: 'open', label: 'Masih ada usulan' },
  { id: 'reuse', label: WORK_WORDS.reuse },
  { id: 'check', label: WORK_WORDS.check },
  { id: 'find', label: WORK_WORDS.find },
]

function fits(item: WorkItem, filter: Filter): boolean {
  if (filter === 'all') return true
  return filter === 'open' ? item.open > 0 : item.work === filter
}

/** Daftar kerja: what of the old assessment to use again, what to look at, what to find anew. */
export default function WorkListScreen() {
  useScreen('Daftar kerja')
  const session = useSession()
  const here = useSource()
  const begun = useSessionState(
    (state) => valuesOf(state.present, { kind: 'assessment' }).sourceAssessment !== undefined,
  )
  const assessment = session.getState().assessment.id
  return (
    <main className="page work-list" id="isi">
      <div className="page-head">
        <h1>Daftar kerja</h1>
        <a className="btn" href={hrefOf({ screen: 'fill-in', assessment, indicator: null })}>
          Ke Isi
        </a>
      </div>
      {here ? <List here={here} /> : <Nothing begun={begun} />}
    </main>
  )
}

function Nothing({ begun }: { readonly begun: boolean }) {
  return (
    <Notice tone="info">
      {begun ? (
        <p>
          <b>Penilaian asal tidak ada di komputer ini.</b> Yang sudah Anda ambil tetap ada. Pulihkan penilaian
          asal dari Sampah atau dari cadangannya, lalu buka halaman ini lagi.
        </p>
      ) : (
        <p>
          Penilaian ini tidak dimulai dari penilaian lain. Untuk memakai lagi isian lama, buka Beranda, lalu{' '}
          <b>Lainnya › Penilaian baru dari yang ini</b> pada penilaian lama.
        </p>
      )}
    </Notice>
  )
}

function List({ here }: { readonly here: SourceHere }) {
  const session = useSession()
  const placed = useScopedIndicators()
  const present = useSessionState((state) => state.present)
  const evidence = useSessionState((state) => state.evidence)
  const [filter, setFilter] = useState<Filter>('all')
  const items = useMemo(
    () => here.items.map((material) => workItemOf(material, { present, evidence })),
    [here, present, evidence],
  )
  const complete = placed.filter(({ indicator: { id } }) => {
    const cited = evidence.citations.get(id)?.length ?? 0
    return (
      statusOf(valuesOf(present, { kind: 'indicator', id }), cited, session.instrument.scale.min) ===
      'lengkap'
    )
  }).length
  const open = items.reduce((sum, item) => sum + item.open, 0)
  const visible = items.filter((item) => fits(item, filter))
  const byId = new Map(placed.map((place) => [place.indicator.id, place.indicator]))
  return (
    <>
      <About here={here} />
      <div className="work-progress">
        <p>
          <b>
            {formatCount(complete)} dari {formatCount(items.length)}
          </b>{' '}
          indikator lengkap, {formatCount(open)} usulan belum diambil
        </p>
        <ProgressBar label="Indikator lengkap" share={items.length === 0 ? 0 : complete / items.length} />
      </div>
      <dl className="work-counts">
        {(['reuse', 'check', 'find'] as const).map((work) => (
          <div key={work}>
            <dt>
              {WORK_WORDS[work]} <b>{formatCount(items.filter((item) => item.work === work).length)}</b>
            </dt>
            <dd className="hint">{WORK_HINTS[work]}</dd>
          </div>
        ))}
      </dl>
      <div className="row work-filter">
        <select
          aria-label="Tampilkan"
          value={filter}
          onChange={(event) => setFilter(event.target.value as Filter)}
        >
          {FILTERS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <span className="hint" role="status">
          {formatCount(visible.length)} indikator ditampilkan
        </span>
      </div>
      <ul className="work-rows">
        {visible.map((item) => {
          const indicator = byId.get(item.material.indicator)
          return (
            indicator && <WorkRow key={indicator.id} indicator={indicator} item={item} source={here.source} />
          )
        })}
      </ul>
      <LeftOvers leftOver={here.leftOver} source={here.source} />
    </>
  )
}

/** Where it comes from, and whose judgement the pairing is. */
function About({ here: { source, links } }: { readonly here: SourceHere }) {
  const { instrument } = useSession()
  const { institutionName = 'Tanpa nama', year = '' } = source.facts
  const same = source.instrument.id === instrument.id
  return (
    <>
      <p className="read-2">
        Asalnya: {institutionName}, {year}, dengan {source.instrument.shortTitle}. Yang ada di sini baru
        usulan; tidak ada yang terisi sebelum Anda mengambilnya. Tingkat tidak pernah ikut.
      </p>
      {!same && links && (
        <Notice tone="info">
          <p>
            Kedua instrumen berbeda. <Term id="crosswalk">Padanan indikator</Term> dan kekuatannya{' '}
            <b>menurut penilaian kami</b>, bukan ketetapan kementerian.
          </p>
        </Notice>
      )}
      {!links && (
        <Notice tone="warn">
          <p>
            Belum ada padanan dari {source.instrument.shortTitle} ke {instrument.shortTitle}. Semua indikator
            disiapkan dari awal; bahan lama terdaftar di bawah.
          </p>
        </Notice>
      )}
    </>
  )
}
