import { useMemo } from 'react'
import { referenceOf } from '../../evidence/reference'
import type { Indicator } from '../../instrument/schema'
import { HistoryFold } from '../fields/history-fold'
import { useSession, useSessionState } from '../session/session-context'
import { FIELD_WORDS } from './field-words'

/** Every change of the indicator's fields, and the citations that were detached from it. */
export function IndicatorHistory({ indicator }: { readonly indicator: Indicator }) {
  const places = useMemo(() => {
    const target = { kind: 'indicator', id: indicator.id } as const
    return Object.entries(FIELD_WORDS).map(([field, label]) => ({ target, field, label }))
  }, [indicator])
  return (
    <HistoryFold places={places} nothing="Belum ada perubahan pada indikator ini.">
      <DetachedCitations indicatorId={indicator.id} />
    </HistoryFold>
  )
}

/** Citations that were detached here, to be cited again as they were. */
function DetachedCitations({ indicatorId }: { readonly indicatorId: string }) {
  const session = useSession()
  const detached = useSessionState((state) => state.evidence.detachedCitations)
  const here = detached.filter((citation) => citation.indicator === indicatorId)
  if (here.length === 0) return null
  return (
    <>
      <h3>Rujukan yang dilepas</h3>
      <ul className="history">
        {here.map((citation) => (
          <li key={citation.id}>
            <span className="user-text was">{referenceOf(citation)}</span>
            <button
              type="button"
              className="btn sm"
              onClick={() =>
                session.set([
                  { target: { kind: 'citation', id: citation.id }, field: 'removed', value: false },
                ])
              }
            >
              Rujuk lagi
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
