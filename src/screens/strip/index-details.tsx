import { generalCautions, weightPercent } from '../../instrument/lookup'
import { inScope } from '../../answers/assessment'
import type { Indicator, Instrument } from '../../instrument/schema'
import { formatCount, formatGap, formatPercent, formatValue } from '../../report/format'
import { scorePart, type NodeScore, type Score } from '../../scoring/score'
import { Notice } from '../../ui/notice'
import { Term } from '../guide/term'
import { useSession, useSessionState } from '../session/session-context'
import './index-details.css'

/** The index with its blanks, predicate and distance to the next, and every domain and aspect. */
export function IndexDetails() {
  const { instrument } = useSession()
  const score = useSessionState((state) => state.score)
  const part = useSessionState((state) => state.part)
  return (
    <>
      {part ? (
        <PartFigure instrument={instrument} part={part} />
      ) : (
        <IndexFigure instrument={instrument} score={score} />
      )}
      <NodeTable instrument={instrument} score={score} />
      <p className="hint">
        <Term id="provisional">Sementara, bukan nilai resmi.</Term> Nilai aspek, domain, dan indeks adalah{' '}
        <Term id="weighted-mean">rata-rata tertimbang</Term> tanpa pembulatan di tengah; ditampilkan dengan
        dua desimal.
      </p>
    </>
  )
}

function IndexFigure({ instrument, score }: { readonly instrument: Instrument; readonly score: Score }) {
  const blanks = score.total - score.answered
  if (score.index.rounded === null) {
    return <p>Belum ada hasil. Pilih tingkat pada satu indikator dulu.</p>
  }
  return (
    <div className="index-figure">
      <p>
        <Term id="index">Indeks sementara</Term> <b className="idx">{formatValue(score.index.rounded)}</b>
      </p>
      {score.predicate && (
        <p>
          <b>{score.predicate.name}</b>
          {blanks > 0 && ', bila sisanya tetap kosong'}
        </p>
      )}
      <ul className="say">
        {blanks > 0 && (
          <li>
            {formatCount(blanks)} kosong dihitung tingkat {instrument.scale.min}, seperti yang dilakukan
            asesor.
          </li>
        )}
        {blanks > 0 && (
          <li>
            Bila semua yang kosong bernilai {instrument.scale.max}: paling tinggi{' '}
            <b>{formatValue(score.highest.rounded)}</b>.
          </li>
        )}
        {score.next && (
          <li>
            Ke <Term id="predicate">predikat</Term> {score.next.name}: kurang{' '}
            <b>{formatGap(score.next.gap)}</b>.
          </li>
        )}
      </ul>
      {score.nearFloor && <NearFloor instrument={instrument} score={score} />}
    </div>
  )
}

function NearFloor({ instrument, score }: { readonly instrument: Instrument; readonly score: Score }) {
  const [caution] = generalCautions(instrument, 'predicate')
  return (
    <Notice tone="warn">
      <p>
        <b>
          Sangat dekat dengan ambang {score.nearFloor?.name} ({formatValue(score.nearFloor?.min ?? null)}).
        </b>{' '}
        {caution?.text}
      </p>
    </Notice>
  )
}

function PartFigure({ instrument, part }: { readonly instrument: Instrument; readonly part: NodeScore }) {
  const blanks = part.total - part.answered
  if (part.rounded === null) return <p>Belum ada hasil. Pilih tingkat pada satu indikator dulu.</p>
  return (
    <div className="index-figure">
      <p>
        <Term id="part">Rata-rata bagian kami</Term> <b className="idx">{formatValue(part.rounded)}</b>
      </p>
      <ul className="say">
        <li>
          Rata-rata tertimbang {part.total} indikator yang kami isi. Predikat hanya ada untuk seluruh
          instansi.
        </li>
        {blanks > 0 && (
          <li>
            {formatCount(blanks)} kosong dihitung tingkat {instrument.scale.min}; paling tinggi{' '}
            {formatValue(part.highest)}.
          </li>
        )}
      </ul>
    </div>
  )
}

function NodeTable({ instrument, score }: { readonly instrument: Instrument; readonly score: Score }) {
  const scope = useSessionState((state) => state.assessment.scope)
  const values = useSessionState((state) => state.values)

  /** A node as far as the scope reaches; nothing where it does not reach it. */
  function inReach(indicators: readonly Indicator[], whole: NodeScore | undefined): NodeScore | undefined {
    if (scope === 'all') return whole
    const ids = indicators.map(({ id }) => id).filter((id) => inScope(scope, id))
    return ids.length > 0 ? scorePart(instrument, values, new Set(ids)) : undefined
  }

  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label="Nilai domain dan aspek">
      <table className="res">
        <thead>
          <tr>
            <th scope="col">Domain dan aspek</th>
            <th scope="col" className="num">
              Bobot
            </th>
            <th scope="col" className="num">
              Terjawab
            </th>
            <th scope="col" className="num">
              Nilai
            </th>
          </tr>
        </thead>
        <tbody>
          {instrument.domains.flatMap((domain, index) => {
            const domainScore = score.domains[index]
            const aspects = domain.aspects.map((aspect, at) => (
              <NodeRow
                key={aspect.id}
                instrument={instrument}
                name={aspect.name}
                node={inReach(aspect.indicators, domainScore?.aspects[at])}
                className="asp"
              />
            ))
            if (instrument.domains.length === 1) return aspects
            return [
              <NodeRow
                key={domain.id}
                instrument={instrument}
                name={domain.name}
                node={inReach(
                  domain.aspects.flatMap((aspect) => aspect.indicators),
                  domainScore,
                )}
                className="dom"
              />,
              ...aspects,
            ]
          })}
        </tbody>
      </table>
    </div>
  )
}

interface NodeRowProps {
  readonly instrument: Instrument
  readonly name: string
  readonly node: NodeScore | undefined
  readonly className: string
}

function NodeRow({ instrument, name, node, className }: NodeRowProps) {
  if (!node) return null
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      <td className="num">{formatPercent(weightPercent(instrument, node.weightUnits))}</td>
      <td className="num">
        {node.answered}/{node.total}
      </td>
      <td className="num">
        <b>{formatValue(node.rounded)}</b>
      </td>
    </tr>
  )
}
