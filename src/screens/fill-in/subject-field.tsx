import { maturityModelOf } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { useSession } from '../session/session-context'
import { LineField } from '../fields/text-fields'
import { ProposalsFor } from '../work-list/from-source-gate'

/** The name of the service or application that is judged, where the maturity model asks for it. */
export function SubjectField({ indicator }: { readonly indicator: Indicator }) {
  const { instrument } = useSession()
  const { subjectLabel } = maturityModelOf(instrument, indicator)
  // Parts have a subject each.
  if (!subjectLabel || indicator.parts) return null
  return (
    <div className="step">
      <LineField
        name="subject"
        label={subjectLabel}
        hint="Satu indikator menilai satu layanan atau aplikasi."
      />
      <ProposalsFor indicator={indicator} field="subject" />
    </div>
  )
}
