import { useEffect, useState } from 'react'
import { loadTexts, type CatalogueEntry } from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'
import { afterFrame } from '../../ui/after-frame'

/** The texts of an instrument, fetched when what is asked without them is drawn; null until they are loaded. */
export function useTexts(entry: CatalogueEntry): Instrument | null {
  const [instrument, setInstrument] = useState<Instrument | null>(null)
  useEffect(() => {
    let current = true
    afterFrame(() => {
      if (!current) return
      void loadTexts(entry).then((loaded) => {
        if (current) setInstrument(loaded)
      })
    })
    return () => {
      current = false
    }
  }, [entry])
  return instrument
}
