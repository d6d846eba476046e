import { createContext, useContext } from 'react'

/** The indicator whose page one is on. */
export const IndicatorIdContext = createContext('')

export function useIndicatorId(): string {
  return useContext(IndicatorIdContext)
}
