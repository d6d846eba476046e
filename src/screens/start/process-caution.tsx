import type { CatalogueEntry } from '../../instrument/catalogue'
import { generalCautions } from '../../instrument/lookup'
import { Notice } from '../../ui/notice'
import { useShippedInstrument } from './use-instrument'

/** What is not certain about the process, said before one begins. */
export function ProcessCaution({ instrument: entry }: { readonly instrument: CatalogueEntry }) {
  const instrument = useShippedInstrument(entry)
  const cautions = instrument ? generalCautions(instrument, 'process') : []
  const [first] = cautions
  if (!first) return null
  return (
    <Notice tone="warn">
      <p>{first.text}</p>
    </Notice>
  )
}
