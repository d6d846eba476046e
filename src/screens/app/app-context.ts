import { createContext, useContext } from 'react'
import type { Database } from '../../storage/database'
import type { NewsChannel } from '../../storage/news'

/** What `main.tsx` opened, for every screen. */
export interface AppServices {
  readonly database: Database
  readonly news: NewsChannel
}

export const AppContext = createContext<AppServices | null>(null)

export function useApp(): AppServices {
  const services = useContext(AppContext)
  if (!services) throw new Error('useApp outside of AppContext')
  return services
}
