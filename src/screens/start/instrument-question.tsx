import { lazy, Suspense, useState } from 'react'
import { shippedForYear, shippedInstruments, yearsOf, type CatalogueEntry } from '../../instrument/catalogue'
import { Term } from '../guide/term'

const InstrumentFile = lazy(() => import('../instrument-file/read-instrument-file'))

interface InstrumentQuestionProps {
  readonly year: number
  readonly chosen: CatalogueEntry
  /** Null leaves the choice to the year again. */
  readonly onChoose: (entry: CatalogueEntry | null) => void
}

/** By which instrument: the one of the year, unless another is chosen. Newest first, and any from a file. */
export default function InstrumentQuestion({ year, chosen, onChoose }: InstrumentQuestionProps) {
  const [fromFile, setFromFile] = useState<CatalogueEntry | null>(null)
  const [opening, setOpening] = useState(false)
  const ofYear = shippedForYear(year)
  const entries = fromFile ? [fromFile, ...shippedInstruments] : shippedInstruments
  return (
    <fieldset className="field">
      <legend className="light">
        Dinilai dengan <Term id="instrument">instrumen</Term>
      </legend>
      {entries.map((entry) => (
        <label key={entry.sha256} className="choice">
          <input
            type="radio"
            name="instrument"
            checked={entry.sha256 === chosen.sha256}
            onChange={() => onChoose(entry === ofYear ? null : entry)}
          />
          <span>
            <b>{entry.shortTitle}</b>
            <span className="hint">
              {entry.indicatorCount} indikator, {usedFor(entry)}
            </span>
          </span>
        </label>
      ))}
      <button type="button" className="link" onClick={() => setOpening(true)}>
        Instrumen dari berkas…
      </button>
      {opening && (
        <Suspense>
          <InstrumentFile
            onRead={(entry) => {
              setFromFile(entry)
              onChoose(entry)
              setOpening(false)
            }}
            onClose={() => setOpening(false)}
          />
        </Suspense>
      )}
    </fieldset>
  )
}

function usedFor(entry: CatalogueEntry): string {
  if (entry.texts) return `dari berkas, versi ${entry.version}`
  const { from, to } = yearsOf(entry)
  return to === null ? `dipakai sejak ${from}` : `dipakai untuk tahun ${from}–${to}`
}
