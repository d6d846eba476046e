import { useMemo, useState } from 'react'
import { TEXT_LIMIT } from '../../answers/text'
import { z } from '../../schema-setup'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { HistoryFold } from '../fields/history-fold'
import { textUpTo } from '../fields/text-checks'
import { NoteField } from '../fields/text-fields'
import { TextForm, type TextPlace, type TextPlaces } from '../fields/text-form'
import { HelpSheet } from '../fill-in/help-sheet'
import { IndicatorList } from '../fill-in/indicator-list'
import { SavingLine } from '../fill-in/saving-line'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { useSession, useSessionState } from '../session/session-context'
import { questionsOf, questionTarget, type GeneralQuestion } from './questions'
import '../fill-in/indicator.css'
import '../../ui/fold.css'
import '../fill-in/fill-in.css'
import './general-questions.css'

/** Pertanyaan umum: what the instrument asks about the institution as a whole, without a level. */
export default function GeneralQuestionsScreen() {
  useScreen('Pertanyaan umum')
  const { instrument } = useSession()
  const placed = useScopedIndicators()
  const [help, setHelp] = useState(false)
  const questions = questionsOf(instrument)
  return (
    <div className="work">
      <IndicatorList placed={placed} current={null} heading={false} onHelp={() => setHelp(true)} />
      <main className="sheet" id="isi">
        <div className="sheet-in">
          <Head />
          {questions.length > 0 ? <Questions questions={questions} /> : <NoQuestions />}
          <Walk />
        </div>
      </main>
      {help && <HelpSheet onClose={() => setHelp(false)} />}
    </div>
  )
}

function Head() {
  const { instrument, getState } = useSession()
  const isPart = useSessionState((state) => state.assessment.scope !== 'all')
  const note = instrument.generalQuestionsNote
  return (
    <div className="ind-head">
      <p className="crumb only-phone">
        <a href={hrefOf({ screen: 'list', assessment: getState().assessment.id })}>‹ Daftar indikator</a>
      </p>
      <h1>Pertanyaan umum</h1>
      <p className="ask">
        Tentang instansi secara keseluruhan, tanpa tingkat dan tanpa nilai. Jawabannya dicetak pada laporan.
        {isPart && ' Anda mengisi sebagian indikator: bagian ini boleh dibiarkan kosong.'}
      </p>
      {note && (
        <Notice tone="info">
          <p>{note}</p>
        </Notice>
      )}
    </div>
  )
}

function NoQuestions() {
  return (
    <p className="gap-top">Instrumen ini tidak memuat pertanyaan umum. Tidak ada yang perlu diisi di sini.</p>
  )
}

function Questions({ questions }: { readonly questions: readonly GeneralQuestion[] }) {
  const places = useMemo(() => placesOf(questions), [questions])
  const schema = useMemo(
    () => z.object(Object.fromEntries(Object.keys(places).map((name) => [name, textUpTo(TEXT_LIMIT)]))),
    [places],
  )
  const all = useMemo(() => Object.values(places), [places])
  return (
    <TextForm places={places} schema={schema}>
      <div className="general-questions">
        {questions.map(({ id, text }, index) => (
          <NoteField key={id} name={id} label={`${index + 1}. ${text}`} rows={5} />
        ))}
        <div className="under">
          <SavingLine />
        </div>
      </div>
      <div className="folds">
        <HistoryFold places={all} nothing="Belum ada jawaban." />
      </div>
    </TextForm>
  )
}

function placesOf(questions: readonly GeneralQuestion[]): TextPlaces {
  return Object.fromEntries(
    questions.map(({ id }, index): [string, TextPlace] => [
      id,
      { target: questionTarget(id), field: 'answer', label: `Jawaban ${index + 1}` },
    ]),
  )
}

function Walk() {
  const assessment = useSession().getState().assessment.id
  const last = useScopedIndicators().at(-1)?.indicator
  return (
    <nav className="walk" aria-label="Sebelum dan sesudah">
      {last ? (
        <a className="btn" href={hrefOf({ screen: 'fill-in', assessment, indicator: last.id })}>
          <Icon name="left" />
          {last.number} {last.shortName}
        </a>
      ) : (
        <span />
      )}
      <a className="btn main" href={hrefOf({ screen: 'handover', assessment })}>
        Selesai: ke Kirim
        <Icon name="right" />
      </a>
    </nav>
  )
}
