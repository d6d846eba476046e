import { entryOf } from '../../instrument/catalogue'
import { valuesOf } from '../../answers/present'
import { formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { Mark } from '../../ui/mark'
import { age, clockTime } from '../app/clock'
import { hrefOf, type Route } from '../app/routes'
import { useDrawnState, useSession } from '../session/session-context'
import { IndexFact } from './index-fact'
import { useMinute } from './use-minute'
import './bare-strip.css'
import './strip.css'

type AssessmentRoute = Extract<Route, { assessment: string }>

/** The strip on top of an open assessment: who, where, and the four facts that are always in view. */
export function Strip({ route }: { readonly route: AssessmentRoute }) {
  return (
    <header className="strip">
      <div className="strip-in">
        <Identity />
        <Tabs route={route} />
        <dl className="facts">
          <IndexFact />
          <AnsweredFact />
          <SavedFact />
          <BackupFact />
        </dl>
      </div>
      <div className="thread" />
    </header>
  )
}

function Identity() {
  const facts = useDrawnState((state) => valuesOf(state.present, { kind: 'assessment' }))
  const assessment = useDrawnState((state) => state.assessment)
  const { family, indicatorCount } = entryOf(assessment.instrument, useSession().instrument)
  const words = { own: '', example: 'Contoh · ', copy: 'Salinan · ' }[assessment.origin]
  return (
    <a className="who" href={hrefOf({ screen: 'home' })} title="Ke beranda">
      <Mark />
      <div>
        <b>
          {facts.institutionName} · {facts.year}
        </b>
        <span>
          {words}
          {family} {formatCount(indicatorCount)} indikator
        </span>
      </div>
    </a>
  )
}

const TABS = [
  { screen: 'fill-in', label: 'Isi' },
  { screen: 'evidence', label: 'Bukti' },
  { screen: 'result', label: 'Hasil' },
  { screen: 'handover', label: 'Kirim' },
] as const

/** Screens that belong to Isi. */
const IN_ISI: readonly Route['screen'][] = ['fill-in', 'list', 'quick-list', 'questions', 'work-list']

function Tabs({ route }: { readonly route: AssessmentRoute }) {
  // The list on a phone and the general questions belong to Isi.
  const current = IN_ISI.includes(route.screen) ? 'fill-in' : route.screen
  return (
    <nav className="tabs" aria-label="Bagian">
      {TABS.map(({ screen, label }) => (
        <a
          key={screen}
          href={hrefOf({ screen, assessment: route.assessment, indicator: null })}
          {...(screen === current ? { 'aria-current': 'page' as const } : {})}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}

function AnsweredFact() {
  const answered = useDrawnState((state) => (state.part ?? state.score).answered)
  const total = useDrawnState((state) => (state.part ?? state.score).total)
  return (
    <div>
      <dt>Terjawab</dt>
      <dd>
        {answered}/{total}
      </dd>
    </div>
  )
}

function SavedFact() {
  const saving = useDrawnState((state) => state.saving)
  const lastChangeAt = useDrawnState((state) => state.local.lastChangeAt)
  const at = saving.kind === 'saved' ? saving.at : lastChangeAt
  return (
    <div className="wide">
      <dt>{saving.kind === 'failed' ? 'Penyimpanan' : 'Tersimpan'}</dt>
      {/* Said once a minute at most: every key would drown everything else. */}
      <dd className="vh">
        <span role="status">{saving.kind !== 'failed' && at && `Tersimpan ${clockTime(at)}`}</span>
      </dd>
      {saving.kind === 'failed' ? (
        <dd className="warn">
          <Icon name="warning" />
          <span role="alert">{saving.reason === 'full' ? 'Penuh, belum tersimpan' : 'Belum tersimpan'}</span>
        </dd>
      ) : (
        <dd className="ok">
          <Icon name="tick" />
          {saving.kind === 'saving' ? 'Menyimpan…' : at ? clockTime(at) : '–'}
        </dd>
      )}
    </div>
  )
}

function BackupFact() {
  const session = useSession()
  const unsavedSince = useDrawnState((state) => state.local.unsavedSince)
  const backup = useDrawnState((state) => state.local.backup)
  useMinute()
  const { id } = session.getState().assessment
  return (
    <div className="wide opt">
      <dt>{unsavedSince ? 'Belum dicadangkan' : 'Dicadangkan'}</dt>
      <dd className={unsavedSince ? 'warn' : 'ok'}>
        <a className="fact-button" href={hrefOf({ screen: 'handover', assessment: id })}>
          <Icon name={unsavedSince ? 'warning' : 'tick'} />
          {unsavedSince ? age(unsavedSince) : backup ? clockTime(backup.at) : '–'}
        </a>
      </dd>
    </div>
  )
}
