import { Suspense, type ReactNode } from 'react'
import { valuesOf } from '../../answers/present'
import type { ReusedField } from '../../comparison/material'
import type { Indicator } from '../../instrument/schema'
import { fetched } from '../../ui/fetched'
import { useSessionState } from '../session/session-context'

const Overview = fetched(() => import('./from-source'))
const Proposals = fetched(() => import('./field-proposals'))

interface FromSourceProps {
  readonly indicator: Indicator
}

/** What the old assessment holds for an indicator, and all of it at one press. */
export function FromSource({ indicator }: FromSourceProps) {
  return (
    <WhereBegun>
      <Overview indicator={indicator} />
    </WhereBegun>
  )
}

interface ProposalsForProps extends FromSourceProps {
  /** The field it stands beside; citations stand beside the evidence. */
  readonly field: ReusedField | 'citation'
  /** Key of the answer the field is of, where the indicator is rated in parts. */
  readonly part?: string
}

/** What the old assessment proposes for one field, as long as that is empty. */
export function ProposalsFor({ indicator, field, part = indicator.id }: ProposalsForProps) {
  return (
    <WhereBegun>
      <Proposals indicator={indicator} field={field} target={part} />
    </WhereBegun>
  )
}

/** None of the code of proposals is fetched for an assessment that was begun from none. */
function WhereBegun({ children }: { readonly children: ReactNode }) {
  const begun = useSessionState(
    (state) => valuesOf(state.present, { kind: 'assessment' }).sourceAssessment !== undefined,
  )
  return begun && <Suspense>{children}</Suspense>
}
