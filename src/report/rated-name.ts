import { maturityModelOf, valueKeys } from '../instrument/lookup'
import type { Indicator, Instrument } from '../instrument/schema'

/** What a part of an indicator is called: "Layanan 2" where one service is judged, else "Bagian 2". */
export function partName(instrument: Instrument, indicator: Indicator, valueKey: string): string {
  const number = valueKeys(indicator).indexOf(valueKey) + 1
  return `${maturityModelOf(instrument, indicator).subjectLabel ? 'Layanan' : 'Bagian'} ${number}`
}

/** What is rated under a key, in a sentence: "indikator 7", "indikator 35 layanan 2". */
export function ratedName(instrument: Instrument, indicator: Indicator, valueKey: string): string {
  const whole = `indikator ${indicator.number}`
  if (!indicator.parts) return whole
  return `${whole} ${partName(instrument, indicator, valueKey).toLowerCase()}`
}
