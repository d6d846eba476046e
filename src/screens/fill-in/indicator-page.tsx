import type { PlacedIndicator } from '../../instrument/lookup'
import { cautionsOfIndicator } from '../../instrument/lookup'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { hrefOf } from '../app/routes'
import { useSession } from '../session/session-context'
import { questionsOf } from '../general-questions/questions'
import { FromSource } from '../work-list/from-source-gate'
import { AnswerForm } from './answer-form'
import { EvidenceSection } from './evidence-section'
import { ExplanationFold } from './explanation-fold'
import { IndicatorHistory } from './indicator-history'
import { LevelChoice } from './level-choice'
import { NoteSection } from './note-section'
import { ObstacleFold } from './obstacle-fold'
import { Rail } from './rail'
import { SubjectField } from './subject-field'
import './indicator.css'
import '../../ui/fold.css'

interface IndicatorPageProps {
  readonly placed: readonly PlacedIndicator[]
  readonly place: PlacedIndicator
}

/** One indicator: level, evidence, note; the rest folded under it. */
export function IndicatorPage({ placed, place }: IndicatorPageProps) {
  const { instrument } = useSession()
  const { indicator } = place
  const cautions = cautionsOfIndicator(instrument, indicator.id)
  return (
    <main className="sheet" id="isi">
      <div className="sheet-in">
        <IndicatorHead placed={placed} place={place} />
        <AnswerForm key={indicator.id} indicator={indicator}>
          <div className="cols">
            <div>
              <LevelChoice indicator={indicator} />
              {cautions.map((caution) => (
                <Notice key={caution.text} tone="warn">
                  <p>{caution.text}</p>
                </Notice>
              ))}
              <SubjectField indicator={indicator} />
              <FromSource indicator={indicator} />
              <EvidenceSection indicator={indicator} />
              <NoteSection indicator={indicator} />
              <div className="folds">
                <ExplanationFold indicator={indicator} />
                <ObstacleFold indicator={indicator} />
                <IndicatorHistory indicator={indicator} />
              </div>
              <Walk placed={placed} place={place} />
            </div>
            <Rail indicator={indicator} />
          </div>
        </AnswerForm>
      </div>
    </main>
  )
}

function useNeighbours(placed: readonly PlacedIndicator[], place: PlacedIndicator) {
  const assessment = useSession().getState().assessment.id
  const index = placed.findIndex((candidate) => candidate.indicator.id === place.indicator.id)
  const neighbour = (step: number) => {
    const indicator = placed[index + step]?.indicator
    return (
      indicator && { indicator, href: hrefOf({ screen: 'fill-in', assessment, indicator: indicator.id }) }
    )
  }
  return { previous: neighbour(-1), next: neighbour(1), assessment }
}

function IndicatorHead({ placed, place }: IndicatorPageProps) {
  const { instrument } = useSession()
  const { indicator, aspect, domain } = place
  const { previous, next, assessment } = useNeighbours(placed, place)
  return (
    <div className="ind-head">
      <div className="crumb">
        <a className="only-phone" href={hrefOf({ screen: 'list', assessment })}>
          ‹ Daftar indikator
        </a>
        <span className="hide-phone">
          {instrument.domains.length > 1 && `${domain.name} › `}
          {aspect.name}
        </span>
        <span className="row hide-phone steps-row">
          {previous && (
            <a
              className="btn plain sm"
              href={previous.href}
              aria-label={`Sebelumnya: ${previous.indicator.number}`}
            >
              <Icon name="left" /> {previous.indicator.number}
            </a>
          )}
          {next && (
            <a className="btn plain sm" href={next.href} aria-label={`Berikutnya: ${next.indicator.number}`}>
              {next.indicator.number} <Icon name="right" />
            </a>
          )}
        </span>
      </div>
      <h1>
        <span className="n">{indicator.number}</span> {indicator.shortName}
      </h1>
      <p className="ask">{indicator.question}</p>
    </div>
  )
}

function Walk({ placed, place }: IndicatorPageProps) {
  const { previous, next, assessment } = useNeighbours(placed, place)
  const asksGenerally = questionsOf(useSession().instrument).length > 0
  return (
    <nav className="walk" aria-label="Indikator sebelum dan sesudah">
      {previous ? (
        <a className="btn" href={previous.href}>
          <Icon name="left" />
          {previous.indicator.number} {previous.indicator.shortName}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a className="btn main" href={next.href}>
          {next.indicator.number} {next.indicator.shortName}
          <Icon name="right" />
        </a>
      ) : (
        <span className="row">
          {asksGenerally && (
            <a className="btn" href={hrefOf({ screen: 'questions', assessment })}>
              Pertanyaan umum
              <Icon name="right" />
            </a>
          )}
          <a className="btn main" href={hrefOf({ screen: 'handover', assessment })}>
            Selesai: ke Kirim
            <Icon name="right" />
          </a>
        </span>
      )}
    </nav>
  )
}
