import { generalCautions } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { Fold } from '../../ui/fold'
import { useSession } from '../session/session-context'

/** The official name, the explanation, and what the assessor looks at. */
export function ExplanationFold({ indicator }: { readonly indicator: Indicator }) {
  const { instrument } = useSession()
  const cautions = [...generalCautions(instrument, 'criteria'), ...generalCautions(instrument, 'value')]
  return (
    <Fold title="Penjelasan dan catatan asesor">
      <p>
        <b>{indicator.name}</b>
      </p>
      {indicator.explanation.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h3>Yang dilihat asesor</h3>
      <p>{indicator.assessmentNotes}</p>
      {cautions.length > 0 && <h3>Yang belum pasti pada instrumen</h3>}
      {cautions.map((caution) => (
        <p key={caution.text}>{caution.text}</p>
      ))}
    </Fold>
  )
}
