import type { Instrument } from '../../instrument/schema'
import { generalCautions, predicateAlias } from '../../instrument/lookup'
import { formatCount, formatGap, formatNumber, formatValue } from '../../report/format'
import type { NodeScore, Score } from '../../scoring/score'
import { Notice } from '../../ui/notice'
import { Term } from '../guide/term'
import type { Explain } from '../strip/explain'
import { INDEX_NAME, PART_NAME } from '../strip/words'
import { PredicateScale } from './predicate-scale'
import './figure.css'
import './index-overview.css'

interface IndexOverviewProps {
  readonly instrument: Instrument
  readonly score: Score
  /** Where the scope is a part. */
  readonly part: NodeScore | null
  readonly onExplain: Explain
}

/** The figure of the whole, where it stands, and what lies between it and the next predicate. */
export function IndexOverview({ instrument, score, part, onExplain }: IndexOverviewProps) {
  const { answered, total, rounded } = part ?? { ...score, rounded: score.index.rounded }
  const blanks = total - answered
  const { min, max } = instrument.scale
  const highest = part ? part.highest : score.highest.rounded
  return (
    <section className="index-top" aria-label="Angka utama">
      <div>
        <p className="index-name">
          <Term id={part ? 'part' : 'index'}>{part ? PART_NAME : INDEX_NAME}</Term>
        </p>
        <p className="index-number">
          <button type="button" className="figure" onClick={() => onExplain('whole', '')}>
            {formatValue(rounded)}
            <span className="vh">, dari mana angka ini</span>
          </button>
        </p>
        {score.predicate && !part && (
          <p>
            <b>{score.predicate.name}</b>
            {predicateAlias(instrument, score.predicate.name)}
            {blanks > 0 && ', bila sisanya tetap kosong'}
          </p>
        )}
        {part && <p>Predikat hanya ada untuk seluruh instansi.</p>}
      </div>
      <div>
        {!part && <PredicateScale instrument={instrument} score={score} />}
        <dl className="gaps">
          <div>
            <dt>Terjawab</dt>
            <dd>
              <b>
                {formatCount(answered)} dari {formatCount(total)}
              </b>{' '}
              indikator
            </dd>
          </div>
          {!part && score.next && (
            <div>
              <dt>
                Ke <Term id="predicate">predikat</Term> {score.next.name}
              </dt>
              <dd>
                kurang <b>{formatGap(score.next.gap)}</b> dari ambang {formatValue(score.next.min)}
              </dd>
            </div>
          )}
          {blanks > 0 && (
            <div>
              <dt>
                Bila {formatCount(blanks)} yang kosong bernilai {formatNumber(max)}
              </dt>
              <dd>
                paling tinggi <b>{formatValue(highest)}</b>
              </dd>
            </div>
          )}
        </dl>
      </div>
      <p className="hint wide-row">
        Sementara, bukan nilai resmi.
        {blanks > 0 &&
          ` Isian kosong dihitung sebagai tingkat ${formatNumber(min)}, seperti yang dilakukan asesor.`}{' '}
        <button type="button" className="link" onClick={() => onExplain('whole', '')}>
          Lihat cara menghitung
        </button>
      </p>
      {!part && score.nearFloor && (
        <div className="wide-row">
          <Notice tone="warn">
            <p>
              <b>
                Sangat dekat dengan ambang {score.nearFloor.name} ({formatValue(score.nearFloor.min)}).
              </b>{' '}
              {generalCautions(instrument, 'predicate')[0]?.text}
            </p>
          </Notice>
        </div>
      )}
    </section>
  )
}
