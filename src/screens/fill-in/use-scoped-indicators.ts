import { useMemo } from 'react'
import { inScope } from '../../answers/assessment'
import { placedIndicators, type PlacedIndicator } from '../../instrument/lookup'
import { useSession, useSessionState } from '../session/session-context'

/** The indicators of the scope in the instrument's order; the same list as long as the scope is the same. */
export function useScopedIndicators(): readonly PlacedIndicator[] {
  const { instrument } = useSession()
  const scope = useSessionState((state) => state.assessment.scope)
  return useMemo(
    () => placedIndicators(instrument).filter((place) => inScope(scope, place.indicator.id)),
    [instrument, scope],
  )
}
