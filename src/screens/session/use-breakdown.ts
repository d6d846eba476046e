import { useMemo } from 'react'
import { inScope } from '../../answers/assessment'
import { breakdownOf, type Breakdown } from '../../scoring/breakdown'
import { useSession, useSessionState } from './session-context'

/** How the score of the open assessment comes about, for the indicators of its scope. */
export function useBreakdown(): Breakdown {
  const { instrument } = useSession()
  const values = useSessionState((state) => state.values)
  const scope = useSessionState((state) => state.assessment.scope)
  return useMemo(
    () => breakdownOf(instrument, values, (id) => inScope(scope, id)),
    [instrument, values, scope],
  )
}
