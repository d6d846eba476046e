import { useCallback, useEffect, useState } from 'react'
import { useApp } from '../app/app-context'
import { readHome, type Home } from './summaries'

/** What Beranda shows, read anew whenever this or another tab changes it; null until it is first read. */
export function useHome(): { home: Home | null; failed: boolean; reload: () => void } {
  const { database, news } = useApp()
  const [home, setHome] = useState<Home | null>(null)
  const [failed, setFailed] = useState(false)
  const reload = useCallback(() => {
    readHome(database).then(
      (read) => {
        setHome(read)
        setFailed(false)
      },
      () => setFailed(true),
    )
  }, [database])
  useEffect(() => {
    reload()
    return news.subscribe(reload)
  }, [news, reload])
  return { home, failed, reload }
}
