import { useEffect, useState } from 'react'
import { loadShipped, type CatalogueEntry } from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'

/** The texts of a shipped instrument; null until they are loaded. */
export function useShippedInstrument(entry: CatalogueEntry): Instrument | null {
  const [instrument, setInstrument] = useState<Instrument | null>(null)
  useEffect(() => {
    let current = true
    void loadShipped(entry).then((loaded) => {
      if (current) setInstrument(loaded)
    })
    return () => {
      current = false
    }
  }, [entry])
  return instrument
}
