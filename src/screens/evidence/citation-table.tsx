import { useState } from 'react'
import { needsPageCheck, newestFile, type Citation } from '../../evidence/evidence'
import type { PoolRow } from '../../evidence/pool'
import { placeOf } from '../../evidence/reference'
import { levelOf, type PlacedIndicator } from '../../instrument/lookup'
import { formatCount, formatNumber } from '../../report/format'
import { levelTone } from '../../report/tone'
import { Icon } from '../../ui/icon'
import { LevelMark } from '../../ui/level-mark'
import { hrefOf } from '../app/routes'
import CitationDialog from '../citation/citation-dialog'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { useSession } from '../session/session-context'
import { PickIndicatorDialog } from './pick-indicator-dialog'
import '../../ui/table.css'
import './citation-table.css'

interface CitationTableProps {
  readonly row: PoolRow
  /** The one whose page is shown. */
  readonly current: Citation | null
}

/** Where the document is cited, in the order of the indicators. */
export function CitationTable({ row, current }: CitationTableProps) {
  const placed = useScopedIndicators()
  const [picking, setPicking] = useState<'indicator' | PlacedIndicator | null>(null)
  const cited = placed.flatMap((place) =>
    row.citations
      .filter((citation) => citation.indicator === place.indicator.id)
      .map((citation) => ({ place, citation })),
  )
  const indicators = new Set(cited.map(({ place }) => place.indicator.id)).size
  return (
    <section className="doc-part" aria-labelledby="cited-title">
      <h2 id="cited-title">
        {indicators === 0 ? 'Belum dirujuk' : `Dirujuk ${formatCount(indicators)} indikator`}
      </h2>
      {cited.length > 0 && (
        <table className="ct">
          <thead>
            <tr>
              <th scope="col" className="num">
                No.
              </th>
              <th scope="col">Indikator</th>
              <th scope="col">Letak</th>
              <th scope="col">Tingkat</th>
            </tr>
          </thead>
          <tbody>
            {cited.map(({ place, citation }) => (
              <CitationRow
                key={citation.id}
                place={place}
                citation={citation}
                isCurrent={citation.id === current?.id}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="actions">
        <button type="button" className="btn sm" onClick={() => setPicking('indicator')}>
          <Icon name="link" />
          {cited.length === 0 ? 'Rujuk ke indikator' : 'Rujuk ke indikator lain'}
        </button>
      </div>
      {picking === 'indicator' && (
        <PickIndicatorDialog placed={placed} onPick={setPicking} onClose={() => setPicking(null)} />
      )}
      {picking !== null && picking !== 'indicator' && (
        <CitationDialog
          indicator={picking.indicator}
          citation={null}
          documentId={row.document.id}
          onClose={() => setPicking(null)}
        />
      )}
    </section>
  )
}

interface CitationRowProps {
  readonly place: PlacedIndicator
  readonly citation: Citation
  readonly isCurrent: boolean
}

function CitationRow({ place: { indicator }, citation, isCurrent }: CitationRowProps) {
  const session = useSession()
  const { document, remark } = citation
  const assessment = session.getState().assessment.id
  const level = citation.level === null ? undefined : levelOf(session.instrument, indicator, citation.level)
  const newest = newestFile(document)
  const where = placeOf(citation) || 'belum ditulis'
  return (
    <tr className={isCurrent ? 'cur' : undefined}>
      <td className="num">{indicator.number}</td>
      <td>
        <a href={hrefOf({ screen: 'fill-in', assessment, indicator: indicator.id })}>{indicator.shortName}</a>
        {remark && <span className="hint user-text">{remark}</span>}
        {needsPageCheck(citation) && newest && <PageCheck citation={citation} sha256={newest.sha256} />}
      </td>
      <td>
        {newest ? (
          <a
            href={hrefOf({ screen: 'evidence', assessment, document: document.id, citation: citation.id })}
            {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
          >
            {where}
          </a>
        ) : (
          where
        )}
      </td>
      <td>
        {level ? (
          <LevelMark text={formatNumber(level.level)} tone={levelTone(session.instrument, level.level)} />
        ) : (
          <LevelMark text="–" tone={0} blank />
        )}
      </td>
    </tr>
  )
}

/** The file was replaced: the pages are looked at again, and said to be right where they still are. */
function PageCheck({ citation, sha256 }: { readonly citation: Citation; readonly sha256: string }) {
  const session = useSession()
  return (
    <span className="page-check">
      <span className="tag warn">
        <Icon name="warning" /> Periksa halaman: berkas diganti
      </span>
      <button
        type="button"
        className="link"
        onClick={() =>
          session.set([{ target: { kind: 'citation', id: citation.id }, field: 'file', value: sha256 }])
        }
      >
        Halaman masih benar
      </button>
    </span>
  )
}
