import { formatCount } from '../../report/format'
import type { Indicator } from '../../instrument/schema'
import { focusOn } from '../../ui/focus'
import { useUndo } from '../../ui/undo'
import { hrefOf } from '../app/routes'
import { useSession } from '../session/session-context'
import { LinkNotes } from './link-notes'
import { takeAll } from './take-all'
import { useProposals } from './use-proposals'
import './work-list.css'

/** On Isi: how much of the old assessment is proposed beside the fields of this indicator, and all of it at one press. */
export default function FromSource({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const offerUndo = useUndo()
  const proposals = useProposals(indicator)
  if (!proposals) return null
  const { source, item } = proposals
  const { material, pieces, open } = item
  const assessment = session.getState().assessment.id

  function take(): void {
    const undo = takeAll(
      session,
      pieces.map(({ piece }) => piece),
      source,
    )
    focusOn(document.getElementById('from-source-title'))
    offerUndo(`${formatCount(open)} usulan diambil`, undo)
  }

  return (
    <section className="step from-source" aria-labelledby="from-source-title">
      <h2 id="from-source-title" tabIndex={-1}>
        {`Dari penilaian ${source.facts.year ?? 'asal'}`}
        {open > 0 && <span className="tag part">{open} usulan</span>}
      </h2>
      {open > 0 ? (
        <>
          <p className="hint">
            Usulan berada di bawah tiap isian yang masih kosong. Belum terisi dan belum dihitung sampai Anda
            mengambilnya.
          </p>
          <LinkNotes material={material} source={source} />
          <div className="actions">
            <button type="button" className="btn sm" onClick={take}>
              Pakai semua
            </button>
          </div>
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
