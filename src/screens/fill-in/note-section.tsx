import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { missingOf } from '../../answers/status'
import { criterionOf, levelOf } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { factReferences } from '../../evidence/ministry-name'
import { referenceOf } from '../../evidence/reference'
import { formatNumber } from '../../report/format'
import { noteText } from '../../report/note'
import { Fold } from '../../ui/fold'
import { Icon } from '../../ui/icon'
import { StatusMark } from '../../ui/status-mark'
import { TermHelp } from '../guide/term'
import { answerIn, citationsIn, useDrawnState, useSession, useSessionState } from '../session/session-context'
import type { AnswerText } from './answer-text'
import { SavingLine } from './saving-line'
import { NoteField } from '../fields/text-fields'

/** The note in the ministry's pattern: FAKTA written from the citations, ANALISIS by hand, JUSTIFIKASI folded. */
export function NoteSection({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const lowest = session.instrument.scale.min
  const lacksAnalysis = useDrawnState((state) =>
    missingOf(answerIn(state, indicator.id), 0, lowest).includes('analysis'),
  )
  const hasJustification = useDrawnState((state) => Boolean(answerIn(state, indicator.id).justification))
  return (
    <section className="step" aria-labelledby="note-title">
      <div className="explained">
        <h2 id="note-title">
          <span className="k">3</span> Catatan
          <span className={lacksAnalysis ? 'tag part' : 'tag full'}>
            <StatusMark status={lacksAnalysis ? 'sebagian' : 'lengkap'} />
            {lacksAnalysis ? 'Analisis belum ditulis' : 'Analisis ditulis'}
          </span>
        </h2>
        <TermHelp id="note" word="catatan" />
      </div>
      <div className="note-parts">
        <Facts indicator={indicator} />
        <Analysis indicator={indicator} lacking={lacksAnalysis} />
        <Fold title="Justifikasi" inside={hasJustification ? 'terisi' : 'pilihan; lazimnya ditulis asesor'}>
          <NoteField
            name="justification"
            label="Justifikasi"
            beside={<TermHelp id="justification" word="justifikasi" />}
            rows={4}
            light
          />
        </Fold>
        <CopyNote indicator={indicator} />
      </div>
    </section>
  )
}

interface AnalysisProps {
  readonly indicator: Indicator
  /** Nothing is written yet. */
  readonly lacking: boolean
}

/** Analisis with a hint that follows the level: after the level itself is drawn. */
function Analysis({ indicator, lacking }: AnalysisProps) {
  const { instrument } = useSession()
  const value = useDrawnState((state) => answerIn(state, indicator.id).value ?? null)
  // A mean has no criterion of its own.
  const level = value === null || indicator.parts ? undefined : levelOf(instrument, indicator, value)
  return (
    <div className="field">
      <NoteField
        name="analysis"
        label="Analisis"
        beside={<TermHelp id="analysis" word="analisis" />}
        hint={
          indicator.parts
            ? 'Jelaskan mengapa kriteria tingkat tiap bagian terpenuhi, dengan menyebut bukti di atas.'
            : level
              ? `Jelaskan mengapa kriteria tingkat ${formatNumber(level.level)} terpenuhi, dengan menyebut bukti di atas.`
              : 'Pilih tingkat dulu, lalu jelaskan mengapa kriterianya terpenuhi.'
        }
        rows={6}
      />
      <div className="under">
        <SavingLine />
        {level && lacking && <ScaffoldButton indicator={indicator} level={level.level} />}
      </div>
    </div>
  )
}

function Facts({ indicator }: { readonly indicator: Indicator }) {
  const citations = useSessionState((state) => citationsIn(state, indicator.id))
  const hasFacts = useDrawnState((state) => Boolean(answerIn(state, indicator.id).facts))
  const [wanted, setWanted] = useState(false)
  return (
    <div className="field">
      <div className="explained">
        <span className="label">Fakta</span>
        <TermHelp id="facts" word="fakta" />
      </div>
      <div className="auto">
        {citations.length === 0 ? (
          <p className="hint">Rujukan muncul di sini begitu Anda merujuk dokumen pada bagian Bukti.</p>
        ) : (
          <ol>
            {factReferences(indicator.number, citations).map((reference, at) => (
              <li key={citations[at]?.id} className="user-text">
                {reference}
              </li>
            ))}
          </ol>
        )}
      </div>
      <div className="under">
        <span>Ditulis otomatis dari rujukan.</span>
        {!hasFacts && !wanted && (
          <button type="button" className="link" onClick={() => setWanted(true)}>
            Tambah kalimat sendiri
          </button>
        )}
      </div>
      {(hasFacts || wanted) && <NoteField name="facts" label="Kalimat fakta Anda sendiri" rows={3} light />}
    </div>
  )
}

/** Begins the analysis with the criterion and the references, for its author to go on from. */
function ScaffoldButton({ indicator, level }: { readonly indicator: Indicator; readonly level: number }) {
  const session = useSession()
  const form = useFormContext<AnswerText>()

  function begin(): void {
    const criterion = criterionOf(indicator, level)?.text ?? ''
    const citations = citationsIn(session.getState(), indicator.id)
    // Without names of files: they follow the order of the citations, and this text would not.
    const proofs = citations.map((citation, index) => `(${index + 1}) ${referenceOf(citation)}`).join('; ')
    const scaffold = [
      `Kriteria tingkat ${formatNumber(level)}: ${criterion}`,
      proofs ? `Buktinya: ${proofs}.` : 'Buktinya: …',
      `Dengan demikian kriteria tingkat ${formatNumber(level)} terpenuhi karena …`,
    ].join('\n')
    form.setValue('analysis', scaffold)
    form.setFocus('analysis')
  }

  return (
    <button type="button" className="link" onClick={begin}>
      Mulai dari kerangka
    </button>
  )
}

/** Joins the parts of the note for the ministry's form and puts them on the clipboard. */
function CopyNote({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)

  async function copy(): Promise<void> {
    const state = session.getState()
    const text = noteText(indicator.number, answerIn(state, indicator.id), citationsIn(state, indicator.id))
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }

  return (
    <div className="actions">
      <button type="button" className="btn" onClick={() => void copy()}>
        <Icon name="copy" />
        Salin catatan
      </button>
      <span className="hint" role="status">
        {outcome === 'copied' && 'Catatan disalin. Tempelkan pada kolom penjelasan di aplikasi kementerian.'}
        {outcome === 'failed' && 'Peramban menolak menyalin. Blok teksnya, lalu tekan Ctrl+C.'}
      </span>
    </div>
  )
}
