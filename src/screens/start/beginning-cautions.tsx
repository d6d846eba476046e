import { generalCautions } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { Notice } from '../../ui/notice'
import '../../ui/fold.css'

/** What is not certain about the process and the criteria, said before one begins. */
export default function BeginningCautions({ instrument }: { readonly instrument: Instrument }) {
  const [first, ...others] = [
    ...generalCautions(instrument, 'process'),
    ...generalCautions(instrument, 'criteria'),
  ]
  if (!first) return null
  return (
    <Notice tone="warn">
      <div>
        <p>{first.text}</p>
        {others.length > 0 && (
          <details>
            <summary>{others.length} hal lain yang belum pasti pada instrumen ini</summary>
            <ul>
              {others.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Notice>
  )
}
