import { lazy, Suspense } from 'react'
import { valuesOf } from '../../answers/present'
import type { Indicator } from '../../instrument/schema'
import { useSessionState } from '../session/session-context'

const Lazy = lazy(() => import('./from-source'))

/** Proposals of the old assessment; none of their code is fetched for an assessment that was begun from none. */
export function FromSource({ indicator }: { readonly indicator: Indicator }) {
  const begun = useSessionState(
    (state) => valuesOf(state.present, { kind: 'assessment' }).sourceAssessment !== undefined,
  )
  if (!begun) return null
  return (
    <Suspense>
      <Lazy indicator={indicator} />
    </Suspense>
  )
}
