import { useCallback, useState } from 'react'
import { placedIndicators } from '../../instrument/lookup'
import type { Breakdown } from '../../scoring/breakdown'
import { fetched } from '../../ui/fetched'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { SummaryPdfButton } from '../handover/summary-pdf-button'
import { Term } from '../guide/term'
import { useSession, useSessionState } from '../session/session-context'
import { useBreakdown } from '../session/use-breakdown'
import { NodeTable } from '../strip/node-table'
import { INDEX_NAME, PART_NAME } from '../strip/words'
import { AspectRadar } from './aspect-radar'
import { Ends } from './ends'
import { ExplainDialog } from './explain-dialog'
import { IndexOverview } from './index-overview'
import { IndicatorTable } from './indicator-table'
import { NodeBars } from './node-bars'
import { ScoringCautions } from './scoring-cautions'
import './result-screen.css'

const YearsSection = fetched(() => import('../years/years-section'))

interface Figure {
  readonly kind: Breakdown['kind']
  readonly id: string
}

/** Hasil: the index with everything it is made of. */
export default function ResultScreen() {
  useScreen('Hasil')
  const answered = useSessionState((state) => (state.part ?? state.score).answered)
  return (
    <main className="page result" id="isi">
      <div className="page-head">
        <h1>Hasil</h1>
        {answered > 0 && <SummaryPdfButton />}
      </div>
      {answered === 0 ? <NothingYet /> : <Summary />}
      <YearsSection />
    </main>
  )
}

function NothingYet() {
  const session = useSession()
  const assessment = session.getState().assessment.id
  return (
    <>
      <p>Belum ada hasil. Pilih tingkat pada satu indikator dulu.</p>
      <div className="actions">
        <a className="btn main" href={hrefOf({ screen: 'fill-in', assessment, indicator: null })}>
          Ke Isi
        </a>
      </div>
    </>
  )
}

function Summary() {
  const session = useSession()
  const { instrument } = session
  const score = useSessionState((state) => state.score)
  const part = useSessionState((state) => state.part)
  const whole = useBreakdown()
  const [figure, setFigure] = useState<Figure | null>(null)
  const explain = useCallback((kind: Breakdown['kind'], id: string) => setFigure({ kind, id }), [])
  const wholeName = part ? PART_NAME : INDEX_NAME
  const tier = instrument.domains.length > 1 ? 'domain' : 'aspek'
  return (
    <>
      <IndexOverview instrument={instrument} score={score} part={part} onExplain={explain} />
      <div className="result-cols">
        <section>
          <h2>Nilai per {tier}</h2>
          {!part && (
            <p className="legend">
              Garis putus-putus: <Term id="floor">ambang</Term> predikat indeks
            </p>
          )}
          <NodeBars instrument={instrument} nodes={whole.terms} floors={!part} />
        </section>
        {!part && <AspectRadar instrument={instrument} score={score} />}
      </div>
      <section>
        <h2>Tabel nilai</h2>
        <p className="hint">
          Nilai adalah <Term id="weighted-mean">rata-rata tertimbang</Term> menurut{' '}
          <Term id="weight">bobot</Term>.{' '}
          <span className="no-print">Tekan sebuah angka untuk melihat dari mana asalnya.</span>
        </p>
        <NodeTable instrument={instrument} whole={whole} wholeName={wholeName} onExplain={explain} />
      </section>
      <ScoringCautions instrument={instrument} />
      <Ends />
      <IndicatorTable whole={whole} onExplain={explain} />
      {figure && (
        <ExplainDialog
          instrument={instrument}
          assessment={session.getState().assessment.id}
          placed={placedIndicators(instrument)}
          whole={whole}
          wholeName={wholeName}
          kind={figure.kind}
          id={figure.id}
          onClose={() => setFigure(null)}
        />
      )}
    </>
  )
}
