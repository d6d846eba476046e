import { useMemo } from 'react'
import type { Material } from '../../comparison/material'
import { workItemOf } from '../../comparison/work-list'
import type { Indicator } from '../../instrument/schema'
import { focusOn } from '../../ui/focus'
import { hrefOf } from '../app/routes'
import { useSession, useSessionState } from '../session/session-context'
import type { StoredSource } from '../successor/read-source'
import { LinkNotes } from './link-notes'
import { PieceRow } from './piece-row'
import { useSource } from './use-source'
import './work-list.css'

/** On Isi: what the old assessment holds for this indicator, as long as the fields here are empty. */
export default function FromSource({ indicator }: { readonly indicator: Indicator }) {
  const here = useSource()
  const material = useMemo(
    () => here?.items.find((item) => item.indicator === indicator.id),
    [here, indicator.id],
  )
  if (!here || !material) return null
  return <Proposals material={material} source={here.source} />
}

interface ProposalsProps {
  readonly material: Material
  readonly source: StoredSource
}

function Proposals({ material, source }: ProposalsProps) {
  const session = useSession()
  const present = useSessionState((state) => state.present)
  const evidence = useSessionState((state) => state.evidence)
  const { pieces, open } = workItemOf(material, { present, evidence })
  const title = `Dari penilaian ${source.facts.year ?? 'asal'}`
  const assessment = session.getState().assessment.id
  return (
    <section className="step from-source" aria-labelledby="from-source-title">
      <h2 id="from-source-title" tabIndex={-1}>
        {title}
        {open > 0 && <span className="tag part">{open} usulan</span>}
      </h2>
      {open > 0 ? (
        <>
          <p className="hint">Belum dihitung dan belum terisi sampai Anda mengambilnya.</p>
          <LinkNotes material={material} source={source} />
          <ul className="pieces">
            {pieces
              .filter(({ state }) => state === 'open')
              .map(({ piece, state }) => (
                <PieceRow
                  key={JSON.stringify([
                    piece.target,
                    piece.kind === 'text' ? [piece.field, piece.value] : piece.id,
                  ])}
                  piece={piece}
                  state={state}
                  source={source}
                  onTaken={() => focusOn(document.getElementById('from-source-title'))}
                />
              ))}
          </ul>
        </>
      ) : (
        <p className="hint">
          {material.pieces.length === 0
            ? 'Tidak ada bahan lama untuk indikator ini.'
            : 'Tidak ada lagi usulan: semuanya sudah diambil atau sudah terisi.'}
        </p>
      )}
      <a className="small" href={hrefOf({ screen: 'work-list', assessment })}>
        Daftar kerja
      </a>
    </section>
  )
}
