import { useMemo } from 'react'
import { referenceOf } from '../../evidence/reference'
import { valueKeys } from '../../instrument/lookup'
import type { Indicator, Instrument } from '../../instrument/schema'
import { HistoryFold } from '../fields/history-fold'
import type { TextPlace } from '../fields/text-form'
import { useSession, useSessionState } from '../session/session-context'
import { FIELD_WORDS } from './field-words'
import { partName } from '../../report/rated-name'

/** Every change of the indicator's fields, and the citations that were detached from it. */
export function IndicatorHistory({ indicator }: { readonly indicator: Indicator }) {
  const { instrument } = useSession()
  const places = useMemo(() => {
    const target = { kind: 'indicator', id: indicator.id } as const
    const own = Object.entries(FIELD_WORDS).map(([field, label]) => ({ target, field, label }))
    return indicator.parts ? [...own, ...partPlaces(instrument, indicator)] : own
  }, [instrument, indicator])
  return (
    <HistoryFold places={places} nothing="Belum ada perubahan pada indikator ini.">
      <DetachedCitations indicatorId={indicator.id} />
    </HistoryFold>
  )
}

/** The fields of the parts, each with the part's name. */
function partPlaces(instrument: Instrument, indicator: Indicator): TextPlace[] {
  return valueKeys(indicator).flatMap((id) =>
    (['value', 'subject'] as const).map((field) => ({
      target: { kind: 'indicator', id } as const,
      field,
      label: `${FIELD_WORDS[field] ?? field}, ${partName(instrument, indicator, id).toLowerCase()}`,
    })),
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
