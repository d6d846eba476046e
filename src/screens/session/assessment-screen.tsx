import { useCallback, useEffect, useState } from 'react'
import { readAssessment } from '../../storage/assessments'
import { readInstrument } from '../../storage/instruments'
import type { StoredAssessment } from '../../storage/stored-assessment'
import { fetched } from '../../ui/fetched'
import { useApp } from '../app/app-context'
import type { AppServices } from '../app/app-context'
import { Opening } from '../app/opening'
import { hrefOf, type Route } from '../app/routes'
import { FillInScreen } from '../fill-in/fill-in-screen'
import { BareStrip } from '../strip/bare-strip'
import { Strip } from '../strip/strip'
import { leaveSession, rememberOpenSession, takeLeftSession } from './open-sessions'
import { openSession, type Session } from './session'
import { ReopenContext, SessionContext } from './session-context'
import { useLeaveWarning } from './use-leave-warning'
import '../../ui/workspace.css'

const OPENING = <Opening text="Membuka…" />

const QuickListScreen = fetched(() => import('../quick-list/quick-list-screen'), OPENING)
const GeneralQuestionsScreen = fetched(() => import('../general-questions/general-questions-screen'), OPENING)
const EvidenceScreen = fetched(() => import('../evidence/evidence-screen'), OPENING)
const ResultScreen = fetched(() => import('../result/result-screen'), OPENING)
const HandoverScreen = fetched(() => import('../handover/handover-screen'), OPENING)
const IntakeProgress = fetched(() => import('../intake/intake-progress'))
const AutoBackupWatch = fetched(() => import('../auto-backup/auto-backup-watch'))
const WorkListScreen = fetched(() => import('../work-list/work-list-screen'), OPENING)
const SettingsScreen = fetched(() => import('../settings/settings-screen'), OPENING)

type AssessmentRoute = Extract<Route, { assessment: string }>
type Loading = { status: 'opening' } | { status: 'missing' } | { status: 'open'; session: Session }

/** One open assessment: the strip on top and the section one is in. */
export default function AssessmentScreen({ route }: { readonly route: AssessmentRoute }) {
  const [loading, reopen] = useOpenSession(route.assessment)
  if (loading.status === 'opening') return <Opening text="Membuka penilaian…" />
  if (loading.status === 'missing') return <Missing />
  return (
    <SessionContext value={loading.session}>
      <ReopenContext value={reopen}>
        <Strip route={route} />
        <LeaveWarning />
        {/* Isi shows it where the files were dropped. */}
        {route.screen !== 'fill-in' && <IntakeProgress above />}
        <AutoBackupWatch />
        <Section route={route} />
      </ReopenContext>
    </SessionContext>
  )
}

function Section({ route }: { readonly route: AssessmentRoute }) {
  switch (route.screen) {
    case 'fill-in':
      return <FillInScreen indicator={route.indicator} onlyList={false} />
    case 'list':
      return <FillInScreen indicator={null} onlyList />
    case 'quick-list':
      return <QuickListScreen />
    case 'questions':
      return <GeneralQuestionsScreen />
    case 'evidence':
      return <EvidenceScreen document={route.document ?? null} citation={route.citation ?? null} />
    case 'result':
      return <ResultScreen />
    case 'handover':
      return <HandoverScreen />
    case 'settings':
      return <SettingsScreen />
    case 'work-list':
      return <WorkListScreen />
  }
}

function LeaveWarning() {
  useLeaveWarning()
  return null
}

function Missing() {
  return (
    <>
      <BareStrip />
      <main className="page narrow" id="isi">
        <h1>Penilaian ini tidak ada di komputer ini</h1>
        <p className="read-2">
          Mungkin sudah dihapus, atau dibuat di komputer atau peramban lain. Buka dari cadangannya.
        </p>
        <div className="actions">
          <a className="btn main" href={hrefOf({ screen: 'home' })}>
            Ke beranda
          </a>
          <a className="btn" href={hrefOf({ screen: 'trash' })}>
            Lihat Sampah
          </a>
        </div>
      </main>
    </>
  )
}

function useOpenSession(id: string): [Loading, reopen: () => void] {
  const services = useApp()
  const [opening, setOpening] = useState(0)
  const reopen = useCallback(() => setOpening((count) => count + 1), [])
  const [loading, setLoading] = useState<Loading>({ status: 'opening' })
  useEffect(() => {
    let current = true
    let opened: Session | null = null
    void loadSession(services, id).then((session) => {
      if (!current) return session && leaveSession(session)
      opened = session
      rememberOpenSession(session)
      setLoading(session ? { status: 'open', session } : { status: 'missing' })
    })
    // Deleted or erased in another tab: nothing more can be saved to it.
    const stopNews = services.news.subscribe((item) => {
      if (item.kind !== 'assessments') return
      void whereIs(services, id, opened).then((where) => {
        if (!current) return
        if (where === 'gone') setLoading({ status: 'missing' })
        if (where === 'other-instrument') reopen()
      })
    })
    return () => {
      current = false
      stopNews()
      rememberOpenSession(null)
      if (opened) leaveSession(opened)
    }
  }, [services, id, opening, reopen])
  return [loading, reopen]
}

/** Whether the assessment can still be worked on as it was opened; a database that cannot be asked is another matter. */
async function whereIs(
  { database }: AppServices,
  id: string,
  session: Session | null,
): Promise<'here' | 'gone' | 'other-instrument'> {
  try {
    const stored = await readAssessment(database, id)
    if (!stored || stored.local.deletedAt) return 'gone'
    return session && !hasInstrument(session, stored) ? 'other-instrument' : 'here'
  } catch {
    return 'here'
  }
}

function hasInstrument(session: Session, { assessment }: StoredAssessment): boolean {
  return session.getState().assessment.instrument.sha256 === assessment.instrument.sha256
}

async function loadSession({ database, news }: AppServices, id: string): Promise<Session | null> {
  try {
    const stored = await readAssessment(database, id)
    if (!stored || stored.local.deletedAt) return null
    const left = takeLeftSession(id)
    if (left && hasInstrument(left, stored)) return left
    // Everything of it is on disk before the assessment is opened with another instrument.
    await left?.close()
    const instrument = await readInstrument(database, stored.assessment.instrument)
    return instrument ? await openSession({ database, news, instrument, stored }) : null
  } catch {
    return null
  }
}
