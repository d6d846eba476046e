import { useEffect, useState } from 'react'
import {
  entryOf,
  shippedForYear,
  shippedInstruments,
  yearsOf,
  type CatalogueEntry,
} from '../../instrument/catalogue'
import { readUnshipped } from '../../storage/instruments'
import { fetched } from '../../ui/fetched'
import { useApp } from '../app/app-context'
import { Term } from '../guide/term'

const InstrumentFile = fetched(() => import('../instrument-file/read-instrument-file'))

interface InstrumentQuestionProps {
  readonly year: number
  readonly chosen: CatalogueEntry
  /** Null leaves the choice to the year again. */
  readonly onChoose: (entry: CatalogueEntry | null) => void
}

/** By which instrument: the one of the year, unless another is chosen. Newest first, and any from a file. */
export default function InstrumentQuestion({ year, chosen, onChoose }: InstrumentQuestionProps) {
  const [fromFiles, setFromFiles] = useState<readonly CatalogueEntry[]>([])
  const [opening, setOpening] = useState(false)
  const { database } = useApp()
  useEffect(() => {
    let current = true
    void readUnshipped(database).then((kept) => {
      if (current) setFromFiles(kept.map(({ ref, instrument }) => entryOf(ref, instrument)))
    })
    return () => {
      current = false
    }
  }, [database])
  const ofYear = shippedForYear(year)
  const all = [...(chosen.texts ? [chosen] : []), ...fromFiles, ...shippedInstruments]
  const entries = [...new Map(all.map((entry) => [entry.sha256, entry])).values()]
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
        <InstrumentFile
          onRead={(entry) => {
            setFromFiles((known) => [entry, ...known])
            onChoose(entry)
            setOpening(false)
          }}
          onClose={() => setOpening(false)}
        />
      )}
    </fieldset>
  )
}

function usedFor(entry: CatalogueEntry): string {
  if (entry.texts) return `dari berkas, versi ${entry.version}`
  const { from, to } = yearsOf(entry)
  return to === null ? `dipakai sejak ${from}` : `dipakai untuk tahun ${from}–${to}`
}
