import { useDeferredValue, useMemo } from 'react'
import { Fold } from '../../ui/fold'
import { Icon } from '../../ui/icon'
import { StatusMark } from '../../ui/status-mark'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import { statusIn, useSession, useSessionState } from '../session/session-context'
import { inScope } from '../../answers/assessment'
import { generalCautions, placedIndicators } from '../../instrument/lookup'
import { useApp } from '../app/app-context'
import { hrefOf } from '../app/routes'
import { answeredIn, questionsOf } from '../general-questions/questions'
import { buildReport } from '../../report/build'
import { formatBytes } from '../../report/format'
import { reportSize } from '../../report/pdf-size'
import { reportInputOf, reportOf } from './make-report'
import { readFilePages } from './file-pages'
import { FileOutcome, useFileWork } from './file-work'
import { GoesOut } from './goes-out'
import { makePdf } from './pdf-file'
import '../../ui/fold.css'

/** The PDF report for the assessor: what goes out, what stays, and making it. */
export function ReportSection() {
  const session = useSession()
  const { database } = useApp()
  const work = useFileWork(async (onProgress) => {
    // Loaded when it is asked for: it brings the texts of other instruments.
    const { readYearsTold } = await import('../years/read-years')
    const [pages, years] = await Promise.all([readFilePages(database), readYearsTold(session, database)])
    return makePdf(session, (open) => reportOf(open, pages, years), 'Laporan PDF', onProgress)
  })
  return (
    <>
      <h2>Laporan untuk asesor</h2>
      <p className="read-2">
        Laporan PDF lengkap dalam urutan yang dibaca <Term id="assessor">asesor</Term>: ringkasan, nilai
        domain dan aspek, lalu tiap indikator dengan tingkat, kriteria, fakta, analisis, dan{' '}
        <Term id="citation">rujukan</Term> buktinya. <GuideLink section="laporan-pdf" />
      </p>
      <Contents />
      <div className="actions gap-top">
        <button
          type="button"
          className="btn big"
          disabled={work.state.kind === 'making'}
          onClick={work.start}
        >
          Buat laporan PDF
        </button>
        <span className="hint">beberapa detik, dapat dibatalkan</span>
      </div>
      <FileOutcome work={work} name="Laporan" step="Halaman" />
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
  const questions = questionsOf(session.instrument)
  const answered = useSessionState((state) => answeredIn(state, questions))
  // A unit that answers a part may leave them to the others.
  const asked = scope === 'all'
  return (
    <>
      <GoesOut
        rows={[
          { what: 'Indikator', count: placed.length },
          { what: 'Dokumen yang dirujuk: judul, halaman, dan nama berkasnya', count: documents },
          ...(questions.length > 0
            ? [{ what: 'Jawaban pertanyaan umum', count: `${answered} dari ${questions.length}` }]
            : []),
        ]}
      />
      <p className="hint">
        Ukurannya sekitar <ReportSize />.
      </p>
      <h3 className="gap-top">Sebelum mengirim</h3>
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
        {asked && answered < questions.length && (
          <li>
            <StatusMark status={answered > 0 ? 'sebagian' : 'belum'} />
            <span>
              {questions.length - answered} pertanyaan umum belum dijawab.{' '}
              <a href={hrefOf({ screen: 'questions', assessment: session.getState().assessment.id })}>
                Jawab
              </a>
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

/** About how large the report is going to be. */
function ReportSize() {
  const session = useSession()
  const present = useDeferredValue(useSessionState((state) => state.present))
  // The report tells the whole present: another one is another report.
  const bytes = useMemo(() => present && reportSize(buildReport(reportInputOf(session))), [session, present])
  return <>{formatBytes(bytes)}</>
}
