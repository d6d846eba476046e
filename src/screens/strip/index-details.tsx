import { generalCautions, predicateAlias } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { formatCount, formatGap, formatValue } from '../../report/format'
import type { NodeScore, Score } from '../../scoring/score'
import { Notice } from '../../ui/notice'
import { Term } from '../guide/term'
import { useSession, useSessionState } from '../session/session-context'
import { useBreakdown } from '../session/use-breakdown'
import { NodeTable } from './node-table'
import { INDEX_NAME, PART_NAME } from './words'
import './index-details.css'

/** The index with its blanks, predicate and distance to the next, and every domain and aspect. */
export function IndexDetails() {
  const { instrument } = useSession()
  const score = useSessionState((state) => state.score)
  const part = useSessionState((state) => state.part)
  const whole = useBreakdown()
  return (
    <>
      {part ? (
        <PartFigure instrument={instrument} part={part} />
      ) : (
        <IndexFigure instrument={instrument} score={score} />
      )}
      <NodeTable instrument={instrument} whole={whole} wholeName={part ? PART_NAME : INDEX_NAME} />
      <p className="hint">
        <Term id="provisional">Sementara, bukan nilai resmi.</Term> Nilai aspek
        {instrument.domains.length > 1 && ', domain,'} dan indeks adalah{' '}
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
          {predicateAlias(instrument, score.predicate.name)}
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
