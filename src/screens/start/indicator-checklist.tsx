import { useId } from 'react'
import { placedIndicators } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'

interface IndicatorChecklistProps {
  readonly instrument: Instrument
  readonly chosen: readonly string[]
  readonly onChange: (ids: string[]) => void
}

/** Indicators to tick, by aspect; those a unit usually owns can be ticked at once. */
export default function IndicatorChecklist({ instrument, chosen, onChange }: IndicatorChecklistProps) {
  const ownerField = useId()
  const picked = new Set(chosen)
  const indicators = placedIndicators(instrument).map(({ indicator }) => indicator)

  function pick(ids: ReadonlySet<string>): void {
    onChange(indicators.map((indicator) => indicator.id).filter((id) => ids.has(id)))
  }

  function tick(id: string, on: boolean): void {
    const next = new Set(picked)
    if (on) next.add(id)
    else next.delete(id)
    pick(next)
  }

  function tickOwned(ownerId: string): void {
    const owned = indicators.filter((indicator) => indicator.ownerIds.includes(ownerId)).map(({ id }) => id)
    pick(new Set([...picked, ...owned]))
  }

  return (
    <div className="checklist">
      <div className="field">
        <label htmlFor={ownerField} className="light">
          Centang yang lazim diampu oleh
        </label>
        <select id={ownerField} value="" onChange={(event) => tickOwned(event.target.value)}>
          <option value="">Pilih unit…</option>
          {instrument.owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {owner.name}
            </option>
          ))}
        </select>
        <span className="hint" role="status">
          {chosen.length} indikator dicentang.
        </span>
      </div>
      {instrument.domains.flatMap((domain) =>
        domain.aspects.map((aspect) => (
          <fieldset key={aspect.id}>
            <legend>{aspect.name}</legend>
            {aspect.indicators.map((indicator) => (
              <label key={indicator.id} className="choice">
                <input
                  type="checkbox"
                  checked={picked.has(indicator.id)}
                  onChange={(event) => tick(indicator.id, event.target.checked)}
                />
                <span>
                  {indicator.number}. {indicator.shortName}
                </span>
              </label>
            ))}
          </fieldset>
        )),
      )}
    </div>
  )
}
