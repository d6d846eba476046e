import { placedIndicators } from '../../instrument/lookup'
import type { Caution, Instrument } from '../../instrument/schema'
import { Fold } from '../../ui/fold'
import '../../ui/fold.css'

/** What bears on the figures; criteria and process are said where one answers and begins. */
const ABOUT_FIGURES: readonly Caution['affects'][] = ['weight', 'value', 'predicate']

/** What is not certain about weights, values and predicates, in general and of one indicator. */
export function ScoringCautions({ instrument }: { readonly instrument: Instrument }) {
  const cautions = instrument.cautions.filter(({ affects }) => ABOUT_FIGURES.includes(affects))
  if (cautions.length === 0) return null
  const numbers = new Map(
    placedIndicators(instrument).map(({ indicator }) => [indicator.id, indicator.number]),
  )
  return (
    <div className="folds">
      <Fold
        title="Yang belum pasti pada instrumen"
        inside={`${cautions.length} catatan tentang angka di atas`}
      >
        <ul>
          {cautions.map(({ indicator, text }) => (
            <li key={text}>
              {indicator && <b>Indikator {numbers.get(indicator)}: </b>}
              {text}
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
